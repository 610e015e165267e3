"""Quotation marks: which stretches of the text stand in them."""

import re
from dataclasses import dataclass
from typing import Final, final

from newsmodel.lexicon import words
from newsmodel.model import BlockKind, Issue, IssueCode, Span
from newsmodel.text.document import Document

# What each mark can be closed by. Marks that look alike both ways close themselves.
_CLOSERS: Final = {
    "“": frozenset({"”", "“", '"', "''"}),
    "”": frozenset({"”"}),
    "‟": frozenset({"”"}),
    '"': frozenset({'"', "”", "“"}),
    "''": frozenset({"''", '"'}),
    "``": frozenset({"''", "``", '"', "”"}),
    "„": frozenset({"“", "”", "‟", '"'}),
    "«": frozenset({"»"}),
    "»": frozenset({"«", "»"}),
    "‹": frozenset({"›"}),
    "›": frozenset({"‹"}),
    "「": frozenset({"」"}),
    "『": frozenset({"』"}),
    "‘": frozenset({"’", "'"}),
    "‚": frozenset({"‘", "’"}),
    "'": frozenset({"'", "’"}),
}
# Marks that look alike both ways.
_FACELESS: Final = frozenset({'"', "''"})
_ALWAYS_OPEN: Final = frozenset({"``", "„", "「", "『", "‚", "‟"})
_SINGLES: Final = frozenset({"‘", "’", "'", "‚"})
_DOUBLES: Final = frozenset({"“", "”", "‟", '"', "''", "``", "„", "«", "»", "‹", "›", "「", "」", "『", "』"})
_MARKS: Final = _SINGLES | _DOUBLES
_MARK: Final = re.compile("[" + "".join({mark[0]: mark[0] for mark in sorted(_MARKS)}) + "]")
_AFTER_THESE_OPENS: Final = frozenset("([{—–-/:,;>*•…\"'“‘«„") | {"--", "``", "''"}


@final
@dataclass(eq=False, slots=True)
class Stretch:
    """
    Words that stand in quotation marks, or are a block quotation, in token indices.

    `first` up to, not including, `last` are the words; `open` and `close` the marks, -1 where there is none. Inside
    one stretch there may be others, which are not parted out.
    """

    open: int
    first: int
    last: int
    close: int
    continues: bool
    """Whether it goes on with the quotation that the stretch before it left open at the end of a block."""
    block: bool = False
    """Whether it is a block quotation."""

    @property
    def start(self) -> int:
        """Return the first token, mark included."""
        return self.open if self.open >= 0 else self.first

    @property
    def end(self) -> int:
        """Return the token after the last one, mark included."""
        return self.close + 1 if self.close >= 0 else self.last


def find_stretches(document: Document) -> tuple[list[Stretch], list[Issue]]:
    """
    Return the outermost stretches of *document* in quotation marks, in order, and an issue for marks left open.

    A mark that does not show which way it faces opens where nothing is open and white space or a bracket is before
    it, and closes where something is. A stretch that a block leaves open ends with the block; the next block goes on
    with it where its first mark opens again, or can only close. Takes time linear in the text.
    """
    finder = _Finder(document)
    return finder.find(), finder.issues


