"""The reporter's questions."""

import datetime as dt

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsmodel
from newsmodel.model import Article, Dateline, FiveW, Place, Span
from newsmodel.text.fivew.headline import read_clause

MONDAY = dt.date(2019, 3, 4)
BODY = (
    "HARLOW, Vt. (AP) — A freight train struck a school bus at a crossing in Harlow on Friday, the police said.\n\n"
    "Nobody was on the bus. The line to Burlington was closed until Saturday."
)


def ask(headline: str | None, text: str = BODY, published: dt.date | None = MONDAY) -> FiveW:
    """Return the answers for an article."""
    return newsmodel.five_w(newsmodel.parse_text(text, headline=headline, published=published))


def split(headline: str) -> tuple[str | None, str | None]:
    """Return who and what as a headline says."""
    clause = read_clause(headline, "en", headline=True)
    return (
        None if clause.who is None else clause.who.of(headline),
        None if clause.what is None else clause.what.of(headline),
    )


@pytest.mark.parametrize(
    ("headline", "who", "what"),
    [
        ("Council votes to close the bridge", "Council", "votes to close the bridge"),
        ("Council Votes to Close the Bridge", "Council", "Votes to Close the Bridge"),
        ("Mayor Abara leaves office after vote", "Mayor Abara", "leaves office"),
        ("Three men were arrested in Leeds as fans left", "Three men", "were arrested in Leeds"),
        ("Bridge collapse: Police name three victims", "Police", "name three victims"),
        ("While the bank waits, Abara sells her shares", "Abara", "sells her shares"),
        ("Abara narrowly wins second round", "Abara", "wins second round"),
        ("Five dead after ferry sinks", "Five", "dead after ferry sinks"),
        ("Fire at paper mill in Harlow", None, "Fire at paper mill in Harlow"),
        ("-- Council votes to close", "Council", "votes to close"),
        ("In Leeds, mayor leaves office", "mayor", "leaves office"),
        ("Ex-mayor leaves - council votes", "Ex-mayor", "leaves"),
        ("While waiting", None, "While waiting"),
        ("Man who shot guard jailed", "Man who shot guard", "jailed"),
        ("Minister CLEARED by court", "Minister", "CLEARED by court"),
        ("Rebels Strike Northern Town", "Rebels", "Strike Northern Town"),
        ("Taliban Storm Northern Base", "Taliban", "Storm Northern Base"),
        ("Mayor leaves office as ‘tired’ man", "Mayor", "leaves office as ‘tired’ man"),
        ("Mayor leaves office day before vote", "Mayor", "leaves office day before vote"),
        ("Mayor leaves office and, after a while, returns", "Mayor", "leaves office"),
        (
            "The tall mayor of the old town by the sea, a lawyer, has left office",
            "The tall mayor of the old town by the sea",
            "has left office",
        ),
    ],
)
def test_a_headline_is_split_at_its_first_finite_verb(headline: str, who: str | None, what: str) -> None:
    """Who stands before the verb, what is the verb with the rest of its clause; without a verb all is what."""
    assert split(headline) == (who, what)


def test_all_questions_are_answered() -> None:
    """Who and what come from the headline, when and where from the text, with their spans."""
    answers = ask("Freight train hits school bus in Harlow")
    assert str(answers.who) == "Freight train"
    assert str(answers.what) == "hits school bus in Harlow"
    assert answers.who is not None
    assert answers.who.span is None
    assert answers.when is not None
    assert (answers.when.text, answers.when.day) == ("Friday", dt.date(2019, 3, 1))
    assert answers.when.span is not None
    assert answers.when.span.of(BODY) == "Friday"
    assert answers.where is not None
    assert "harlow" in answers.where.text.lower()


def test_the_main_event_is_one_that_the_headline_names() -> None:
    """Of the events told as facts the one that headline and lede name is the main one."""
    text = "The mayor met reporters on Friday. A train crashed into a bus in Harlow."
    event = ask("Train crashes into bus", text).event
    assert event is not None
    assert event.trigger.of(text) == "crashed"
    assert ask("Nothing of note", "The sky is blue.").event is None


def test_the_lede_answers_where_there_is_no_headline() -> None:
    """Without a headline who and what are words of the text, after the dateline."""
    answers = ask(None)
    assert answers.who is not None
    assert answers.what is not None
    assert answers.who.text == "A freight train"
    assert answers.what.text.startswith("struck a school bus")
    assert answers.who.span is not None
    assert answers.who.span.of(BODY) == "A freight train"


def test_the_day_of_publication_answers_when_where_no_time_does() -> None:
    """An article that names no day happened, as far as one can tell, when it was published."""
    answers = ask("Council votes", "The council voted. It was late.")
    assert answers.when is not None
    assert (answers.when.text, answers.when.day, answers.when.span) == ("2019-03-04", MONDAY, None)
    assert ask("Council votes", "The council voted. It was late.", None).when is None


