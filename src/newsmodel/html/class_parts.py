"""What class names say of author and date, by their parts: class names are made up, but of a few words."""

import re
from functools import cache, lru_cache

from newsmodel import lexicon

__all__ = ["says"]


@cache
def _pattern(what: str) -> re.Pattern[str]:
    parts = (part for part, says in lexicon.rows("web", "class_parts") if says == what)
    escaped = (r"(?:^|\s)" + re.escape(p[1:]) if p.startswith("^") else re.escape(p) for p in parts)
    return re.compile("|".join(escaped))


@lru_cache(maxsize=8192)
def says(names: str, what: str) -> bool:
    """
    Tell whether the class names of an element say something of it.

    Args:
        names: The class attribute, in lower case.
        what: One of the kinds of ``class_parts.txt``.
    """
    return _pattern(what).search(names) is not None
