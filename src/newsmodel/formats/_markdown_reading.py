"""Markdown as passages: blocks line by line, inline markup by one pass of a scanner."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from html import unescape
from itertools import accumulate

import attrs

from newsmodel.formats._markdown_writing import ENTITY
from newsmodel.formats._passages import Mark, Passage, fold, settle
from newsmodel.model import BlockKind, QuoteKind

__all__ = ["read_passages"]

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|(-+))[ \t]*")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(\S.*)", re.ASCII)
_QUOTED = re.compile(r" {0,3}> ?(.*)")
_CLOSING = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL = re.compile(r"(?:[^\\|]|\\.?)*", re.DOTALL)

# A token is markup or not; what starts none is text up to the next character that might.
_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<code>`+)
    |<span[ ]class="quote[ ](?P<kind>\w+)"(?:[ ]title="(?P<title>[^"<>]*)")?(?:[ ]data-quote="(?P<number>\d{1,6})")?>
    |(?P<close></span>)
    |<(?P<auto>https?://[^\s<>]{1,2000})>
    |(?P<tag></?[A-Za-z][^<>]{0,1000}>|<!--[^<>]{0,1000}-->)
    |(?P<image>!\[)
    |(?P<open>\[)
    |\](?:\((?P<target>[ ]*(?:<(?:[^<>\\]|\\.){0,4000}>|[^\s()<>]{0,4000}(?:\([^\s()<>]{0,4000}\)[^\s()<>]{0,4000})?)
        (?:[ ]+"[^"]{0,1000}")?[ ]*)\))?
    |(?P<emphasis>\*+|_+|~~)
    |[^\\`<!\[\]*_~]+|.""",
    re.VERBOSE | re.DOTALL,
)


def read_passages(body: str) -> list[Passage]:
    """Return the passages of a Markdown body."""
    return [passage for passage in _Blocks(body.split("\n")).read() if passage.text]


@attrs.define
class _Blocks:
    lines: list[str]
    at: int = 0
    indents: list[int] = attrs.field(factory=list[int])

    def read(self) -> Iterator[Passage]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip():
                self.at += 1
                continue
            item = _ITEM.fullmatch(line)
            if item is not None and (self.indents or len(item[1].expandtabs(4)) < 4) and not _RULE.fullmatch(line):
                yield self._item(item)
                continue
            self.indents.clear()
            yield self._other(line)

    def _other(self, line: str) -> Passage:
        if line.startswith(("    ", "\t")):
            return settle("\n".join(self._while(lambda it: it.startswith(("    ", "\t")))), BlockKind.PREFORMATTED)
        fence = _FENCE.fullmatch(line)
        if fence is not None:
            return self._fenced(fence[1])
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            self.at += 1
            return inline(_CLOSING.sub("", heading[2] or ""), BlockKind.HEADING, len(heading[1]))
        if _RULE.fullmatch(line):
            self.at += 1
            return Passage(BlockKind.PARAGRAPH, "")
        if _QUOTED.fullmatch(line):
            lines = [it.lstrip()[1:].strip() for it in self._while(lambda it: bool(_QUOTED.fullmatch(it)))]
            return inline(" ".join(lines), BlockKind.BLOCKQUOTE)
        if "|" in line and self.at + 1 < len(self.lines) and _delimits(self.lines[self.at + 1]):
            return self._table()
        return self._paragraph()

    def _while(self, holds: Callable[[str], bool]) -> list[str]:
        start = self.at
        while self.at < len(self.lines) and self.lines[self.at].strip() and holds(self.lines[self.at]):
            self.at += 1
        return self.lines[start : self.at]

    def _item(self, item: re.Match[str]) -> Passage:
        indent = len(item[1].expandtabs(4))
        while self.indents and indent <= self.indents[-1]:
            self.indents.pop()
        self.indents.append(indent)
        self.at += 1
        lines = [item[2], *self._while(lambda it: it[:1] in " \t" and not _ITEM.fullmatch(it))]
        return inline(" ".join(lines), BlockKind.LIST_ITEM, len(self.indents))

    def _fenced(self, fence: str) -> Passage:
        start = self.at + 1
        self.at = start
        while self.at < len(self.lines):
            line = self.lines[self.at].strip()
            if line.startswith(fence) and not line.strip(fence[0]):
                break
            self.at += 1
        self.at += 1
        return settle("\n".join(self.lines[start : self.at - 1]), BlockKind.PREFORMATTED)

    def _table(self) -> Passage:
        rows = [self.lines[self.at]]
        self.at += 2
        rows += self._while(lambda it: "|" in it)
        return settle("\n".join(map(_row, rows)), BlockKind.TABLE)

    def _paragraph(self) -> Passage:
        start = self.at
        self.at += 1
        while self.at < len(self.lines) and self.lines[self.at].strip():
            line = self.lines[self.at]
            underline = _UNDERLINE.fullmatch(line)
            if underline is not None:
                self.at += 1
                return inline(" ".join(self.lines[start : self.at - 1]), BlockKind.HEADING, 1 if underline[1] else 2)
            if any(pattern.fullmatch(line) for pattern in (_FENCE, _HEADING, _RULE, _ITEM, _QUOTED)):
                break
            self.at += 1
        return inline(" ".join(self.lines[start : self.at]))