class _Finder:
    """One pass over the marks of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.elisions = words(document.language, "elisions") if document.language else frozenset[str]()
        self.stretches: list[Stretch] = []
        self.issues: list[Issue] = []
        self.pending: int | None = None  # the mark that the block before left open
        self.opened: int | None = None  # the mark that is open
        self.start = 0  # the first token after it
        self.depth = 0  # how many of its kind are open inside it
        self.nested = ""  # the mark without faces that is open inside it
        self.continues = False
        self.unclosed: int | None = None  # the first mark of the block that another one of its kind followed

    def find(self) -> list[Stretch]:
        """Go through the blocks."""
        document = self.document
        words = document.words
        places = [match.start() for match in _MARK.finditer(document.initials)]
        marks = [i for i in places if words[i] in _MARKS]
        at = 0
        block_ends: dict[int, int] = {}
        block_firsts: dict[int, int] = {}
        for (first, last), block in zip(document.sentences, document.block_of, strict=True):
            block_firsts.setdefault(block, first)
            block_ends[block] = last
        for number, first in block_firsts.items():
            last = block_ends[number]
            end = at
            while end < len(marks) and marks[end] < last:
                end += 1
            if document.blocks[number].kind is BlockKind.BLOCKQUOTE and end - at < 2:
                self._block_quotation(first, last)
            else:
                self._block(first, last, marks[at:end])
            at = end
        self._report()
        return self.stretches

    def _block_quotation(self, first: int, last: int) -> None:
        self._report()
        mark = first
        while first < last and self.words[first] in (">", "“", '"'):
            first += 1
        if first < last:
            self.stretches.append(Stretch(mark if mark < first else -1, first, last, -1, continues=False, block=True))

    def _report(self) -> None:
        """Report the mark that was left open, if there is one."""
        if self.pending is not None:
            span = self.document.span(self.pending, self.pending + 1)
            message = f"the quotation mark at {span.start} is never closed"
            self.issues.append(
                Issue(code=IssueCode.UNCLOSED_QUOTATION, message=message, span=Span(span.start, span.end))
            )
            self.pending = None

    def _block(self, first: int, last: int, marks: list[int]) -> None:
        """Go through the marks of one block."""
        self._begin(first, last, marks)
        later = self._later_closers(marks)
        for k, mark in enumerate(marks):
            if self.opened is None:
                single = self.words[mark] in _SINGLES
                if self._opens(mark, first, last) and (not single or self._single_closes(k, marks, first, last)):
                    self._open(mark)
            else:
                self._mark_inside(
                    mark, self.opened, later[k], (first, last), nests=self._nests(k, marks, later[k], (first, last))
                )
        if self.unclosed is not None:
            self.pending = self.unclosed
            self._report()
        apostrophe = self.opened is not None and self.words[self.opened] in ("'", "’")
        if self.opened is not None and not (apostrophe and not self._reopened(self.opened, last)):
            self._add(last, -1)
            self.pending = self.opened

    def _begin(self, first: int, last: int, marks: list[int]) -> None:
        """Start a block: go on with the quotation that the one before left open, or report that it never closes."""
        words, left = self.words, self.pending
        self.opened = self.unclosed = None
        self.continues = False
        if left is not None and marks:
            reopens = marks[0] == first and (words[first] == words[left] or words[first] in _DOUBLES)
            if reopens:
                self.continues = True
            elif self._only_closes(marks[0], first, last):  # it goes on without a new mark
                self._open(left)
                self.start, self.continues = first, True
        if not self.continues:
            self._report()
        self.pending = None

    def _open(self, mark: int) -> None:
        self.opened, self.start, self.depth, self.nested = mark, mark + 1, 0, ""

    def _nests(self, k: int, marks: list[int], later: int, block: tuple[int, int]) -> bool:
        """Tell whether a mark without faces opens a quotation inside the open one: both of them close later."""
        words, mark = self.words, marks[k]
        before, after = self._glued(mark, *block)
        if before or not after or words[mark] not in _FACELESS or not words[mark + 1][0].isalnum():
            return False
        if self.opened is not None and words[self.opened] == "“":
            return later > self.depth
        closing = [other for other in marks[k + 1 : k + 3] if words[other] == words[mark]]
        return len(closing) > 1 and all(self._only_closes(other, *block) for other in closing)

    def _mark_inside(self, mark: int, opened: int, later: int, block: tuple[int, int], *, nests: bool) -> None:
        """Take a mark while a quotation is open: it nests another one, closes one, or shows that one never closed."""
        words = self.words
        glyph, last = words[mark], block[1]
        if glyph in _SINGLES and words[opened] not in _SINGLES:
            return
        if nests or (glyph == self.nested and self._only_closes(mark, *block)):
            self.nested = glyph if nests else ""
        elif glyph == "“" and words[opened] in _FACELESS and self._opens(mark, *block):
            self.depth += 1
        elif self._closes(mark, opened, *block):
            if self.depth and glyph not in _FACELESS:
                self.depth -= 1
                return
            triple = glyph == "''" and mark + 1 < last and words[mark + 1] == "'" and self._glued(mark, *block)[1]
            self._add(mark, mark + triple)  # of three, one closes a nested quotation
            self.opened, self.continues = None, False
        elif glyph == words[opened] and self._opens(mark, *block):
            if later > self.depth + 1:
                self.depth += 1
            else:
                if self.unclosed is None:
                    self.unclosed = opened
                self._add(mark, -1)
                self._open(mark)
                self.continues = False

    def _add(self, last: int, close: int) -> None:
        """Keep the stretch that is open, up to token *last*."""
        if self.opened is not None and self.start < last:
            mark = self.opened if self.start > self.opened and self.start == self.opened + 1 else -1
            self.stretches.append(Stretch(mark, self.start, last, close, self.continues))

    def _later_closers(self, marks: list[int]) -> list[int]:
        """Return for each mark how many marks that can only close come after it, less those that can only open."""
        later = 0
        found = [0] * len(marks)
        for k in range(len(marks) - 1, -1, -1):
            found[k] = later
            glyph = self.words[marks[k]]
            later = max(0, later + (glyph in ("”", "»", "」", "』") or 0) - (glyph in ("“", "«", "「", "『") or 0))
        return found

    def _glued(self, mark: int, first: int, last: int) -> tuple[bool, bool]:
        """Tell whether the mark touches the token before it and the one after it, in its block."""
        starts, ends = self.document.starts, self.document.ends
        before = mark > first and ends[mark - 1] == starts[mark]
        after = mark + 1 < last and starts[mark + 1] == ends[mark]
        return before, after

    def _opens(self, mark: int, first: int, last: int) -> bool:
        """Tell whether a mark opens where nothing is open."""
        words = self.words
        glyph = words[mark]
        before, after = self._glued(mark, first, last)
        if mark + 1 >= last:
            return False
        free = not before or words[mark - 1] in _AFTER_THESE_OPENS
        if glyph in _SINGLES:
            following = words[mark + 1]
            elided = following in self.elisions or following[:1].isdigit()
            return (
                free
                and after
                and (following[0].isalnum() or following in _MARKS or following in "[$…...")
                and not (elided or glyph == "’")
            )
        if glyph in _ALWAYS_OPEN:
            return True
        if glyph in ("”", "」", "』"):
            return glyph == "”" and free and after and words[mark + 1][0].isalnum()
        if glyph in ("“", "«"):
            return not before or after or free
        if glyph in ("»", "›"):
            return not before and after
        return free and (after or mark == first)

    def _closes(self, mark: int, opened: int, first: int, last: int) -> bool:
        """Tell whether a mark closes the one that is open."""
        words = self.words
        glyph, open_glyph = words[mark], words[opened]
        if glyph not in _CLOSERS.get(open_glyph, ()):
            return False
        before, after = self._glued(mark, first, last)
        if glyph in _SINGLES:
            return before and not (after and words[mark + 1][0].isalnum()) and not self._possessive(mark, last)
        if glyph in ("“", "«", "``") and open_glyph not in ("„", "»"):
            return before and mark - opened > 1 and not (after and words[mark + 1][0].isalnum())
        if glyph in _FACELESS and self._prime(mark, before=before):
            return False
        if not before and after and mark - opened > 1 and glyph in _FACELESS:
            # it could only open: the closing mark was lost, or another kind of mark nests
            return mark + 1 >= last or not words[mark + 1][0].isalnum()
        return True

    def _prime(self, mark: int, *, before: bool) -> bool:
        """Tell whether a mark stands for inches: 6'2"."""
        words, starts, ends = self.words, self.document.starts, self.document.ends
        return (
            before
            and mark > 1
            and words[mark - 1].isdigit()
            and words[mark - 2] in ("'", "’", "′")
            and ends[mark - 2] == starts[mark - 1]
        )

    def _possessive(self, mark: int, last: int) -> bool:
        """Tell whether an apostrophe after a plural owns the next word: "the voters' choice"."""
        words = self.words
        if not words[mark - 1].endswith(("s", "z", "x")) or mark + 1 >= last:
            return False
        following = self.document.text[self.document.starts[mark + 1]]
        return (
            following.isalpha()
            and following.islower()
            and self.document.starts[mark + 1] > self.document.ends[mark]
            and any(words[i] in ("'", "’") for i in range(mark + 1, min(last, mark + 30)))
        )

    def _single_closes(self, k: int, marks: list[int], first: int, last: int) -> bool:
        """Tell whether a single opening mark finds its closing one among the next few marks of its block."""
        for mark in marks[k + 1 : k + 9]:
            if self._closes(mark, marks[k], first, last):
                return True
        glyph = self.words[marks[k]]
        if glyph not in ("‘", "'"):
            return False
        reopened = self._reopened(marks[k], last) and marks[k] == marks[-1]
        if glyph == "'":  # an apostrophe but where words introduce it, or the quotation goes on
            introduced = self.continues if marks[k] == first else self.words[marks[k] - 1] in (":", ",")
            return introduced and reopened
        return marks[k] == first or reopened

    def _reopened(self, mark: int, last: int) -> bool:
        """Tell whether the block after token *last* begins with the same mark."""
        return last < len(self.words) and self.words[last] == self.words[mark]

    def _only_closes(self, mark: int, first: int, last: int) -> bool:
        """Tell whether a mark can only close: it touches the word before it, not the one after it."""
        glyph = self.words[mark]
        if glyph in _SINGLES or mark == first:
            return False
        before, after = self._glued(mark, first, last)
        return before and not (after and self.words[mark + 1][0].isalnum())
