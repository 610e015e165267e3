"""Indirect and mixed speech: the clause of the cue."""

import pytest

import newsmodel as nm
from newsmodel.model import AttributionRule, QuoteKind

from .reading_quotes import with_cues as found
from .reading_quotes import without_cues


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Lopez said the bridge was closed.", "the bridge was closed", "said", "Lopez"),
        ("Lopez said that the bridge was closed.", "that the bridge was closed", "said", "Lopez"),
        ("The bridge was closed, Lopez said.", "The bridge was closed", "said", "Lopez"),
        ("The bridge was closed, said the mayor.", "The bridge was closed", "said", "the mayor"),
        ("The bridge, Lopez said, was closed.", "The bridge | was closed", "said", "Lopez"),
        ("It was shut, according to the harbor office.", "It was shut", "according to", "the harbor office"),
        ("According to Lopez, the bridge was shut.", "the bridge was shut", "According to", "Lopez"),
        ("The bridge, according to Lopez, was shut.", "The bridge | was shut", "according to", "Lopez"),
        ("In the words of Lopez, the bridge was a joke.", "the bridge was a joke", "In the words of", "Lopez"),
        ("As Lopez put it, the bridge was a joke.", "the bridge was a joke", "put it", "Lopez"),
        ("Lopez, who said the bridge was shut, left town.", "the bridge was shut", "said", "who"),
        ("Lopez arrived at noon and said the bridge was shut.", "the bridge was shut", "said", "Lopez"),
        ("Lopez told reporters on Tuesday that it was shut.", "that it was shut", "told", "Lopez"),
        ("Lopez said in a note to clients that it was shut.", "that it was shut", "said", "Lopez"),
        ("Lopez told The Daily Post the bridge was shut.", "the bridge was shut", "told", "Lopez"),
        ("Lopez did not say whether it was shut.", "whether it was shut", "did not say", "Lopez"),
        ("Lopez asked whether it was shut.", "whether it was shut", "asked", "Lopez"),
        ("Lopez left, saying the bridge was shut.", "the bridge was shut", "saying", "Lopez"),
        ("In a statement, the company said it was shut.", "it was shut", "said", "the company"),
        ("Lopez tweeted that the bridge was shut.", "that the bridge was shut", "tweeted", "Lopez"),
        ("Lopez vowed to close the bridge.", "to close the bridge", "vowed", "Lopez"),
        ("It was reported that the bridge was shut.", "that the bridge was shut", "was reported", None),
        ("The Daily Post quoted Lopez as saying it was shut.", "it was shut", "saying", "Lopez"),
        ("She’d said the bridge was shut.", "the bridge was shut", "said", "She’d"),
        (
            "The ferry runs till noon, said Tom Reed, who rows.",
            "The ferry runs till noon",
            "said",
            "Tom Reed, who rows",
        ),
        ("Critics said the bridge was old.", "the bridge was old", "said", "Critics"),
        ("Two officials said it was old.", "it was old", "said", "Two officials"),
        ("The report found that it was old.", "that it was old", "found", "The report"),
        ("The bridge, the report found, was old.", "The bridge | was old", "found", "the report"),
        ("Lopez said the bridge was shut; the town was glad.", "the bridge was shut", "said", "Lopez"),
        ("Lopez saved what critics said was a wreck.", "was a wreck", "said", "critics"),
        ("Critics accused him of lying.", "him of lying", "accused", "Critics"),
        ("Lopez said in a podcast he was shut out.", "he was shut out", "said", "Lopez"),
    ],
)
def test_patterns(text: str, content: str, cue: str, source: str | None) -> None:
    """The clause of the cue is what was said; whom, when and where it was said stand outside."""
    assert found(text) == [(content, cue, source)]
    assert nm.parse_text(text).quotes[0].kind is QuoteKind.INDIRECT


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("While critics argue that the bridge is old, the mayor has closed it.", "that the bridge is old"),
        ("Lopez said the bridge was shut, but he did not call the mayor.", "the bridge was shut"),
        ("Lopez said the bridge was shut, pointing to a sign.", "the bridge was shut"),
        ("Lopez said the bridge, which is old, was shut.", "the bridge, which is old, was shut"),
        (
            "Lopez said the bridge was shut, the road was mud and no one came.",
            "the bridge was shut, the road was mud and no one came",
        ),
    ],
)
def test_where_it_ends(text: str, content: str) -> None:
    """What was said runs to the full stop unless the reporter speaks again."""
    assert found(text)[0][0] == content


def test_two_attributions_in_a_sentence() -> None:
    """Where the next attribution begins, what the first one reports ends."""
    contents = [content for content, _, _ in found("Lopez said the bridge was shut and Hill said the road was open.")]
    assert contents == ["the bridge was shut", "the road was open"]


