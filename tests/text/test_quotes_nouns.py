"""What nouns of speech report, passives with "by", and sources whose names look like adverbs."""

import pytest

import newsmodel as nm

from .reading_quotes import with_cues as found


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("His claim that the toll was late drew fire.", "that the toll was late", "claim", "His"),
        ("Hale’s vow to close the bridge drew fire.", "to close the bridge", "vow", "Hale"),
        ("The old mayor’s angry call for talks failed.", "talks", "call for", "The old mayor"),
        ("Roe made a promise to close the bridge.", "to close the bridge", "promise", "Roe"),
        ("Roe has never made any promise to close it.", "to close it", "promise", "Roe"),
        ("Roe, who made rude remarks about the town, left.", "the town", "remarks about", "who"),
        ("Roe arrived on Monday, issuing a warning that it was old.", "that it was old", "warning", "Roe"),
        ("The union drew fire with a claim that it was old.", "that it was old", "claim", "The union"),
        ("The mayor drew fire with his claim that it was old.", "that it was old", "claim", "his"),
        ("Amid allegations of fraud, the firm closed.", "fraud", "allegations of", None),
        ("It ignored calls from drivers for a ban.", "a ban", "calls", "drivers"),
        ("It kept the claim by the union that it was old.", "that it was old", "claim", "the union"),
        ("It kept the promise of the mayor to close.", "to close", "promise", "the mayor"),
        ("Amid claims that the firm, now shut, misled us, it left.", "that the firm, now shut", "claims", None),
        ("Complaints that drivers had not been told grew.", "that drivers had not been told", "Complaints", None),
        ("The claim that the toll Roe set was late drew fire.", "that the toll Roe set was late", "claim", None),
        ("They left, but the claim that it was old drew fire.", "that it was old", "claim", None),
        ("The town met and the claim that it was old drew fire.", "that it was old", "claim", None),
        ("The town “hates” the claim that it was old.", "that it was old", "claim", None),
        (
            "The claim that the toll which Roe set is late drew fire.",
            "that the toll which Roe set is late",
            "claim",
            None,
        ),
        ("The claim that “it is old” drew fire.", "that “it is old”", "claim", None),
        ("The claim that the toll was paid last hurt.", "that the toll was paid last hurt", "claim", None),
    ],
)
def test_nouns_of_speech(text: str, content: str, cue: str, source: str | None) -> None:
    """A noun of speech reports its clause, infinitive or object; whose it is, or who makes it, is the source."""
    assert found(text) == [(content, cue, source)]


@pytest.mark.parametrize(
    "text",
    [
        "It was a claim that went too far.",
        "It was a claim that soon spread.",
        "The town paid, a claim that the mayor denies.",
        "It was a call to arms that failed.",
        "The call that night was long.",
        "The claim on it was old.",
        "The claim by Roe was old.",
        "The claim by Roe, the mayor that was, hurt.",
        "The claim by the town “that was old” hurt.",
        "It kept the claim by the union and the",
        "Roe made remarks about (and left) it.",
        "Roe’s claim",
    ],
)
def test_nouns_that_report_nothing(text: str) -> None:
    """A noun of speech that a relative clause describes, or without what it takes, reports nothing."""
    assert found(text) == []


def test_a_noun_inside_of_what_another_cue_reports_is_told_by_that_one() -> None:
    """A claim in what someone said is no attribution of the article's own; one that holds a report holds it whole."""
    assert found("Roe said his claim that it was old stood.") == [("his claim that it was old stood", "said", "Roe")]
    assert found("They fear the claim that Roe said it was old.") == [
        ("that Roe said it was old", "claim", None),
        ("it was old", "said", "Roe"),
    ]


def test_a_sentence_of_nouns_without_end_is_left_after_some() -> None:
    """Of a sentence with ever more nouns of speech so many are looked at that reading stays linear."""
    assert len(found("Roe’s claim that it is, " * 20 + "and no more.")) == 6


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Hale left town. His promise to return was false.", "Tom Hale"),
        ("Tom Hale left town. In his own words, the bridge was a joke.", "Tom Hale"),
        ("Tom Hale left town. In her words, the bridge was a joke.", None),
        ("Jane Roe’s claim that it was old drew fire.", "Jane Roe"),
    ],
)
def test_whose_words(text: str, speaker: str | None) -> None:
    """A possessive pronoun as the source means the person it goes back to."""
    (quote,) = nm.parse_text(text).quotes
    assert (quote.speaker and quote.speaker.name) == speaker


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Her death was confirmed by her son, Tom Roe.", [("Her death", "was confirmed", "her son, Tom Roe")]),
        ("The sale has been reported by the Gazette.", [("The sale", "has been reported", "the Gazette")]),
        ("The plan, which was reported by the Gazette, died.", []),
        ("The effect was confirmed by testing it.", []),
        ("It is late, and was confirmed by Roe.", []),
    ],
)
def test_passives_with_an_agent(text: str, quotes: list[tuple[str, str, str]]) -> None:
    """What a verb of saying has as the subject of its passive is what "by" names the source of."""
    assert found(text) == quotes


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Connolly said it was late.", "Connolly"),
        ("“It is late,” Connolly said.", "Connolly"),
        ("Emily Reilly wrote that it was late.", "Emily Reilly"),
        ("Scully’s aide said it was late.", "Scully’s aide"),
        ("The plan, Roe reportedly said, was late.", "Roe"),
    ],
)
def test_names_that_end_as_adverbs_do(text: str, source: str) -> None:
    """A name in -ly is no adverb of the verb after it."""
    assert [quoted for _, _, quoted in found(text)] == [source]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "The toll is dead, Roe said, and it has been paid back.",
            [("The toll is dead | and it has been paid back", "Roe")],
        ),
        ("It had no debts, the airline added, and had paid.", [("It had no debts | and had paid", "the airline")]),
        ("The toll is dead, Roe said, and left the room.", [("The toll is dead", "Roe")]),
        ("The toll is dead, Roe said, on Monday, and", [("The toll is dead", "Roe")]),
        ("The debate was sharp, with Hale vowing to close it.", [("to close it", "Hale")]),
        ("Roe called on the county to act.", [("to act", "Roe")]),
        ("Roe questioned whether it was late.", [("whether it was late", "Roe")]),
        ("Roe rose in the polls after repeated clashes with Hale.", []),
    ],
)
def test_where_speech_goes_on(text: str, quotes: list[tuple[str, str]]) -> None:
    """A clause after the attribution is said too, a deed is not; participles and infinitives of speech report."""
    assert [(content, source) for content, _, source in found(text)] == quotes
