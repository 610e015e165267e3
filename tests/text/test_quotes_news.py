"""Quotes and speakers in short news of many kinds: live text, transcripts, documents, unnamed sources."""

import pytest

import newsmodel as nm
from newsmodel.model import SpeakerKind


def attributions(text: str) -> list[tuple[str | None, str | None]]:
    """Return the source of each quote as written, and the name of its speaker."""
    article = nm.parse_text(text)
    return [
        (quote.source.of(article.text) if quote.source else None, quote.speaker.name if quote.speaker else None)
        for quote in article.quotes
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Mayor June Halloran", "June Halloran"),
        ("Sen. April Dunn", "April Dunn"),
        ("Gov. August Berg", "August Berg"),
        ("May Whitfield", "May Whitfield"),
        ("Councilman Jordan Pike", "Jordan Pike"),
    ],
)
def test_months_and_places_as_given_names(source: str, name: str) -> None:
    """A month or place before a last name is a given name."""
    text = f"{source} said the plan was late."
    assert attributions(text) == [(source, name)]
    assert nm.parse_text(text).speakers[0].kind is SpeakerKind.PERSON


@pytest.mark.parametrize("month", ["In June Halloran", "Last April Halloran"])
def test_months_stay_months(month: str) -> None:
    """After a preposition or "last" a month is a month."""
    assert [name for _, name in attributions(f"{month} said the plan was late.")] == ["Halloran"]


def test_a_place_is_no_office() -> None:
    """A place that was flooded is not the office that speaks of it."""
    text = "It flooded Springfield on Monday. Springfield had no warning. “We had no time,” the office said."
    assert attributions(text) == [("the office", "the office")]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("A report written for the city in 2019", "A report written for the city in 2019", SpeakerKind.DOCUMENT),
        ("An internal memo obtained by the Gazette", "An internal memo obtained by the Gazette", SpeakerKind.DOCUMENT),
        ("A neighbor who asked not to be named", "A neighbor", SpeakerKind.UNNAMED),
        ("Her husband, Karl", "Karl", SpeakerKind.PERSON),
        ("Striker Kofi Mensah, who scored twice", "Kofi Mensah", SpeakerKind.PERSON),
        ("Beijing", "Beijing", SpeakerKind.ORGANIZATION),
        ("National Highways", "National Highways", SpeakerKind.ORGANIZATION),
    ],
)
def test_whole_sources(source: str, name: str, kind: SpeakerKind) -> None:
    """What describes a source belongs to it, and its own noun or name tells who speaks."""
    comma = "," * ("," in source)
    text = f"{source}{comma} warned that the levee could fail."
    assert attributions(text) == [(source, name)]
    assert nm.parse_text(text).speakers[0].kind is kind


def test_live_text() -> None:
    """The time before an entry is no part of the source."""
    text = "10:55 Minister Liam Ashworth says the bridge will stay shut.\n\n11:31 Ashworth: “It should never happen.”"
    assert attributions(text) == [("Minister Liam Ashworth", "Liam Ashworth"), ("Ashworth", "Liam Ashworth")]


def test_turns_of_a_host() -> None:
    """A role in capitals before a colon takes its turns."""
    text = "HOST: Did you expect the result?\n\nDR. ELENA VASS: Not at all, it was close.\n\nHOST: Thank you both."
    assert [name for _, name in attributions(text)] == ["HOST", "ELENA VASS", "HOST"]


def test_a_relative_clause_may_tell_when_and_where() -> None:
    """A word of time inside "who ..." does not end the source."""
    text = "“It was loud,” said neighbour Iris Vane, 72, who lives next door."
    assert attributions(text) == [("neighbour Iris Vane, 72, who lives next door", "Iris Vane")]