def test_attribution_inside_an_attribution_nests() -> None:
    """What the source tells of another source is a quote inside the quote."""
    contents = [content for content, _, _ in found("Lopez said that Hill had told her the road was open.")]
    assert set(contents) == {"that Hill had told her the road was open", "the road was open"}


@pytest.mark.parametrize(
    "text", ["Lopez announced her candidacy.", "Lopez denied the charges.", "The mayor confirmed the plan."]
)
def test_noun_phrases(text: str) -> None:
    """Strong speech acts report things, too."""
    assert nm.parse_text(text).quotes[0].rule is AttributionRule.NOUN_PHRASE


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Lopez called it a mistake.", ["it a mistake"]),
        (
            "Lopez called the toll plan a gift to the ship owners, and left.",
            ["the toll plan a gift to the ship owners"],
        ),
        ("Lopez called it “a shambles”, and left.", ["it “a shambles”"]),
        ("Lopez called the police.", []),
        ("Lopez called him at home.", []),
        ("Lopez called a meeting for Friday.", []),
    ],
)
def test_what_something_is_called(text: str, contents: list[str]) -> None:
    """The thing and what it is called are what was said; a call to someone is no quote."""
    assert [content for content, _, _ in found(text)] == contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lopez said the bridge was “a joke” and had to go.", "the bridge was “a joke” and had to go"),
        ("“A joke” is what it was, Lopez said.", "“A joke” is what it was"),
        ("“It is over” and “it is done,” Lopez said.", "“It is over” and “it is done,”"),
        ("The bridge, she said, “is no more than a joke.”", "The bridge | is no more than a joke."),
    ],
)
def test_mixed_takes_the_clause(text: str, content: str) -> None:
    """Words in marks inside a reported clause belong to the quote of that clause."""
    (quote,) = nm.parse_text(text).quotes
    assert quote.kind is QuoteKind.MIXED
    assert found(text)[0][0] == content


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "Six states voted on Monday.",
        "The claims were paid in full.",
        "He returned the said goods.",
        "She read a book in the garden.",
        "He made many remarks.",
        "The company denied it on Monday.",
        "The company, based in Ulm, posted a net loss of $3 million.",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    """A word that is no verb here, a verb of other use, and one that reports no more than "it" is no cue."""
    assert found(text) == []


@pytest.mark.parametrize("asked", ["about the delay", "whether it was late", "why it was late"])
def test_an_answer_is_no_part_of_the_question_before_it(asked: str) -> None:
    """What someone is asked ends at the comma before the answer."""
    quote = nm.parse_text(f"Asked {asked}, Hart shrugged: “It happens.”").quotes[-1]
    assert (quote.text, str(quote.speaker)) == ("It happens.", "Hart")


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The dam was cracked, Maria Lopez told reporters in Ulm.", "The dam was cracked", "Maria Lopez"),
        ("The dam was cracked, Maria Lopez told the council on Monday.", "The dam was cracked", "Maria Lopez"),
        ("ULM: The dam was cracked after a storm, police said.", "The dam was cracked after a storm", "police"),
        ("The weather office says March will be dry.", "March will be dry", "The weather office"),
        ("The mayor said Monday would be busy.", "Monday would be busy", "The mayor"),
        ("The mayor said Monday the dam was safe.", "the dam was safe", "The mayor"),
    ],
)
def test_where_and_when_it_was_told_are_not_told(text: str, content: str, source: str) -> None:
    """To whom, where and when something was told is none of it, unless the day is the subject of a verb."""
    assert [(words, told) for words, _, told in found(text)] == [(content, source)]


def test_colon_after_a_second_verb_of_the_same_subject() -> None:
    """What "then added:" brings is the quotation after it alone, and the sentence's subject says it."""
    text = "Hale praised Roe as “a friend of mine,” then added: “Bad friend.”"
    assert found(text)[-1] == ("Bad friend.", "then added", "Hale")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The court heard that Roe had driven home.", "that Roe had driven home"),
        ("The inquest heard how the boy fell.", "how the boy fell"),
        ("Jurors heard that the mayor lied.", "that the mayor lied"),
    ],
)
def test_who_hears_does_not_speak(text: str, content: str) -> None:
    """What a court hears is said by someone, though the sentence does not tell by whom."""
    assert found(text) == [(content, "heard", None)]


@pytest.mark.parametrize("hearer", ["Roe", "The driver", "She"])
def test_not_all_that_is_heard_is_reported(hearer: str) -> None:
    """What others hear is what they learn."""
    assert found(f"{hearer} heard that the toll was dead.") == []


@pytest.mark.parametrize("act", ["a state of emergency", "war on Ulm", "bankruptcy on Monday", "independence"])
def test_acts_that_come_about_by_words(act: str) -> None:
    """Who declares war says nothing about it: that is the deed."""
    assert found(f"The town declared {act}.") == []


