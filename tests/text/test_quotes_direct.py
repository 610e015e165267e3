"""Direct quotations: quotation marks and who is quoted."""

import pytest

import newsmodel as nm
from newsmodel.model import AttributionRule, QuoteKind, SpeakerKind

from .reading_quotes import without_cues as found


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("“The bridge is safe,” Maria Lopez said.", "The bridge is safe,", "Maria Lopez"),
        ("“The bridge is safe,” said Maria Lopez.", "The bridge is safe,", "Maria Lopez"),
        ("Maria Lopez said, “The bridge is safe.”", "The bridge is safe.", "Maria Lopez"),
        ("Maria Lopez said: “The bridge is safe.”", "The bridge is safe.", "Maria Lopez"),
        ("Said Maria Lopez: “The bridge is safe.”", "The bridge is safe.", "Maria Lopez"),
        ("“The bridge,” Lopez said, “is not safe.”", "The bridge, | is not safe.", "Lopez"),
        ("“Is it safe?” Lopez asked the driver.", "Is it safe?", "Lopez"),
        ("“It is safe,” Lopez shot back with a laugh.", "It is safe,", "Lopez"),
        ("“It is safe,” she told reporters on Friday.", "It is safe,", "she"),
        ("“The bridge is safe.” — Maria Lopez", "The bridge is safe.", "Maria Lopez"),
        ("Lopez had one message: “The bridge is safe for good.”", "The bridge is safe for good.", "Lopez"),
        ("‘We will not pay,’ said the mayor’s spokesman.", "We will not pay,", "the mayor’s spokesman"),
        ("Lopez called the plan “a gift to the ship owners.”", "a gift to the ship owners.", "Lopez"),
    ],
)
def test_patterns(text: str, content: str, source: str) -> None:
    """A quotation finds its source before it, after it, between its parts, behind a dash or a colon."""
    assert found(text) == [(content, source)]
    assert nm.parse_text(text).quotes[0].kind is QuoteKind.DIRECT


def test_source_takes_its_descriptions() -> None:
    """The source is everything between mark and verb, and its descriptions."""
    assert found("“It rose,” Hugh Hill, a doctor at St. Mary's, said.")[0][1] == "Hugh Hill, a doctor at St. Mary's"
    assert found("“It rose,” said Hugh Hill, a doctor at St. Mary's.")[0][1] == "Hugh Hill, a doctor at St. Mary's"


def test_continuation_in_the_paragraph() -> None:
    """What follows in marks in the same paragraph goes on with the same quote."""
    text = "“The bridge is safe,” Lopez said. “We checked every bolt of it.”"
    assert found(text) == [("The bridge is safe, | We checked every bolt of it.", "Lopez")]


def test_continuation_over_paragraphs() -> None:
    """A quotation reopened in the next paragraph is the same quote."""
    text = "“The bridge is safe,” Lopez said. “We checked it.\n\n“We checked it twice.”"
    assert found(text) == [("The bridge is safe, | We checked it. | We checked it twice.", "Lopez")]


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ('"', '"'), ("‘", "’")])
def test_last_paragraph_says_whose(opens: str, closes: str) -> None:
    """A quotation over paragraphs is whoever's its last paragraph says."""
    text = f"{opens}The toll is dead.\n\n{opens}It will stay dead.\n\n{opens}No one mourns it,{closes} said Hale."
    assert found(text) == [("The toll is dead. | It will stay dead. | No one mourns it,", "Hale")]


def test_single_marks_over_paragraphs() -> None:
    """Single marks that the next paragraph opens again go on, too."""
    text = "‘We go home,’ Hale said. ‘It rains.\n\n‘And it pours.’"
    assert found(text) == [("We go home, | It rains. | And it pours.", "Hale")]


def test_next_paragraph_of_its_own_cue() -> None:
    """The next paragraph's quotation is whoever's its own words say."""
    text = "“The bridge is safe,” Lopez said.\n\n“It is not at all,” Hill said."
    assert [source for _, source in found(text)] == ["Lopez", "Hill"]


def test_next_paragraph_with_other_words_is_nobody_s() -> None:
    """A quotation in a later paragraph that tells of something else is nobody's."""
    text = "“The bridge is safe,” Lopez said.\n\nThe town slept.\n\n“No toll no more for us here.”"
    assert found(text)[1][1] is None
    assert nm.parse_text(text).quotes[1].rule is AttributionRule.QUOTATION_BARE


def test_colon_announces_the_next_paragraphs() -> None:
    """After a colon at the end of a paragraph the quotations that follow are the announced one's."""
    text = "Lopez stated this:\n\n“The bridge is safe for us.”\n\n“And it is ours to keep.”"
    article = nm.parse_text(text)
    assert {source for _, source in found(text)} == {"Lopez"}
    assert article.quotes[0].rule is AttributionRule.QUOTATION_INTRODUCED


