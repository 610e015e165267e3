"""Clauses: the subjects and objects of verbs, over all that may stand between, as events show them."""

import pytest

import newsmodel as nm


def roles(text: str, trigger: str) -> dict[str, str]:
    """Return the role of each participant of the event that *trigger* names, by its words."""
    (found,) = (event for event in nm.parse_text(text).events if event.trigger.of(text) == trigger)
    return {participant.span.of(text): participant.role.value for participant in found.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("On Monday, Dan Hale, was jailed.", "jailed", {"Dan Hale": "patient"}),
        ("Ann Berg (who ran the mill in the old town) fled.", "fled", {"Ann Berg": "agent"}),
        ("A shop in Leeds, which sold toys, burned.", "burned", {"A shop": "patient"}),
        ("The guard got jailed.", "jailed", {"The guard": "patient"}),
        ("It shut, and the firm and its owner were sued.", "sued", {"the firm": "patient", "its owner": "patient"}),
        ("The guard who has not slept fled.", "fled", {"The guard": "agent"}),
        ("The men accused of fraud fled.", "fled", {"The men": "agent"}),
        ("Who attacked the town?", "attacked", {"the town": "patient"}),
        ("In 2009, which was cold, fled a guard.", "fled", {}),
        ("He won in a year that was cold and left.", "left", {"He": "agent"}),
    ],
)  # fmt: skip
def test_what_stands_between_a_subject_and_its_verb(text: str, trigger: str, expected: dict[str, str]) -> None:
    """Names that are added, brackets, relative clauses and places do not part a verb from its subject."""
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Iraqi invasion began.", "invasion", {"Iraqi": "other"}),
        ("US air strikes hit Ulm.", "air strikes", {"US": "other"}),
        ("Guards said US air strikes hit Ulm.", "air strikes", {"US": "other"}),
        ("The law Dan Hale signed was dropped.", "signed", {"The law": "patient", "Dan Hale": "agent"}),
        ("He told them the army won.", "won", {"the army": "agent"}),
        ("The firm's owner's wife's son's dog's van burned.", "burned", {"owner's wife's son's dog's van": "patient"}),
        ("The end of ink of ice of tar of oil of ash came.", "end", {"ink of ice of tar of oil of ash": "agent"}),
    ],
)  # fmt: skip
def test_what_a_phrase_holds(text: str, trigger: str, expected: dict[str, str]) -> None:
    """Names before a noun take part in its event, a subject of its own is parted off, four owners are taken in."""
    assert roles(text, trigger) == expected


def test_a_sentence_without_a_verb_takes_no_time() -> None:
    """What a sentence without a finite verb names is told in no past tense, so that no time before holds for it."""
    fell, crash = nm.parse_text("The bridge fell on Monday. Then another crash.", published=None).events
    assert fell.time is not None
    assert crash.time is None


def test_the_tense_is_that_of_the_finite_verb() -> None:
    """A participle has no tense of its own."""
    fell, hurt, fled = nm.parse_text("He fell on Monday. Guards hurt by it fled.").events
    assert hurt.time is fled.time is fell.time is not None
