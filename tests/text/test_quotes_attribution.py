"""Attribution: which of several verbs and nouns of a sentence a quote belongs to, and which belong to none."""

import pytest

import newsmodel as nm
from newsmodel.model import AttributionRule, QuoteKind

from .reading_quotes import without_cues as found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It was a good year for all,” Hale notes.", "Hale"),
        ("“It was a good year for all,” the owners state in a paper.", "the owners"),
        ("“Not us, but we like it!” Hale, the head of the fair, tweeted.", "Hale, the head of the fair"),
        ("“It was a good year for all.” Hale said.", "Hale"),
        ("“Thank you, son,” Hale replied.", "Hale"),
        ("“House of Hale,” she said.", "she"),
        ("“Can we win Ulm?” Mr. Hale asked.", "Mr. Hale"),
    ],
)
def test_verb_after_a_quotation_and_its_source(text: str, source: str) -> None:
    """After a quotation and a source any verb that reports does so, even one that is a noun elsewhere."""
    quote = nm.parse_text(text).quotes[0]
    assert (quote.kind, quote.source and quote.source.of(text)) == (QuoteKind.DIRECT, source)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Hale denies it in a film: “I was at home all day,” the senator says.", ["the senator"]),
        ("“His way is grumpy,” she said, but in spite of that, “I think he will do it,” said Hale.", ["she", "Hale"]),
        ("When Lopez shouted, “Hale for mayor,” Roe joked that it was late.", ["Lopez", "Roe"]),
        ("Lopez shouted, “Hale for mayor,” Roe joked.", ["Roe", "Lopez"]),
    ],
)
def test_quotation_belongs_to_the_verb_right_after_it(text: str, sources: list[str]) -> None:
    """A quotation goes to the attribution that its comma announces, unless a verb right before it has it."""
    assert [source for _, source in found(text)] == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("With mayors worried about the vote, Hale is rolling out a new message: “It is about me.”", "Hale"),
        ("But back at home, he returned to his old line: “There will be no toll at all.”", "he"),
        ("Then came a letter in which Hale took credit for “being right on the toll.”", "Hale"),
        ("Hale landed a sharp blow at “my dear sister from the harbor.”", "Hale"),
        ("THE TOLL IS DEAD - Jane Hale: “No one paid it in the end, so it went.”", "Jane Hale"),
    ],
)
def test_quotation_without_a_reporting_verb_goes_to_the_nearest_subject(text: str, source: str) -> None:
    """Words in marks belong to the subject of the verb before them, or to the name before their colon."""
    assert [place for _, place in found(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Hale held up a sign saying “The toll is a tax on all of us.”", "a sign"),
        ("In the film is footage of Jane Hale asking, “Why are we not ahead by now?”", "footage of Jane Hale"),
        ("The Herald quoted Hale as saying that the toll was dead.", "Hale"),
        ("The town issued a statement saying that the toll was dead.", "The town"),
        ("Lopez told reporters on Friday, then emailed supporters saying that the toll was dead.", "Lopez"),
    ],
)
def test_participle_after_a_noun(text: str, source: str) -> None:
    """A participle right after a name or thing is its deed; a statement, or who is told, says nothing itself."""
    assert [place for _, place in found(text)][-1] == source


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Allies say that he sees no need for it.", "that he sees no need for it", "Allies"),
        ("No tool is there, and experts say it may be years until then.", "it may be years until then", "experts"),
        ("Some drivers, including Ms. Roe, said they paid.", "they paid", "Some drivers, including Ms. Roe"),
        ("Hale, who calls Roe a “sham,” said he would not pay.", "he would not pay", "Hale, who calls Roe a “sham,”"),
        ("Most of them said they had paid.", "they had paid", "Most of them"),
        ("Those surveyed said the toll was dead.", "the toll was dead", "Those surveyed"),
        ("As Hale told The Ulm Herald on Friday, the toll is dead.", "the toll is dead", "Hale"),
        ("Lopez heard from Jane Hale, who in 2010 said the toll was dead.", "the toll was dead", "who"),
        ("The vote came after he refused to say that the toll was dead.", "that the toll was dead", "he"),
        ("The crowd left when Hale took the stage and said that the toll was dead.", "that the toll was dead", "Hale"),
        ("Hale, tired by then, suddenly said the toll was dead.", "the toll was dead", "Hale, tired by then"),
    ],
)  # fmt: skip
def test_subjects(text: str, content: str, source: str) -> None:
    """The source is the subject of the verb's own clause, whatever stands between."""
    mine = [(part, place) for part, place in found(text) if part == content]
    assert [place.rstrip(",") if place else None for _, place in mine] == [source.rstrip(",")]