def test_block_quotations() -> None:
    """A block quotation is whose a colon before it says."""
    article = nm.parse_text("Lopez wrote:\n\n> The bridge is safe and sound.\n\nThe town slept.")
    (quote,) = article.quotes
    assert quote.rule is AttributionRule.BLOCK_QUOTATION
    assert quote.text == "The bridge is safe and sound."
    assert quote.speaker is not None
    assert quote.speaker.name == "Lopez"


def test_question_and_answer() -> None:
    """A turn of a questionnaire runs to the end of its paragraph; its letter names nobody."""
    text = "Q: Do you wish to run?\n\nA: No, not now. I am too old for it."
    assert found(text)[1] == ("No, not now. I am too old for it.", "A")
    assert nm.parse_text(text).speakers == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("LOPEZ: The bridge is closed.", "LOPEZ"),
        ("Q: Is the bridge closed?", "Q"),
        ("Lopez: “The bridge is safe.”", "Lopez"),
    ],
)
def test_transcripts(text: str, source: str) -> None:
    """A name and a colon open a turn."""
    article = nm.parse_text(text)
    assert article.quotes[0].rule is AttributionRule.TRANSCRIPT
    assert found(text)[0][1] == source


@pytest.mark.parametrize("label", ["Obituary", "Recipe", "Clarification"])
def test_what_a_piece_is_called_opens_no_turn(label: str) -> None:
    """A label of newspapers before a colon speaks nothing."""
    assert found(f"{label}: The bridge is closed.") == []


def test_turns_of_a_transcript_are_whole() -> None:
    """In a transcript all of a turn is its speaker's, word for word, and what is reported in it is part of it."""
    text = "HALE: The toll is dead. He said he was ill.\n\nROE: We mourn it. It was ours."
    assert found(text) == [
        ("The toll is dead. He said he was ill.", "HALE"),
        ("We mourn it. It was ours.", "ROE"),
    ]
    assert {quote.kind for quote in nm.parse_text(text).quotes} == {QuoteKind.DIRECT}
    assert {speaker.kind for speaker in nm.parse_text(text).speakers} == {SpeakerKind.PERSON}


def test_nested_quotation_is_no_quote_of_its_own() -> None:
    """What a quotation quotes belongs to it."""
    assert len(found("“He told me, ‘Go home now,’ and I went,” Lopez said.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The band played “Let It Be” at the gala.",
        "She owns the so-called “ghost” ships.",
        "He starred in “The Long Way Down to the Sea” last year.",
        "Dwayne “Bud” Miller went home.",
        "The town is “the end of the road” for most, and its mayor was “happy to leave” it.",
        "The bank rates the stock a “sell” and no more.",
    ],
)
def test_titles_scare_quotes_and_nicknames_are_not_speech(text: str) -> None:
    """Marks around titles, single words and nicknames quote nobody."""
    assert found(text) == []


def test_marks_of_other_languages_are_bare_quotes() -> None:
    """Without a lexicon there are the quotations, and nothing else is claimed."""
    text = "„Wir haben die Brücke gestern geschlossen, und sie bleibt zu“, sagte der Bürgermeister nach der Sitzung."
    (quote,) = nm.parse_text(text).quotes
    assert (quote.text, quote.cue, quote.source, quote.speaker) == (
        "Wir haben die Brücke gestern geschlossen, und sie bleibt zu",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Bell", "Carter"), ("Carter", "Bell"), ("Reporter", "Bell"), ("Q", "Bell"), ("Dr. Roe", "Bell")],
)
def test_turns_of_a_name_that_is_a_word_elsewhere(asks: str, answers: str) -> None:
    """In an interview a word that opens paragraphs again and again is whose turn it is, and a turn may be one word."""
    text = f"{asks}: Is it safe?\n\n{answers}: We think so.\n\n{asks}: Really?\n\n{answers}: Yes."
    assert found(text) == [("Is it safe?", asks), ("We think so.", answers), ("Really?", asks), ("Yes.", answers)]


@pytest.mark.parametrize(
    "text",
    [
        "Note: The bridge is safe.\n\nUpdate: The toll is dead.\n\nNote: The road is wet.",
        "Jane Hale: 547\n\nTom Reed: 46\n\nJane Hale: 12\n\nTom Reed: 13",
    ],
)
def test_lists_are_no_interview(text: str) -> None:
    """Labels that are words of the language are nobody's, and numbers are no turn."""
    assert found(text) == []


def test_a_headline_in_capitals_may_quote() -> None:
    """Capitals alone make no title of words with a subject, and what "Q&A" names opens no turn."""
    assert found("'I THOUGHT I WAS GOING TO DIE': How a gull took a bun") == [("I THOUGHT I WAS GOING TO DIE", None)]
    assert found("'THE WAR OF THE WORLDS': How a gull took a bun") == []
    assert found("Q&A: Rosa Marin on fire") == []
