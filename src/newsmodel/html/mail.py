"""Names that an e-mail address beside them tells to be those of who wrote it: newsrooms show reporters' addresses."""

import re
from typing import Final

from newsmodel.html.names import is_plain_name
from newsmodel.html.text import key_of, without_accents

__all__ = ["name_beside_mail"]

_MAIL: Final = re.compile(r"[(<\[]?\b([\w.+-]{2,64})@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}[)>\]]?")
_EDGES: Final = " ,;:|-–—·•*/"
_LONGEST: Final = 80


def name_beside_mail(*lines: str) -> list[str]:
    """
    Return the name that stands alone with an e-mail address which holds the last name, in one line or in two.

    An address alone names nobody: it may be the newsroom's.
    """
    text = "\n".join(lines)
    if "@" not in text or len(text) > _LONGEST or (found := _MAIL.search(text)) is None:
        return []
    name = (text[: found.start()] + text[found.end() :]).strip().strip(_EDGES)
    if not is_plain_name(name):
        return []
    last = key_of(without_accents(name.rpartition(" ")[2]))
    return [name] if last in key_of(found.group(1)) else []
