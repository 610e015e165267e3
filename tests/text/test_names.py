"""Proper names in running text."""

import pytest

from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.names.finding import find_names


def names(text: str) -> list[tuple[str, str]]:
    """Return each name with the guess of what it names."""
    document = Document(text, plain_blocks(text), "en")
    return [(document.surface(name.first, name.last), name.kind.value) for name in find_names(document)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("On Monday Maria Lopez slept.", "Maria Lopez", "person"),
        ("On Monday Sen. Lopez slept.", "Lopez", "person"),
        ("The mayor of Ulm met Ludwig van Hoek.", "Ludwig van Hoek", "person"),
        (
            "He has friends inside the Department of Health and Human Services.",
            "Department of Health and Human Services",
            "organization",
        ),
        ("He left the Acme Corp. on Monday.", "Acme Corp.", "organization"),
        ("He wrote to the FBI again.", "FBI", "organization"),
        ("The boat sailed to Ulm.", "Ulm", "other"),
    ],
)
def test_names_and_their_kinds(text: str, name: str, kind: str) -> None:
    """Capitals make names; titles, given names and words for bodies tell what they name."""
    assert (name, kind) in names(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We met Maria van and left.", "Maria", "other"),
        ("We met Speaker of the House Rep. Paul Hill.", "Paul Hill", "person"),
        ("We met King Maria Jane Anna Elena Rosa Luisa.", "Maria Jane Anna Elena Rosa Luisa", "other"),
        ("We met Globex Bank Ulm.", "Globex Bank Ulm", "organization"),
        ("We met a Vale-based maker of Globex Foods.", "Globex Foods", "organization"),
    ],
)
def test_where_names_end(text: str, name: str, kind: str) -> None:
    """A particle without a name after it, a title and a description end a name."""
    assert names(text)[-1] == (name, kind)


def test_titles_alone_name_nobody() -> None:
    """Two titles side by side are still no name."""
    assert names("We met the Vice President.") == []


@pytest.mark.parametrize(
    "text", ["The boat sank.", "Yesterday it rained.", "In May it rained on Monday.", "I went home."]
)
def test_capitals_that_name_nobody(text: str) -> None:
    """The first word of a sentence, days, months and "I" are no names."""
    assert names(text) == []


def test_title_stands_outside() -> None:
    """The title before a name is kept apart from it."""
    text = "We saw Lt. Gen. Robert Hill."
    document = Document(text, plain_blocks(text), "en")
    (name,) = find_names(document)
    assert document.surface(name.title, name.first) == "Lt. Gen."


def test_last_name_is_what_the_full_name_is() -> None:
    """A last name alone is a person's where the full name is."""
    assert names("We saw Maria Brack. Later Brack slept.")[1] == ("Brack", "person")


def test_no_lexicon_no_names() -> None:
    """Without a lexicon nothing is guessed."""
    assert find_names(Document("Maria Lopez", plain_blocks("Maria Lopez"), None)) == ()
