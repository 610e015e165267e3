"""The rules across the objects of an article, each broken once, and the views and edits of an article."""

import datetime as dt
import re
from typing import Any

import attrs
import pytest

from newsmodel.errors import InvariantError
from newsmodel.model import (
    Article,
    Block,
    BlockKind,
    Dateline,
    Event,
    EventKind,
    Issue,
    IssueCode,
    Link,
    Mention,
    MentionKind,
    Participant,
    Place,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
    problems,
)

TEXT = "“We met Jon,” said Ann. “He left,” said Jon Berg on Friday in Bern.\n\nShe will stay."


def at(words: str, start: int = 0) -> Span:
    """Return where the words stand first, from an offset on."""
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


def person(name: str, *spans: Span) -> Speaker:
    """Return a person with mentions at these spans."""
    mentions = tuple(Mention(span=span, kind=MentionKind.NAME) for span in spans)
    return Speaker(name=name, kind=SpeakerKind.PERSON, mentions=mentions)


def said(words: str, by: Speaker | None, **others: Any) -> Quote:
    """Return a direct quote of these words."""
    bare = Quote(text=words, kind=QuoteKind.DIRECT, content=(at(words),), speaker=by)
    return attrs.evolve(bare, **others)


JON = person("Jon Berg", at("Jon"), at("Jon Berg"))
ANN = person("Ann", at("Ann"))
MET, LEFT = said("We met Jon", ANN, cue=at("said")), said("He left", JON)
FRIDAY = TimeExpression(span=at("Friday"), kind=TimeKind.DATE, value="2017-10-06")
BERN = Place(name="Bern", spans=(at("Bern"),))
MEETING = Event(
    kind=EventKind.MEET,
    trigger=at("met"),
    extent=at("We met Jon"),
    participants=(Participant(role=Role.PATIENT, span=at("Jon"), speaker=JON),),
    reported_by=MET,
)
LEAVING = Event(
    kind=EventKind.LEAVE, trigger=at("left"), extent=at("He left"), time=FRIDAY, place=BERN, reported_by=LEFT
)
BLOCKS = (
    Block(kind=BlockKind.PARAGRAPH, span=Span(0, TEXT.index("\n"))),
    Block(kind=BlockKind.PARAGRAPH, span=at("She will stay.")),
)
ARTICLE = Article(
    headline="They met",
    text=TEXT,
    blocks=BLOCKS,
    quotes=(MET, LEFT),
    speakers=(JON, ANN),
    times=(FRIDAY,),
    places=(BERN,),
    events=(MEETING, LEAVING),
)
STRANGER = person("Eve", at("She"))
PAST = Span(80, 95)

BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"links": (Link(span=PAST, url="a"),)}, "links[0].span: expected a span within the text (83 code points)"),
    ({"links": (Link(span=at(" met "), url="a"),)}, "links[0].span: expected a span that starts and ends on a char"),
    ({"dateline": Dateline(span=PAST)}, "dateline.span: expected a span within the text"),
    ({"issues": (Issue(code=IssueCode.EMPTY, message="m", span=PAST),)}, "issues[0].span: expected a span within"),
    ({"issues": (Issue(code=IssueCode.EMPTY, message="m"),), "sentences": (PAST,)}, "sentences[0]: expected a span"),
    ({"sentences": (PAST,)}, "sentences[0]: expected a span within the text"),
    ({"speakers": (JON, ANN, person("Eve", PAST))}, "speakers[2].mentions[0].span: expected a span within the text"),
    ({"places": (BERN, Place(name="Rome", spans=(at("Bern"), PAST)))}, "places[1].spans[1]: expected a span within"),
    ({"times": (FRIDAY, attrs.evolve(FRIDAY, span=PAST))}, "times[1].span: expected a span within the text"),
    ({"quotes": (MET, LEFT, attrs.evolve(LEFT, content=(PAST,)))}, "quotes[2].content[0]: expected a span within"),
    ({"quotes": (MET, attrs.evolve(LEFT, cue=PAST)), "events": ()}, "quotes[1].cue: expected a span within the text"),
    ({"quotes": (MET, attrs.evolve(LEFT, source=PAST)), "events": ()}, "quotes[1].source: expected a span within"),
    ({"events": (attrs.evolve(MEETING, extent=Span(0, 95)),)}, "events[0].extent: expected a span within the text"),
    (
        {"events": (Event(kind=EventKind.MEET, trigger=PAST, extent=PAST),)},
        "events[0].trigger: expected a span within the text",
    ),
    (
        {"events": (attrs.evolve(MEETING, participants=(Participant(role=Role.OTHER, span=PAST),)),)},
        "events[0].participants[0].span: expected a span within the text",
    ),
    ({"links": (Link(span=at("met "), url="a"),)}, "links[0].span: expected a span that starts and ends on a char"),
    ({"sentences": (at("She"), at("will stay."), at("stay."))}, "sentences[2]: expected a span after the sentence"),
    ({"blocks": BLOCKS[:1]}, "blocks: expected blocks that cover the text to its end (83), got 67"),
    ({"blocks": BLOCKS[1:]}, "blocks[0].span: expected no text between it and the block before it (end 0)"),
    ({"blocks": BLOCKS[::-1]}, "blocks[0].span: expected no text between it and the block before it (end 0)"),
    (
        {"blocks": (BLOCKS[0], attrs.evolve(BLOCKS[1], span=Span(60, 83)))},
        "blocks[1].span: expected a span after the block before it (end 67)",
    ),
    (
        {"blocks": (BLOCKS[0], attrs.evolve(BLOCKS[1], span=Span(68, 83)))},
        "blocks[1].span: expected a span that starts and ends on a character that is not white space",
    ),
    ({"sentences": (Span(0, 83),)}, "sentences[0]: expected a span within one block"),
    ({"sentences": (at("“He left,”"), at("met"))}, "sentences[1]: expected a span after the sentence before it"),
    (
        {"quotes": (attrs.evolve(MET, text="We saw Jon"), LEFT), "events": ()},
        "quotes[0].text: expected the content's surface, 'We met Jon', got 'We saw Jon'",
    ),
    (
        {"quotes": (MET, said("met Jon,” said Ann", None), LEFT)},
        "quotes[1].content: expected quotes that are disjoint or nest in one another",
    ),
    (
        {"quotes": (MET, said("met Jon", None), said("Jon,” said Ann", None), LEFT), "events": ()},
        "quotes[2].content: expected quotes that are disjoint or nest in one another",
    ),
    ({"times": (FRIDAY, FRIDAY)}, "times[1]: expected each member once"),
    ({"events": (MEETING, LEAVING, LEAVING)}, "events[2]: expected each member once"),
    ({"events": (LEAVING, MEETING)}, "events[1]: expected members in the order of their first span"),
    ({"links": (Link(span=at("Jon"), url="a"),) * 2}, "links[1]: expected each member once"),
    ({"quotes": (LEFT, MET)}, "quotes[1]: expected members in the order of their first span"),
    ({"quotes": (MET, MET, LEFT)}, "quotes[1]: expected each member once"),
    ({"speakers": (ANN, JON)}, "speakers[1]: expected members in the order of their first span"),
    ({"places": (BERN, BERN)}, "places[1]: expected each member once"),
    (
        {"places": (attrs.evolve(BERN, spans=(at("Bern"), at("Bern"))),), "events": ()},
        "places[0].spans[1]: expected each",
    ),
    (
        {"quotes": (MET, said("He left", STRANGER)), "events": ()},
        "quotes[1].speaker: expected a speaker of the article",
    ),
    ({"speakers": (JON,)}, "quotes[0].speaker: expected a speaker of the article"),
    ({"times": ()}, "events[1].time: expected a time expression of the article"),
    ({"places": ()}, "events[1].place: expected a place of the article"),
    ({"quotes": (LEFT,)}, "events[0].reported_by: expected a quote of the article"),
    ({"quotes": (), "speakers": (ANN,)}, "events[0].participants[0].speaker: expected a speaker of the article"),
    (
        {"published": dt.date(2017, 10, 7), "modified": dt.date(2017, 10, 6)},
        "modified: expected no time before published (2017-10-07), got datetime.date(2017, 10, 6)",
    ),
]