def test_a_weekday_answers_when_though_nobody_knows_of_which_week() -> None:
    """Without a day of publication, the first day that the article names answers, as it is written."""
    answers = ask("Council votes", "The council voted last year and again on Wednesday.", None)
    assert answers.when is not None
    assert (answers.when.text, answers.when.day) == ("Wednesday", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HULL, March 3 (Reuters) - A quake struck Harlow on Friday.", dt.date(2019, 3, 1)),
        ("HULL, March 3 (Reuters) - It rained in Harlow.", dt.date(2019, 3, 3)),
        ("A quake struck Harlow on Friday, the police said Saturday.", dt.date(2019, 3, 1)),
        ("A quake struck Harlow, the police said Saturday.", dt.date(2019, 3, 2)),
        ("The police said on Saturday that the line opens on Thursday.", dt.date(2019, 3, 2)),
    ],
)
def test_the_day_of_telling_gives_way_to_that_of_the_event(text: str, day: dt.date) -> None:
    """The day of a dateline and of "said" answers when only where no earlier day of the event stands beside it."""
    answer = ask(None, text).when
    assert answer is not None
    assert answer.day == day


def test_without_a_day_of_publication_the_first_day_answers_when() -> None:
    """Nobody knows which day is nearest then: the one that is named first answers."""
    answers = ask("Council votes", "The mill closed on May 3, 2001. It was sold on May 9, 2001.", None)
    assert answers.when is not None
    assert answers.when.day == dt.date(2001, 5, 3)


def test_a_dateline_alone_is_no_lede() -> None:
    """A sentence that is no more than the dateline tells nothing; the next one answers."""
    answers = ask(None, "HARLOW, Vt. (AP) —\n\nThe council closed the bridge.")
    assert (str(answers.who), str(answers.what)) == ("The council", "closed the bridge")


def test_a_dateline_may_be_a_sentence_of_its_own() -> None:
    """A wire may give a dateline of which the first sentence is all; what is told begins after it."""
    text = "HARLOW.\n\nThe council closed the bridge."
    article = attrs.evolve(newsmodel.parse_text(text), dateline=Dateline(place="Harlow", span=Span(0, 7)))
    assert str(newsmodel.five_w(article).who) == "The council"


def test_an_event_further_down_answers_where_the_lede_tells_nothing() -> None:
    """Where headline and lede have no verb, who and what are those of the first event."""
    answers = ask("Fire at mill", "A grey day. A cold rain. A slow train. The train struck a bus in Harlow.")
    assert (str(answers.who), str(answers.what)) == ("The train", "Fire at mill")


@pytest.mark.parametrize(("headline", "place"), [("Leeds mourns", "Leeds"), ("A day of mourning", "York")])
def test_a_town_in_the_headline_answers_where(headline: str, place: str) -> None:
    """The place that the headline names goes before those of the lede."""
    answers = ask(headline, "In York a man was killed on Friday. He had come from Leeds.")
    assert str(answers.where) == place


def test_a_place_below_the_lede_answers_where_there_is_none_above() -> None:
    """The one place that the article names answers, wherever it stands."""
    answers = ask("Council votes", "The council voted. It was late. All left. Some slept. They met in New Delhi.")
    assert str(answers.where) == "New Delhi"


def test_a_day_long_past_does_not_answer_when() -> None:
    """A day within the week of publication is preferred to one further off, wherever it stands."""
    answers = ask("Council votes", "The mill, closed on May 3, 2001, was sold. The council voted on Saturday.")
    assert answers.when is not None
    assert answers.when.day == dt.date(2019, 3, 2)


def test_nothing_is_answered_without_a_lexicon() -> None:
    """A language without a lexicon gives no answers."""
    text = "Der Rat der Stadt hat am Freitag nicht über die Brücke und den Haushalt abgestimmt, wie es heißt."
    assert ask("Rat stimmt nicht ab", text) == FiveW()


def test_an_empty_article_has_no_answers_but_its_day() -> None:
    """Nothing to read is no error."""
    assert newsmodel.five_w(Article()) == FiveW()


def test_a_place_of_any_name_may_answer_where() -> None:
    """What others annotated may name a place in ways that no gazetteer knows."""
    place = Place(name=", formerly Harlow", spans=(Span(0, 6),))
    article = attrs.evolve(newsmodel.parse_text("Harlow sleeps."), places=(place,))
    assert str(newsmodel.five_w(article).where) == "Harlow"


@given(st.text(max_size=80), st.text(max_size=80).filter(str.strip))
@example(BODY, "Train hits bus")
def test_answers_are_words_of_the_article(text: str, headline: str) -> None:
    """Whatever the words, every answer with a span reads as the text at that span does."""
    article = newsmodel.parse_text(text, headline=headline, published=MONDAY)
    answers = newsmodel.five_w(article)
    for answer in (answers.who, answers.what, answers.when, answers.where):
        if answer is not None and answer.span is not None:
            assert answer.text == " ".join(answer.span.of(text).split())
