"""Who takes part in an event that a noun names, by the verb it depends on."""

import pytest

import newsmodel as nm


def roles(text: str, trigger: str) -> dict[str, str]:
    """Return the role of each participant of the event that *trigger* names, by its words."""
    (found,) = (event for event in nm.parse_text(text).events if event.trigger.of(text) == trigger)
    return {participant.span.of(text): participant.role.value for participant in found.participants}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The clerk confirmed the attack.", "attack"),
        ("The union welcomed the merger.", "merger"),
        ("Villagers fear an attack.", "attack"),
        ("The senator resigned after the vote.", "vote"),
        ("Mothers called for an inquiry into the deaths.", "deaths"),
        ("The pilot reported a crash.", "crash"),
        ("It was an attack.", "attack"),
        ("The nuns were pleased by the vote.", "vote"),
        ("Analysts expect a rate hike.", "rate hike"),
    ],
)
def test_who_only_speaks_of_an_event_takes_no_part(text: str, trigger: str) -> None:
    """The subject of a verb does not take part in the event of a noun that the verb merely tells of."""
    assert roles(text, trigger) == {}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels carried out the raid.", "raid", {"Rebels": "agent"}),
        ("A militia claimed responsibility for the bombing.", "bombing", {"A militia": "agent"}),
        ("Harwell won the match.", "match", {"Harwell": "agent"}),
        ("The firm announced a merger.", "merger", {"The firm": "agent"}),
        ("The clerk was given a pardon.", "pardon", {"The clerk": "patient"}),
        ("Two nurses were hurt in a crash.", "crash", {"Two nurses": "patient"}),
        ("Gunmen killed five men in an attack.", "attack", {"Gunmen": "agent", "five men": "patient"}),
        ("He stabbed a nun to death.", "death", {"a nun": "patient"}),
        ("The driver killed a nun in a crash.", "crash", {"The driver": "other"}),
        ("A tailor was killed by a blast.", "blast", {"A tailor": "patient"}),
        ("The minister spoke at the summit.", "summit", {"The minister": "other"}),
        ("He escaped without injury.", "injury", {"He": "patient"}),
        ("The envoys met the king for talks.", "talks", {"The envoys": "agent", "the king": "other"}),
        ("The baker died of his injuries.", "injuries", {"The baker": "patient", "his": "patient"}),
        ("A clerk pleaded guilty to two counts of fraud.", "fraud", {"A clerk": "agent"}),
        ("The mill reported a net loss.", "loss", {"The mill": "patient"}),
        ("The king and the queen resumed talks.", "talks", {"The king": "agent", "the queen": "agent"}),
        ("The firm made a two-year offer.", "offer", {"The firm": "agent"}),
    ],
)  # fmt: skip
def test_who_does_or_undergoes_an_event_takes_part(text: str, trigger: str, expected: dict[str, str]) -> None:
    """Light verbs, the verbs of event_carriers.txt and some prepositions tie the subject to the event of a noun."""
    assert roles(text, trigger) == expected