@pytest.mark.parametrize(("changes", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_an_article_that_breaks_a_rule_is_refused(changes: dict[str, Any], message: str) -> None:
    """The first problem names the field, its value and the rule."""
    with pytest.raises(InvariantError) as caught:
        attrs.evolve(ARTICLE, **changes)
    assert str(caught.value).startswith(message)


def standing(path: str, changes: dict[str, Any]) -> object:
    """Return the value at a path such as ``quotes[0].cue`` of the article that the changes would make."""
    found: Any = None
    for name, index in re.findall(r"(\w+)|\[(\d+)\]", path):
        if index:
            found = found[int(index)]
        else:
            found = getattr(found, name) if found is not None else changes.get(name, getattr(ARTICLE, name))
    return found


@pytest.mark.parametrize("changes", [changes for changes, _ in BROKEN], ids=[message for _, message in BROKEN])
def test_a_problem_carries_the_value_that_stands_at_its_path(changes: dict[str, Any]) -> None:
    """Path and value belong together, so that a program can find what a person reads."""
    with pytest.raises(InvariantError) as caught:
        attrs.evolve(ARTICLE, **changes)
    for problem in caught.value.problems:
        if problem.field != "blocks":  # what is missing there stands nowhere
            assert standing(problem.field, changes) == problem.value


def test_a_message_tells_ten_problems_and_counts_the_rest() -> None:
    """The message of many problems stays readable; the error carries them all."""
    with pytest.raises(InvariantError) as caught:
        attrs.evolve(ARTICLE, text="x")
    found = caught.value.problems
    assert len(found) > 10
    assert str(caught.value) == "; ".join(map(str, found[:10])) + f"; and {len(found) - 10} more"


def test_what_refers_to_a_speaker_shows_it_by_name() -> None:
    """The repr of a quote or participant names its speaker, whose mentions only the speaker's own repr lists."""
    speaker = Speaker(name="Ann", kind=SpeakerKind.PERSON, mentions=(Mention(span=Span(0, 3), kind=MentionKind.NAME),))
    quote = Quote(text="No", kind=QuoteKind.DIRECT, content=(Span(9, 11),), speaker=speaker)
    participant = Participant(role=Role.AGENT, span=Span(0, 3), speaker=speaker)
    assert "speaker=Speaker(name='Ann', …)" in repr(quote)
    assert "speaker=Speaker(name='Ann', …)" in repr(participant)
    assert "speaker=None" in repr(attrs.evolve(quote, speaker=None))
    assert "mentions=(Mention(" in repr(speaker)


def test_every_broken_rule_is_told_at_once() -> None:
    """An error carries all problems, each with field, value and what was expected."""
    with pytest.raises(InvariantError) as caught:
        attrs.evolve(ARTICLE, times=(), places=(), published=dt.date(2017, 10, 7), modified=dt.date(2017, 10, 6))
    fields = [problem.field for problem in caught.value.problems]
    assert fields == ["modified", "events[1].time", "events[1].place"]
    assert caught.value.problems[1].value == FRIDAY
    assert caught.value.problems[1].expected == "a time expression of the article"


def test_a_sound_article_has_no_problems() -> None:
    """`problems` finds nothing in what could be constructed."""
    assert list(problems(ARTICLE)) == []


def test_stale_offsets_are_found_out() -> None:
    """A text that is exchanged under its annotations is refused."""
    with pytest.raises(InvariantError, match=r"quotes\[0\]\.text"):
        attrs.evolve(ARTICLE, text=TEXT.replace("We", "I "))


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ([Span(0, 9)], [Span(2, 4)]),
        ([Span(0, 9)], [Span(2, 4), Span(6, 8)]),
        ([Span(0, 4), Span(6, 9)], [Span(1, 3), Span(7, 8)]),
        ([Span(0, 4), Span(6, 9)], [Span(0, 4)]),
        ([Span(0, 4), Span(6, 9)], [Span(0, 2), Span(2, 4), Span(6, 9)]),  # as long, in more pieces
    ],
)
def test_quotes_may_nest_in_pieces(outer: list[Span], inner: list[Span]) -> None:
    """Each piece of the inner quote lies in a piece of the outer one, whichever of the two comes first."""
    text = "abcdefghi"
    quotes = [
        Quote(text=" ".join(span.of(text) for span in content), kind=QuoteKind.DIRECT, content=tuple(content))
        for content in (outer, inner)
    ]
    article = Article(text=text, quotes=tuple(sorted(quotes, key=lambda quote: quote.content[0])))
    assert set(article.quotes) == set(quotes)


