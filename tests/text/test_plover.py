"""PLOVER codes of events."""

import pytest

import newsmodel as nm
from newsmodel.text.events.plover import plover_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rebels attacked the port.", "ASSAULT"),
        ("The minister resigned.", "RETREAT"),
        ("France rejected the offer.", "REJECT"),
        ("The senate lifted the curfew.", "CONCEDE"),
        ("Iran threatened to close the strait.", "THREATEN"),
        ("France will impose sanctions on the firm.", "THREATEN"),
        ("Norway will send food to the refugees.", "AGREE"),
        ("France must free the hostages.", "REQUEST"),
        ("Talks failed to reach an agreement.", "CONSULT"),
        ("Workers blocked a road.", "PROTEST"),
    ],
)
def test_code_of_the_first_event(text: str, code: str) -> None:
    """The code follows from kind, trigger and how the event is told."""
    article = nm.parse_text(text)
    codes = [found for found in (plover_code(article, event) for event in article.events) if found is not None]
    assert codes[0] == code


def test_no_code() -> None:
    """What PLOVER does not cover has no code."""
    article = nm.parse_text("The band released an album.")
    assert [plover_code(article, event) for event in article.events] == [None]
