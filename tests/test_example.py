"""The bundled article comes out right: what a reader of the page would say that it says."""

import datetime as dt
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.model import Modality, Polarity, SpeakerKind

PAGE = Path(__file__).parents[1] / "examples" / "article.html"
PACIFIC = dt.timezone(dt.timedelta(hours=-7))


@pytest.fixture(scope="module")
def article() -> nm.Article:
    """Return the article of the page."""
    return nm.parse_html(PAGE.read_bytes())


def test_the_page_says_what_it_is(article: nm.Article) -> None:
    """Headline, authors, publisher, dates, section, language and dateline are those of the page."""
    assert article.headline == "Landslide buries Highway 30 and empties an Astoria neighborhood"
    assert [author.name for author in article.authors] == ["Nora Quill", "Ben Asher"]
    assert article.publisher is not None
    assert article.publisher.name == "Lower River Courier"
    assert article.published == dt.datetime(2026, 3, 12, 17, 40, tzinfo=PACIFIC)
    assert article.modified == dt.datetime(2026, 3, 12, 19, 5, tzinfo=PACIFIC)
    assert (article.section, article.language) == ("Local news", "en-US")
    assert article.dateline is not None
    assert article.dateline.place == "ASTORIA, Ore."


def test_the_body_is_all_there_and_nothing_else(article: nm.Article) -> None:
    """The blocks are the article's standfirst, paragraphs, headings and list; what stands around them is left out."""
    assert article.description == article.blocks[0].span.of(article.text)
    assert article.blocks[1].span.of(article.text).startswith("ASTORIA, Ore. — A landslide buried")
    assert article.text.endswith("“We’ve heard that one.”")
    kinds = [block.kind.value for block in article.blocks]
    assert (kinds.count("paragraph"), kinds.count("heading"), kinds.count("list-item")) == (18, 2, 3)
    for furniture in (
        *("partners", "Manage preferences", "Obituaries", "Share", "Print", "Mud covers", "Ilse Varga"),
        *("Morning Tide", "newsletter", "Related stories", "Ferry cancelled", "Privacy policy", "All rights reserved"),
    ):
        assert furniture not in article.text


def test_the_photograph_has_its_caption(article: nm.Article) -> None:
    """The image has its caption and credit, which are no part of the text."""
    image = article.images[0]
    assert image.url == "https://courier.example/images/2026/alderbrook-slide.jpg"
    assert image.caption == "Mud covers both lanes of Highway 30 below Alderbrook on Wednesday."
    assert image.credit == "Ilse Varga"


@pytest.mark.parametrize(
    ("kind", "speaker", "words"),
    [
        ("direct", "Marisol Etcheverry", "We heard a crack like a rifle shot"),
        ("direct", "Marisol Etcheverry", "I grabbed my daughter and ran."),
        ("direct", "Dale Okonkwo", "The slope is still creeping, and nobody goes back up there"),
        ("mixed", "Dale Okonkwo", "the slide was “about the length of three football fields”"),
        ("indirect", "National Weather Service", "6.2 inches of rain fell on Astoria"),
        ("indirect", "Oregon Department of Transportation", "the highway would stay closed until at least March 20"),
        ("indirect", "Hannah Brandt", "the ground there is old volcanic ash"),
        ("direct", "Hannah Brandt", "It is like building on soap"),
        ("indirect", "Hannah Brandt", "more slides were likely"),
        ("mixed", "A report", "the drains under Alderbrook “could fail in a single storm.”"),
        ("indirect", "Claire Halloran", "the city had never replaced them"),
        ("direct", "Claire Halloran", "We put it off, and then we put it off again"),
        ("direct", "Claire Halloran", "It was a mistake, and I will not make it a second time."),
        ("indirect", "city employee", "inspectors had found cracks in a retaining wall"),
        ("direct", "Priya Raman", "a bandage on a broken leg"),
        ("direct", "Priya Raman", "We need to buy those houses, not drain under them"),
        ("direct", "Theo Lindqvist", "They tell us it will be safe by then"),
        ("direct", "Theo Lindqvist", "We’ve heard that one."),
    ],
)
def test_who_said_what(article: nm.Article, kind: str, speaker: str, words: str) -> None:
    """Each thing that someone says is in a quote of the right kind and of the right speaker."""
    found = [quote for quote in article.quotes if words in quote.text]
    assert [quote.kind.value for quote in found] == [kind]
    assert found[0].speaker is not None
    assert speaker in found[0].speaker.name


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_one_quote(article: nm.Article) -> None:
    """What the mayor says in two paragraphs, and around the words that report it, is one quote of three parts."""
    [quote] = [quote for quote in article.quotes if "I voted for that delay" in quote.text]
    assert len(quote.content) == 3


def test_sources_are_what_the_text_says(article: nm.Article) -> None:
    """People, organisations, a document and an unnamed source are told apart."""
    kinds = {speaker.name: speaker.kind for speaker in article.speakers}
    assert kinds["Dale Okonkwo"] is SpeakerKind.PERSON
    assert kinds["National Weather Service"] is SpeakerKind.ORGANIZATION
    assert SpeakerKind.DOCUMENT in kinds.values()
    assert SpeakerKind.UNNAMED in kinds.values()


@pytest.mark.parametrize(
    ("trigger", "kind", "day"),
    [
        ("buried", None, dt.date(2026, 3, 10)),
        ("injuring", nm.EventKind.INJURE, dt.date(2026, 3, 10)),
        ("rescued", nm.EventKind.RESCUE, None),
        ("killed", nm.EventKind.DIE, dt.date(1998, 2, 1)),
        ("investigating", nm.EventKind.INVESTIGATE, None),
        ("voted", None, dt.date(2026, 3, 11)),
    ],
)
def test_what_happened(article: nm.Article, trigger: str, kind: nm.EventKind | None, day: dt.date | None) -> None:
    """Events are found by their words, with their kind and the day that the text gives."""
    found = [event for event in article.events if event.trigger.of(article.text) == trigger]
    assert found
    assert kind in {None, *(event.kind for event in found)}
    assert day is None or day in {event.time.start for event in found if event.time}


def test_what_did_not_happen_and_what_may(article: nm.Article) -> None:
    """A death that is denied is negative; what crews plan to do is planned."""
    deaths = [event for event in article.events if event.trigger.of(article.text) == "deaths"]
    assert [event.polarity for event in deaths] == [Polarity.NEGATIVE]
    assert Modality.PLANNED in {event.modality for event in article.events}


def test_the_five_questions_are_answered(article: nm.Article) -> None:
    """The main event is the landslide, on Tuesday, in Astoria."""
    answers = nm.five_w(article)
    assert answers.when is not None
    assert answers.when.day == dt.date(2026, 3, 10)
    assert answers.where is not None
    assert "astoria" in answers.where.text.casefold()
    assert answers.what is not None