def test_pieces_of_a_quote_lie_in_the_same_quote() -> None:
    """A quote with one piece inside another quote and one outside nests in nothing, and is told once."""
    text = "abcdefghi"
    outer = Quote(text="abcd", kind=QuoteKind.DIRECT, content=(Span(0, 4),))
    strayed = Quote(text="b fg i", kind=QuoteKind.DIRECT, content=(Span(1, 2), Span(5, 7), Span(8, 9)))
    with pytest.raises(InvariantError) as caught:
        Article(text=text, quotes=(outer, strayed))
    assert [problem.field for problem in caught.value.problems] == ["quotes[1].content"]


def test_sentences_are_held_to_blocks_that_end_before_them() -> None:
    """Where the blocks stop short, a sentence beyond them is told of as well."""
    with pytest.raises(InvariantError) as caught:
        Article(text="One. Two.", blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, 4)),), sentences=(Span(5, 9),))
    assert [problem.field for problem in caught.value.problems] == ["blocks", "sentences[0]"]


# -- views -------------------------------------------------------------------------------------------------------


def test_quotes_by_a_speaker() -> None:
    """A speaker is given as the object or by name."""
    assert ARTICLE.quotes_by(JON) == ARTICLE.quotes_by("Jon Berg") == (LEFT,)
    assert ARTICLE.quotes_by("Eve") == ()


def test_quotes_in_a_span() -> None:
    """A quote is in a span if some of its content is."""
    assert ARTICLE.quotes_in(BLOCKS[0].span) == (MET, LEFT)
    assert ARTICLE.quotes_in(Span(8, 9)) == (MET,)
    assert ARTICLE.quotes_in(BLOCKS[1].span) == ()


def test_the_string_of_an_article_is_what_one_reads() -> None:
    """Headline, a blank line, body; speakers, quotes and places are what they say."""
    assert str(ARTICLE) == f"They met\n\n{TEXT}"
    assert str(Article(text="Body")) == "Body"
    assert str(Article()) == ""
    assert [str(thing) for thing in (JON, MET, BERN)] == ["Jon Berg", "We met Jon", "Bern"]


# -- replacing a speaker -----------------------------------------------------------------------------------------


def test_a_speaker_is_replaced_everywhere() -> None:
    """As a member, in quotes, in participants, and in the quotes that tell events."""
    full = attrs.evolve(JON, role="a director")
    article = ARTICLE.replace_speaker(JON, full)
    assert article.speakers == (full, ANN)
    assert article.quotes[1].speaker is full
    assert article.events[0].participants[0].speaker is full
    assert article.events[1].reported_by == article.quotes[1]
    assert article.replace_speaker(full, JON) == ARTICLE


def test_a_speaker_is_merged_with_another() -> None:
    """One that is a member already takes over what the other said."""
    article = ARTICLE.replace_speaker(ANN, JON)
    assert article.speakers == (JON,)
    assert article.quotes_by(JON) == article.quotes


def test_a_speaker_is_taken_away() -> None:
    """None leaves the quotes without a speaker."""
    article = ARTICLE.replace_speaker(JON, None)
    assert article.speakers == (ANN,)
    assert article.quotes[1].speaker is None
    assert article.events[0].participants[0].speaker is None


def test_members_stay_in_order_when_one_is_replaced() -> None:
    """A new speaker takes the place its first mention gives it."""
    assert ARTICLE.replace_speaker(JON, STRANGER).speakers == (ANN, STRANGER)


def test_who_is_no_speaker_cannot_be_replaced() -> None:
    """The error names the stranger."""
    with pytest.raises(InvariantError) as caught:
        ARTICLE.replace_speaker(STRANGER, None)
    problem = caught.value.problems[0]
    assert (problem.field, problem.value) == ("Article.speakers", STRANGER)
    assert problem.expected == "a speaker of the article to replace"


def test_who_is_not_replaced_stays_in_events() -> None:
    """Other speakers who take part in an event are not touched."""
    both = (*MEETING.participants, Participant(role=Role.AGENT, span=at("Ann"), speaker=ANN))
    article = attrs.evolve(ARTICLE, events=(attrs.evolve(MEETING, participants=both), LEAVING))
    changed = article.replace_speaker(JON, None)
    assert [participant.speaker for participant in changed.events[0].participants] == [None, ANN]
