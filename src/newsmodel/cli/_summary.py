"""An article as a summary that people read in a terminal."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, Group, JustifyMethod, RenderableType
from rich.table import Table
from rich.text import Text

from newsmodel.cli._plain import one_line
from newsmodel.model import (
    Article,
    Event,
    EventKind,
    Modality,
    Participant,
    Polarity,
    Quote,
    QuoteKind,
    Role,
    Speaker,
    TimeExpression,
)

Row = tuple[str, ...]

_NARROW = 70
"""Below this many columns the cells of a table are no longer readable side by side."""
_NUMBERS = {"Quotes", "Words"}
_SHORT = {"Kind", "Code"} | _NUMBERS
"""The columns whose cells are never broken into lines."""
_TIGHT = {"When", "What", "Where"}
"""The columns that are as narrow as their longest word, where the terminal is not wide."""
_WIDE = 100
_LEAST, _MOST = 4, 16
_NAME = 24
_PARTS_OF_DAY = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}
_TOLD = {Modality.ASSERTED: "", Modality.PLANNED: " (planned)", Modality.HYPOTHETICAL: " (possible)"}


def summary(article: Article) -> str:
    """Return the summary of *article*, as wide as the terminal and in colours where it has them."""
    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(_head(article))
        for title, header, rows in _sections(article):
            if rows:
                console.print(Text(f"\n{title}", style="bold"))
                console.print(_shown(header, rows, console.width))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _head(article: Article) -> Text:
    """Return headline, authors, date, publisher and language, what is unknown left out."""
    facts = (
        ", ".join(author.name for author in article.authors),
        article.publisher.name if article.publisher else "",
        _moment(article.published) if article.published else "",
        article.language or "",
    )
    line = " · ".join(one_line(fact) for fact in facts if fact)
    head = Text(one_line(article.headline or "(no headline)"), style="bold")
    return head.append(f"\n{line}", style="not bold dim") if line else head


def _sections(article: Article) -> Iterator[tuple[str, Row, list[Row]]]:
    """Yield the sections, each with its title, the names of its columns and its rows."""
    yield "Speakers", ("Name", "Role", "Quotes", "Words"), _speakers(article)
    yield "Quotes", ("Speaker", "Kind", "Quote"), [_quote(quote) for quote in article.quotes]
    yield "Events", ("When", "Kind", "What", "Who", "Whom", "Where"), _events(article)
    yield "Issues", ("Code", "Message"), [(issue.code.value, one_line(issue.message)) for issue in article.issues]


def _shown(header: Row, rows: Sequence[Row], columns: int) -> RenderableType:
    return _paragraphs(rows) if columns < _NARROW else _table(header, rows, columns)


def _table(header: Row, rows: Sequence[Row], columns: int) -> RenderableType:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for i, name in enumerate(header):
        justify: JustifyMethod = "right" if name in _NUMBERS else "left"
        tight = name in _TIGHT and columns < _WIDE
        table.add_column(
            name,
            justify=justify,
            no_wrap=name in _SHORT,
            width=max(cell_len(name), _longest_word(row[i] for row in rows)) if tight else None,
            min_width=cell_len(name),
            max_width=_NAME if name == "Speaker" else None,
            overflow="fold",
            header_style="dim",
        )
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _longest_word(cells: Iterable[str]) -> int:
    """Return the width of the longest word, within reason."""
    widths = (cell_len(word) for cell in cells for word in cell.split())
    return min(max(widths, default=_LEAST), _MOST)


def _paragraphs(rows: Sequence[Row]) -> RenderableType:
    """Return a paragraph for each row, for terminals too narrow for a table."""
    return Group(*(Text(" · ".join(filter(None, row)), overflow="fold") for row in rows))


def _speakers(article: Article) -> list[Row]:
    """Return the speakers, those of whom most words are quoted first."""
    found = [(speaker, article.quotes_by(speaker)) for speaker in article.speakers]
    found.sort(key=lambda pair: -_words(pair[1]))
    return [
        (
            one_line(" ".join(filter(None, (speaker.honorific, speaker.name)))),
            one_line(_role(speaker)),
            str(len(quotes)),
            str(_words(quotes)),
        )
        for speaker, quotes in found
    ]


def _role(speaker: Speaker) -> str:
    """Return what the speaker is, and where, unless the one tells the other."""
    role, affiliation = speaker.role or "", speaker.affiliation or ""
    return role if affiliation in role else ", ".join(filter(None, (role, affiliation)))


def _words(quotes: Iterable[Quote]) -> int:
    return sum(len(quote.text.split()) for quote in quotes)


def _quote(quote: Quote) -> Row:
    said = one_line(quote.text)
    return (
        one_line(quote.speaker.name) if quote.speaker else "?",
        quote.kind.value,
        f"“{said}”" if quote.kind is QuoteKind.DIRECT else said,
    )


def _events(article: Article) -> list[Row]:
    """
    Return the events by their day, those without one after them in the order of the text.

    An event that has neither a day nor a kind says little, and there are many: they are only counted.
    """
    told = [event for event in article.events if event.time or event.kind is not EventKind.OTHER]
    rows = [_event(event, article.text) for event in sorted(told, key=lambda event: _day(event.time))]
    rest = len(article.events) - len(told)
    return [*rows, ("", "Other", f"and {rest} more", "", "", "")] if rest else rows


def _event(event: Event, text: str) -> Row:
    return (
        _when(one_line(event.time.value)) if event.time else "",
        event.kind.value.partition(".")[2],
        _what(event, text),
        _who(event.participants, Role.AGENT, text),
        _who(event.participants, Role.PATIENT, text),
        one_line(event.place.name) if event.place else "",
    )


def _day(time: TimeExpression | None) -> str:
    """Return a key that sorts by day: moments and days do not compare, and some times have neither."""
    return time.start.isoformat() if time and time.start else "~"


def _moment(moment: dt.date) -> str:
    """Return a day, or a moment to the minute, with its offset from UTC where it has one."""
    return moment.isoformat(" ", "minutes") if isinstance(moment, dt.datetime) else moment.isoformat()


def _when(value: str) -> str:
    """Return a TIMEX3 value with its time of day, if it has one, as people write it."""
    day, mark, time = value.partition("T")
    return value if day == "P" else f"{day} {_PARTS_OF_DAY.get(mark + time, time)}".strip()


def _what(event: Event, text: str) -> str:
    """Return the trigger, marked where the event is not told as a fact."""
    told = "not " if event.polarity is Polarity.NEGATIVE else ""
    return f"{told}{one_line(event.trigger.of(text))}{_TOLD[event.modality]}"


def _who(participants: Iterable[Participant], role: Role, text: str) -> str:
    return "; ".join(one_line(p.span.of(text)) for p in participants if p.role is role)