@pytest.mark.parametrize(
    "text",
    [
        "It is safe to say the toll will stay for a year.",
        "It is too soon to say whether the toll will stay.",
        "That said, the toll will stay for a year.",
        "All told, the toll will stay for a year.",
        "His last book, “Salt,” was found in a drawer.",
        "The town responded by building a bridge that drivers like.",
    ],
)
def test_verbs_that_report_nothing(text: str) -> None:
    """A verb of saying that nobody is the subject of, or that tells of deeds, makes no quote."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Hale said that the town has not commented on the toll.", "that the town has not commented on the toll"),
        ("Hale said that experts say it works.", "that experts say it works"),
        ("Lopez insisted that he never said it was dead.", "that he never said it was dead"),
    ],
)
def test_what_a_source_only_mentions_in_passing_is_no_second_quote(text: str, content: str) -> None:
    """A report inside a report is a quote of its own only where it names who told it."""
    assert [part for part, _ in found(text)] == [content]


def test_comparison_is_the_reporters() -> None:
    """What "compared with" sets beside the words of a source is the reporter's."""
    text = "Half of the drivers said they liked it, compared with a third last year."
    assert found(text) == [("they liked it", "Half of the drivers")]


def test_paragraph_of_marks_after_a_partly_quoted_sentence() -> None:
    """A paragraph of quotation marks alone goes on with the marks that end the paragraph before it."""
    text = "The toll, Hale said, was “a gift to the owners.”\n\n“It was never meant to help the town.”"
    quote = nm.parse_text(text).quotes[-1]
    assert quote.rule is AttributionRule.QUOTATION_CONTINUED
    assert quote.speaker is not None
    assert quote.speaker.name == "Hale"


@pytest.mark.parametrize("title", ["The Way of the Harbor", "Orange Is the New Gray", "Star Harbor"])
def test_titles_are_not_speech(title: str) -> None:
    """Words in marks that are written as a title are no quote."""
    assert found(f"Hale was in the play “{title}” for a year.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Hale called the plan “a long mess” and left.", "Hale"),
        ("She dubbed the toll ‘the harbor tax’ last year.", "She"),
        ("Mayor Hale dismissed the claim as “a plain lie” on Friday.", "Mayor Hale"),
    ],
)
def test_words_that_name(text: str, source: str) -> None:
    """Few words in marks are a quote where a verb gives them as what someone calls a thing."""
    assert [place for _, place in found(text)] == [source]


def test_company_that_posted_a_loss_says_nothing() -> None:
    """A verb after an apposition has its subject before it: the loss is no source."""
    text = "ULM — Tool maker Globex Inc., which had warned of it in March, posted a net loss of $2 million."
    assert all("loss" not in (source or "") for _, source in found(text))


def test_adverb_between_commas_is_no_part_of_the_source() -> None:
    """An adverb like "however" between a source and its verb belongs to neither."""
    assert found("Many drivers, however, complained that it was late.") == [("that it was late", "Many drivers")]


def test_answer_belongs_to_who_was_asked() -> None:
    """A quotation after "Asked whether ..., X shrugged." is X's."""
    text = "Asked whether he feared for his job, Hale shrugged. “You had better ask the mayor.”"
    assert found(text)[-1] == ("You had better ask the mayor.", "Hale")


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Globex said in a statement it would appeal.", "it would appeal", "Globex"),
        ("The foreign minister on Sunday warned that time was short.", "that time was short", "The foreign minister"),
        ("Fire chief Omar Said says his men heard it.", "his men heard it", "Fire chief Omar Said"),
        ("Joan Pell confirmed the death but did not give a cause.", "the death", "Joan Pell"),
        ("The bill is dead, an aide said, speaking on condition of anonymity.", "The bill is dead", "an aide"),
    ],
)
def test_what_the_reporter_adds(text: str, content: str, source: str) -> None:
    """When and where a source spoke, and what the reporter says of it, is neither source nor content."""
    assert found(text) == [(content, source)]


def test_title_after_the_attribution_is_no_second_part() -> None:
    """The title of the book in which something was said is not said with it."""
    text = "“I only said what all knew,” she recalled in her memoir, “Dirty Water.”"
    assert found(text) == [("I only said what all knew,", "she")]


