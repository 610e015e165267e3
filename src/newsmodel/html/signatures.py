"""What ends a text and is none of it: end marks of releases, and the signs of those who wrote it."""

import re
from collections.abc import Sequence
from typing import Final

from newsmodel import lexicon
from newsmodel.html.boxes import HEADING, PARAGRAPH, Passage
from newsmodel.html.furniture import ends_sentence, line_of
from newsmodel.html.text import FULL_STOPS

__all__ = ["cut_signature", "is_signature", "names_staff", "up_to_comments", "up_to_end_mark"]

_BRACKETS: Final = {")": "(", "]": "[", "）": "（", "】": "【", "］": "［"}
"""By those that close, those that open."""
_AROUND: Final = "()[]（）【】［］ "
_STOPS: Final = ".。 "
_AROUND_MARK: Final = _AROUND + _STOPS + "-–—*~=_"
_DASHES: Final = "–—-"
_HASHES: Final = "###"
_LONGEST_MARK: Final = 30
_LONGEST: Final = 60
_LONGEST_STAFF: Final = 200
_LONGEST_GLUED: Final = 40
_AROUND_NUMBER: Final = "0123456789.,:()[]（）：# "
_LEAST_BEFORE: Final = 300
_MOST_BEHIND: Final = 0.5
"""A larger part of the letters behind an end mark is a text of its own."""
_SOURCE: Final = "SOURCE "
"""How a line names who gave out a release; in small letters it begins a sentence."""
_BETWEEN: Final = re.compile(r"\s*[/,&+=–-]\s*")
_INITIALS: Final = re.compile(r"[a-zäöüß]{2,4}")
_CAPITALS: Final = re.compile(r"[A-Z]{2,4}")
_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・、\s]{2,12}")


def up_to_end_mark(passages: list[Passage]) -> list[Passage]:
    """Return the passages before the one line that says that the text is over, and the notes behind it."""
    ends = [at for at, passage in enumerate(passages) if len(passage.text) < _LONGEST_MARK and _is_end_mark(passage)]
    if len(ends) != 1:  # several part a text
        return passages
    kept, rest = passages[: ends[0]], passages[ends[0] + 1 :]
    if sum([len(p.text) for p in rest]) > _MOST_BEHIND * sum([len(p.text) for p in kept]):
        return passages
    return kept + [passage for passage in rest if line_of(passage) == "note"]


def up_to_comments(passages: list[Passage]) -> list[Passage]:
    """Return the passages before the heading of the comments, if the text stands before it."""
    size = 0
    for at, passage in enumerate(passages):
        if passage.kind is HEADING and size >= _LEAST_BEFORE and _heads_comments(passage.text):
            return passages[:at]
        size += len(passage.text)
    return passages


def _heads_comments(text: str) -> bool:
    """Tell whether a heading names nothing but comments, and how many there are: "3 Comments"."""
    if len(text) >= _LONGEST_MARK:
        return False
    word = text.casefold().strip(_AROUND_NUMBER)
    needs = next((needs for known, needs in lexicon.rows("web", "comment_headings") if known == word), None)
    return needs == "nothing" or (needs == "number" and any(map(str.isdigit, text)))


def _is_end_mark(passage: Passage) -> bool:
    if passage.kind is not PARAGRAPH and passage.kind is not HEADING:
        return False
    words = passage.text.strip(_AROUND_MARK)
    return words.replace(" ", "") == _HASHES or _ends(words)


def _ends(words: str) -> bool:
    return words.casefold() in lexicon.words("web", "end_marks")


def is_signature(text: str) -> bool:
    """Tell whether a line at the end of a text says who wrote it or gave it out: "(dpa/jr)", "SOURCE Acme Corp."."""
    bare = text.rstrip(_STOPS)
    if len(bare) > _LONGEST:
        return False
    if bare.startswith(_SOURCE):
        return True
    opening, inner = _BRACKETS.get(bare[-1:]), bare[1:-1]
    if opening is None:
        return False
    return _signs(bare) or (bare[0] == opening and bare[-1] not in inner and not ends_sentence(inner))


def names_staff(text: str) -> bool:
    """Tell whether a line says who else worked on the text: "Ada Holm contributed to this report."."""
    if len(text) > _LONGEST_STAFF or not text.endswith("."):
        return False
    return text.casefold().endswith(tuple(lexicon.words("web", "staff_line_ends")))


def _signs(text: str) -> bool:
    """Tell whether a text is nothing but agencies and initials, as "xin/(afp, dpa)" is."""
    parts = [part.strip(_AROUND) for part in _BETWEEN.split(text)]
    agencies = lexicon.words("web", "agencies")
    return all(
        part.rpartition(" ")[2].lower() in agencies
        or _INITIALS.fullmatch(part)
        or (len(parts) > 1 and _CAPITALS.fullmatch(part))
        for part in parts
    )


def cut_signature(passages: Sequence[Passage], authors: Sequence[str]) -> None:
    """Take the sign of who wrote it from behind the last sentence of the last passage that is no note."""
    last = next((p for p in reversed(passages) if line_of(p) != "note"), None)
    if last is None or last.kind is not PARAGRAPH:
        return
    bare = last.text.rstrip(_STOPS)
    opening = _BRACKETS.get(bare[-1:])
    ends = [bare.rfind(mark, max(0, len(bare) - _LONGEST_GLUED)) for mark in (opening or _DASHES)]
    at = max(*ends, 0)
    text = bare[:at].rstrip()
    if text.endswith(FULL_STOPS) and _is_sign(bare[at:].strip(_AROUND_MARK), authors, bracketed=opening is not None):
        last.text = text
        last.links = [(start, min(end, len(text)), href) for start, end, href in last.links if start < len(text)]
        last.linked = sum([end - start for start, end, _ in last.links])


def _is_sign(words: str, authors: Sequence[str], *, bracketed: bool) -> bool:
    """Tell whether words behind the last sentence, in brackets or behind a dash, say who wrote it or that it ends."""
    if not bracketed:
        return words in authors or words.lower() in lexicon.words("web", "agencies")
    return words in authors or _signs(words) or _ends(words) or _EAST_ASIAN.fullmatch(words) is not None
