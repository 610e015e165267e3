"""Lines that stand in the body of an article and are not its text, told by how they begin and what they hold."""

import re
from functools import cache
from typing import Final

from newsmodel import lexicon
from newsmodel.html.boxes import HEADING, Passage
from newsmodel.html.text import CLOSING_MARKS, FULL_STOPS, SENTENCE_ENDS

__all__ = [
    "ends_sentence",
    "has_address",
    "is_heading_like",
    "is_label",
    "is_lone_link",
    "is_prose",
    "is_time_line",
    "kind_of_line",
    "line_of",
    "names_role",
]

LONGEST_LINE: Final = 400
"""Longer passages are running text, however they begin."""
_HEAD: Final = 64
"""No beginning in the lexicon is longer, with what may stand before it."""
_KEY: Final = 4
_UNLESS_SENTENCE: Final = "?"
"""Behind a kind in the lexicon: sentences of the text may begin like that too."""
_ARROW: Final = "» "
_NO_WORD: Final = re.compile(r"\W+")
_YEAR_OR_TIME: Final = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[:.h]\d\d)(?!\d)", re.ASCII)
_MAIL: Final = re.compile(r"\w@\w+[.-]\w")
_HANDLE: Final = re.compile(r"(?<![\w.])@\w{3}")
_WORDS: Final = re.compile(r"\w{3,}")
_LONGEST_TIME_LINE: Final = 100
_MOST_WORDS: Final = 8
_SHORTEST_PROSE: Final = 80
_SHORTEST_BEFORE: Final = 3
_LONGEST_CONTACT: Final = 90
_AFTER_LABEL: Final = ":|–—-›»>："


@cache
def _beginnings() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the lexicon by the first characters of the beginnings, the longest beginning first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, beginning in lexicon.rows("web", "furniture_lines"):
        found.setdefault(beginning[:_KEY], []).append((beginning, kind))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in found.items()}


def kind_of_line(text: str, linked: int = 0) -> str | None:
    """
    Return what kind of furniture the line begins like (``link``, ``plea``, ``embed``, ``tail``), if any.

    What begins with a quotation is none: somebody says it. Nor is a sentence that begins as the text may, too ("By
    Monday", "Von der Leyen"), unless half of its characters are *linked*.
    """
    head = text[:_HEAD].casefold()
    if head[0] in CLOSING_MARKS and not head.startswith(_ARROW):
        return None
    if not head[0].isalnum() and head[0] != "©":
        blank = _NO_WORD.match(head)
        head = head[blank.end() :] if blank is not None else head
    known = _beginnings()
    for size in range(_KEY, 0, -1):
        for beginning, kind in known.get(head[:size], ()):
            if head.startswith(beginning) and not _goes_on(head, beginning):
                sure = kind.removesuffix(_UNLESS_SENTENCE)
                return None if sure != kind and linked * 2 < len(text) and text.endswith(FULL_STOPS) else sure
    return None


def _goes_on(head: str, beginning: str) -> bool:
    """Tell whether the last word of *beginning* is only the first part of a word, in scripts that part words."""
    return beginning[-1].isalnum() and beginning.isascii() and head[len(beginning) : len(beginning) + 1].isalnum()


def line_of(passage: Passage) -> str:
    """Return the kind of a passage's line as `kind_of_line` does; "" for running text."""
    if passage.line is None:
        passage.line = (kind_of_line(passage.text, passage.linked) or "") if len(passage.text) < LONGEST_LINE else ""
    return passage.line


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends like a sentence."""
    return text.endswith(SENTENCE_ENDS)


def _is_linked_sentence(passage: Passage) -> bool:
    """Tell whether a sentence begins before the link that makes up most of it."""
    before = passage.text[: passage.links[0][0]].rstrip() if passage.links else ""
    return len(before) > _SHORTEST_BEFORE and before[-1] not in _AFTER_LABEL and ends_sentence(passage.text)


def is_lone_link(passage: Passage) -> bool:
    """Tell whether a passage is nothing but a link, or a label and a link: "Related: ..."."""
    linked, size = passage.linked, len(passage.text)
    if linked > 0.8 * size:
        return not _is_linked_sentence(passage)
    if not linked or linked * 2 < size or len(passage.links) != 1:
        return False
    start, end, _ = passage.links[0]
    label = passage.text[:start].rstrip()
    if not (size - end < 3 and 0 < len(label) < 40 and label[-1] in _AFTER_LABEL):
        return False
    words = passage.text[start:end]
    return words.count(" ") > 1 or (not words.isascii() and len(words) > 12)


def is_time_line(text: str) -> bool:
    """Tell whether a line says when something was published, and little else."""
    if len(text) > _LONGEST_TIME_LINE:
        return False
    line = text.lower().removesuffix(".m.").removesuffix(" min.")  # it may end with "5:40 p.m." or a reading time
    if line.endswith(FULL_STOPS) or _YEAR_OR_TIME.search(text) is None:
        return False
    words: list[str] = _WORDS.findall(text)
    return sum(map(str.isalpha, words)) <= _MOST_WORDS


def is_prose(passage: Passage) -> bool:
    """Tell whether a passage is a paragraph of running text, of some length and ending like a sentence."""
    return len(passage.text) > _SHORTEST_PROSE and ends_sentence(passage.text)


def has_address(passage: Passage) -> bool:
    """Tell whether a line gives an e-mail address or a handle to write to; running text may name a handle."""
    text = passage.text
    if len(text) >= LONGEST_LINE:
        return False
    if _MAIL.search(text) is not None:
        return True
    if _HANDLE.search(text) is None:
        return False
    told = len(text) > _LONGEST_CONTACT and ends_sentence(text)
    return not told or not lexicon.words("web", "platforms").isdisjoint(_WORDS.findall(text.casefold()))


def is_label(text: str) -> bool:
    """Tell whether a line is too short for a sentence and does not end like one."""
    return len(text) < 60 and not ends_sentence(text)


def names_role(text: str) -> bool:
    """Tell whether a label ends with what somebody does: "Herald Staff Writer"."""
    return is_label(text) and text.rpartition(" ")[2].lower() in lexicon.words("web", "role_words")


def is_heading_like(passage: Passage) -> bool:
    """Tell whether a passage opens what comes after it: a heading, or a short line in bold or with a colon."""
    if passage.kind is HEADING:
        return True
    text = passage.text
    return len(text) < 70 and (text[-1] in ":：" or not ends_sentence(text))