@pytest.mark.parametrize("said", ["its support for the plan", "the plan “dead”", "the plan, now old, a mess"])
def test_what_is_declared_may_be_words(said: str) -> None:
    """What else is declared is what was said."""
    assert [(words, told) for words, _, told in found(f"The town declared {said}.")] == [(said, "The town")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Roe told reporters who had come that the toll was dead.", "that the toll was dead"),
        ("Roe told host Ann Bell the toll was dead.", "the toll was dead"),
        ("Roe told the court Bell had lied.", "Bell had lied"),
        ("Roe told drivers Bell had lied.", "Bell had lied"),
        ("Roe asked drivers who had come.", "who had come"),
    ],
)
def test_whom_it_was_told_to_is_not_told(text: str, content: str) -> None:
    """A clause about those addressed, and the name after what they are, are none of what was said."""
    assert [(words, told) for words, _, told in found(text)] == [(content, "Roe")]


def test_told_them_and_no_more() -> None:
    """A clause about those addressed reports nothing."""
    assert found("Roe told reporters who had come, and left.") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Roe said the toll was dead, according to the Herald.",
            [("Roe said the toll was dead", "the Herald"), ("the toll was dead", "Roe")],
        ),
        (
            "“The toll is dead in Ulm,” Roe said, according to the Herald. “We paid it.”",
            [
                ("“The toll is dead in Ulm,” Roe said", "the Herald"),
                ("The toll is dead in Ulm,", "Roe"),
                ("We paid it.", "Roe"),
            ],
        ),
        ("Ulm has called for aid, according to Roe.", [("Ulm has called for aid", "Roe")]),
        (
            "According to the Herald, the toll is in the report the town gave out, detailing the cost.",
            [("the toll is in the report the town gave out, detailing the cost", "the Herald")],
        ),
        ("But according to Roe, while drivers pay, they complain.", [("while drivers pay, they complain", "Roe")]),
        ("Roe said that according to Hale the toll is dead.", [("that according to Hale the toll is dead", "Roe")]),
        ("In her own words, the toll is dead.", [("the toll is dead", "her own words")]),
        ("In many words, the toll is dead.", []),
        ("In May the town had no use for any words.", []),
        (
            "The toll fell, according to Ulm, and Roe said it was late.",
            [("The toll fell", "Ulm"), ("it was late", "Roe")],
        ),
        (
            "Roe said the toll, according to Hale, was dead.",
            [("the toll, according to Hale, was dead", "Roe")],
        ),
        (
            "“The toll is dead,” Roe said, according to Hale, and “it is late for all of us.”",
            [("The toll is dead, | it is late for all of us.", "Roe")],
        ),
    ],
)
def test_phrases_that_attribute(text: str, quotes: list[tuple[str, str]]) -> None:
    """What "according to" reports may hold what somebody else says in it; a phrase inside of that stays there."""
    assert [(content, source) for content, source in without_cues(text) if source != "they"] == quotes


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("As reported by Ulm News, the former mayor was ill.", "the former mayor was ill", "Ulm News"),
        ("As reported by Ulm News, drivers found 30 cars.", "drivers found 30 cars", "Ulm News"),
        ("As reported by Ulm News, the ship broke in two.", "the ship broke in two", "Ulm News"),
        ("Hale - who was late - said the toll was dead.", "the toll was dead", "Hale - who was late"),
        ("Hale said the toll - a joke to drivers - was dead.", "the toll - a joke to drivers - was dead", "Hale"),
        ("Roe, citing “the bill of last year,” said he paid.", "he paid", "Roe, citing “the bill of last year,”"),
        ("A source close to him said it was late.", "it was late", "A source close to him"),
        ("People close to the mayor said it was late.", "it was late", "People close to the mayor"),
        ("The tolls fell, Globex reported on Tuesday -- a change that drivers fear.", "The tolls fell", "Globex"),
        ("Globex reported a loss of 30 million.", "a loss of 30 million", "Globex"),
        ("Drivers reported spending more.", "spending more", "Drivers"),
        ("The court heard Bell was ill.", "Bell was ill", None),
        ("“It was late,” said Jane Roe, a man dressed in red.", "It was late,", "Jane Roe, a man dressed"),
        ("“It was late,” said Jane Roe because it rained.", "It was late,", "Jane Roe"),
    ],
)  # fmt: skip
def test_who_reports_what(text: str, content: str, source: str | None) -> None:
    """A source ends before a clause of its own, a spaced hyphen is a dash, and results are reported, too."""
    assert without_cues(text)[-1] == (content, source)


@pytest.mark.parametrize("text", ["Globex reported Tuesday.", "She reported last week.", "The officer reports daily."])
def test_no_day_is_reported(text: str) -> None:
    """When something is reported is no content."""
    assert found(text) == []


def test_phrases_of_a_sentence_without_end_are_left_after_some() -> None:
    """Of a sentence with ever more attributing phrases so many are looked at that reading stays linear."""
    assert len(found("It is late, according to Roe; " * 8)) == 5