def test_turn_of_a_transcript_is_one_stretch() -> None:
    """The sentences of a turn are one part of its quote, stops and all."""
    text = "ROE: Thank you. I voted no. It was a bad bill.\n\nHALE: That is not true at all."
    assert found(text)[0] == ("Thank you. I voted no. It was a bad bill.", "ROE")


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Their aunt heard Hale saying the toll was dead.", "the toll was dead", "Hale"),
        ("Witnesses heard the driver shouting that the toll was dead.", "that the toll was dead", "the driver"),
        ("She remembered him saying that the toll was dead.", "that the toll was dead", "him"),
        ("A film shows the mayor saying the toll was dead.", "the toll was dead", "the mayor"),
        ("The town, saying the toll was dead, left.", "the toll was dead, left", "The town"),
    ],
)
def test_whom_someone_hears_saying_it(text: str, content: str, source: str) -> None:
    """The object of a verb of hearing, seeing or quoting says what the participle after it reports."""
    assert found(text) == [(content, source)]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The man who the nurse said attacked her was found.", "attacked her", "the nurse"),
        ("The man, who the nurse said attacked her, was found.", "attacked her", "the nurse"),
        ("They found the man who police say had left before he fell.", "had left before he fell", "police"),
        ("A driver who witnesses say ran a red light is ill.", "ran a red light", "witnesses"),
        ("The tax, which the town says is low, will rise.", "is low", "the town"),
        ("The man who police say had left was found.", "had left", "police"),
        ("The man who police say left when she called was found.", "left when she called was found", "police"),
        ("The girl, whose mother said she was ill, was found.", "she was ill", "mother"),
        ("The man, who said that he left, was found.", "that he left", "who"),
    ],
)
def test_report_inside_a_relative_clause(text: str, content: str, source: str) -> None:
    """The subject after "who" says it, and what was said ends where the clause around it goes on."""
    assert found(text) == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Teachers had asked for it.",
        "Teachers had asked for it since May.",
        "The town got a pool, and teachers had asked for them for years.",
    ],
)
def test_asking_for_what_was_named_before_reports_nothing(text: str) -> None:
    """A pronoun alone, asked for, is no content."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The town wanted the site, and the owner, Ulm Homes, said it was late.", "the owner, Ulm Homes"),
        ("In the end the head of the site, Ulm Homes, said it was late.", "the head of the site, Ulm Homes"),
        ("On the roof of the hall drivers said it was late.", "the hall drivers"),
        ("Robert (Bob) Hale said it was late.", "Robert (Bob) Hale"),
        ("Maria (“Mia”) Stone said it was late.", "Maria (“Mia”) Stone"),
        ("Joe “the Boss” Stone said it was late.", "Joe “the Boss” Stone"),
        ("“It was late,” said William “Peggy” Stone, a doctor.", "William “Peggy” Stone, a doctor"),
        ("The Office for Homes and Growth said it was late.", "The Office for Homes and Growth"),
    ],
)
def test_a_source_is_whole(text: str, source: str) -> None:
    """No clause before a source is part of it, and no mark inside a name ends it."""
    assert [place for _, place in found(text)] == [source]


def test_words_that_turn_to_the_hearer_attribute_nothing() -> None:
    """What follows "and I quote" goes on with what was said."""
    text = "ROE: You said, and I quote, “The bridge is safe.”\n\nHALE: It is safe."
    assert found(text) == [("You said, and I quote, “The bridge is safe.”", "ROE"), ("It is safe.", "HALE")]


@pytest.mark.parametrize("verb", ["was quoted as saying", "is quoted by the Herald as saying"])
def test_quoted_as_saying(verb: str) -> None:
    """Who is quoted as saying it is the source, whoever quotes them."""
    text = f"“The talk was good for all,” Hale {verb}. “It is late.”"
    assert found(text) == [("The talk was good for all, | It is late.", "Hale")]
    assert found("“The talk was good for all,” Hale was at home by noon.") == [("The talk was good for all,", None)]
    assert found("“The talk was good for all,” Hale was seen.") == [("The talk was good for all,", None)]
    assert found("Hale was quoted by the Herald as saying that it was late.") == [("that it was late", "Hale")]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Hale warned the authority could lose.", "the authority could lose", "Hale"),
        ("Brussels (dpa) - The leaders are late, Hale said.", "The leaders are late", "Hale"),
        ("Some (ten) - a few of them - are late, Hale said.", "Some (ten) - a few of them - are late", "Hale"),
        ("The (new) - or old - town is late, Hale said.", "The (new) - or old - town is late", "Hale"),
        ("Hale told reporters he'd pay.", "he'd pay", "Hale"),
        ("Hale called the study “elegant.”", "the study “elegant.”", "Hale"),
        ("Taxes will not rise, Hale said on Tuesday, easing fears of a strike.", "Taxes will not rise", "Hale"),
        ("The tolls fell, Ulm News reported, hurting the town.", "The tolls fell", "Ulm News"),
        ("Our reporter Sam Pell is in Keswick: “It is a wet day.”", "It is a wet day.", "Our reporter Sam Pell"),
        ("A word at Main Street: “It is a wet day.”", "It is a wet day.", "Main Street"),
    ],
)  # fmt: skip
def test_where_source_and_content_part(text: str, content: str, source: str | None) -> None:
    """A verb's subject is no addressee, what comes of it is the reporter's, and who is somewhere speaks."""
    assert found(text) == [(content, source)]