def _delimits(line: str) -> bool:
    """Tell whether a line is the second of a table, and no underline, which makes of the line before a heading."""
    return "-" in line and not line.strip("-:| \t") and not _UNDERLINE.fullmatch(line)


def _row(line: str) -> str:
    line = line.strip().removeprefix("|")
    cells: list[str] = []
    at = 0
    while at < len(line):
        cell = _CELL.match(line, at)
        cells.append(cell[0] if cell else "")
        at += len(cells[-1]) + 1
    return "\t".join(inline(cell).text for cell in cells)


# -- inline ------------------------------------------------------------------------------------------------------


def inline(source: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int | None = None) -> Passage:
    """Return the passage of a line of Markdown, its markup taken off, its links and quotes marked."""
    scan = _Inline(source)
    scan.run()
    return scan.passage(kind, level)


@attrs.define(eq=False)
class _Found:
    """A mark, by the numbers of the pieces before and in it; no end while it is open."""

    start: int
    mark: Mark
    end: int = 0


class _Inline:
    """One pass over a line: the pieces of its text, and the marks on them by the number of pieces before."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.marks: list[_Found] = []
        self.brackets: list[tuple[_Found, bool]] = []
        self.spans: list[_Found] = []
        self.ticks: dict[int, deque[int]] = {}
        for run in re.finditer("`+", source):
            self.ticks.setdefault(len(run[0]), deque()).append(run.start())

    def run(self) -> None:
        at = 0
        while match := _TOKEN.match(self.source, at):  # up to the end: any character is one
            at = self._code(match) if match["code"] else match.end()
            if not match["code"]:
                self._take(match)

    def _code(self, opening: re.Match[str]) -> int:
        """Take a stretch of code, if its backticks close; return where it ends."""
        closing = self.ticks.get(len(opening[0]), deque())
        while closing and closing[0] < opening.end():
            closing.popleft()
        if not closing:
            self.out.append(opening[0])
            return opening.end()
        self.out.append(self.source[opening.end() : closing[0]])
        return closing[0] + len(opening[0])

    def _take(self, token: re.Match[str]) -> None:
        if token["escaped"]:
            self.out.append(token["escaped"])
        elif token["kind"]:
            kind = QuoteKind(token["kind"]) if token["kind"] in set(QuoteKind) else None
            name = fold(unescape(token["title"] or "")) or None
            self.spans.append(self._open(Mark(0, 0, "quote", name, int(token["number"] or 0), kind)))
        elif token["close"]:
            if self.spans:
                self.spans.pop().end = len(self.out)
        elif token["auto"]:
            self._open(Mark(0, 0, "link", token["auto"])).end = len(self.out) + 1
            self.out.append(token["auto"])
        elif token["image"] or token["open"]:
            self.brackets.append((self._open(Mark(0, 0, "link")), bool(token["image"])))
            self.out.append(token[0])
        elif token[0][0] == "]":
            self._closed(token)
        elif token["tag"]:
            pass
        elif not (token["emphasis"] and self._is_markup(token)):
            self.out.append(ENTITY.sub(lambda match: unescape(match[0]), token[0]))

    def _open(self, mark: Mark) -> "_Found":
        self.marks.append(_Found(len(self.out), mark))
        return self.marks[-1]

    def _closed(self, token: re.Match[str]) -> None:
        """Take a closing bracket: the end of a link, of an image, or just a bracket."""
        link, image = self.brackets.pop() if self.brackets else (None, False)
        if link is None or token["target"] is None:
            self.out.append(token[0])
        elif image:
            del self.out[link.start :]
            while self.marks[-1] is not link:
                self.marks.pop()
            while self.spans and self.spans[-1].start > link.start:
                self.spans.pop()
        else:
            self.out[link.start] = ""
            link.end = len(self.out)
            link.mark = attrs.evolve(link.mark, value=_url(token["target"]))

    def _is_markup(self, token: re.Match[str]) -> bool:
        """Tell whether asterisks and underscores stand at the edge of a word, as those of emphasis do."""
        before, after = self.source[token.start() - 1 : token.start()], self.source[token.end() : token.end() + 1]
        if token[0][0] == "_":
            return not (before.isalnum() and after.isalnum())
        return bool(before.strip() or after.strip())

    def passage(self, kind: BlockKind, level: int | None) -> Passage:
        at = list(accumulate(map(len, self.out), initial=0))
        marks = [attrs.evolve(it.mark, start=at[it.start], end=at[it.end]) for it in self.marks if it.end]
        return settle("".join(self.out), kind, level, marks)


def _url(target: str) -> str:
    target = target.strip(" ")
    target = target[1 : target.rfind(">")] if target.startswith("<") else target.partition(" ")[0]
    unescaped = _ESCAPE.sub(lambda match: match[1], ENTITY.sub(_resolved, target))
    return fold(unescaped)


def _resolved(match: re.Match[str]) -> str:
    """Resolve a character reference, unless a backslash takes it for itself."""
    escaped = match.string[match.start() - 1 : match.start()] == "\\"
    return match[0] if escaped else unescape(match[0])
