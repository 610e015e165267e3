"""Law 8: with an unrelated paragraph put in front, the annotations of a text are the same, shifted."""

import re
from typing import TypeVar, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.model import Article, Span

T = TypeVar("T")

UNRELATED = "It was quiet by the lake, and nothing was to be seen but a little snow on the hills.\n\n"

PEOPLE = st.sampled_from(["Maria Lind", "Jon Berg", "Lt. Gen. Paul White", "Dr. Eva O'Neil", "the mayor", "Police"])
CUES = st.sampled_from(["said", "told reporters", "argued", "warned", "added"])
CLAUSES = st.sampled_from(
    [
        "the bridge will be closed",
        "more than 40 people were arrested in Lausanne",
        "two officers were hurt in the clashes",
        "the troops have no intention of leaving Iraq",
        "the company bought its rival for $3 million",
        "we met on Tuesday and agreed on nothing",
    ]
)
TIMES = st.sampled_from(["", " on Thursday", " last week", " on Oct. 5, 2017", " a year ago"])
SHAPES = st.sampled_from(
    [
        "“{clause},” {person} {cue}{time}.",
        '"{clause}," {cue} {person}{time}.',
        "{person} {cue} that {clause}{time}.",
        "{person} {cue}{time}: “{clause}.”",
        "According to {person}, {clause}{time}.",
        "“{clause},” {person} {cue}, “and {clause}{time}.”",
        "{clause}{time}.",
        "He {cue} it would not happen{time}.",
        "‘{clause}’, {cue} {person}{time}.",
    ]
)
SENTENCES = st.builds(
    lambda shape, **parts: shape.format(**parts), SHAPES, person=PEOPLE, cue=CUES, clause=CLAUSES, time=TIMES
).map(lambda sentence: re.sub(r"\w", lambda first: first[0].upper(), sentence, count=1))
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
NEWS = st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n\n".join)


def shifted(thing: T, by: int) -> T:
    """Return an object of the model with every span in it moved."""
    if isinstance(thing, Span):
        return cast("T", thing.shift(by))
    if isinstance(thing, tuple):
        return cast("T", tuple(shifted(item, by) for item in thing))
    if attrs.has(type(thing)):
        names = [field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(thing)))]
        return type(thing)(**{name: shifted(getattr(thing, name), by) for name in names})
    return thing


@pytest.mark.parametrize("name", ["blocks", "sentences", "quotes", "speakers", "times", "places", "events"])
@given(text=NEWS)
def test_an_unrelated_paragraph_only_shifts(name: str, text: str) -> None:
    """What is found in a text is found in it wherever it stands."""
    alone, after = nm.parse_text(text), nm.parse_text(UNRELATED + text)
    expected = shifted(getattr(alone, name), len(UNRELATED))
    # of what is found in front nothing is compared: it may be an event or a time of its own
    assert tuple(item for item in getattr(after, name) if not _in_front(item)) == expected


SALAD = st.lists(
    st.sampled_from(
        [
            "of",
            "mayor",
            "saying",
            "reported",
            "said",
            "told",
            "she",
            "he",
            "Bell",
            ",",
            ".",
            "“",
            "”",
            "that",
            "who",
            "which",
            "by",
            "in",
            "with",
            "and",
            "to",
            "not",
        ]
    ),
    min_size=2,
    max_size=9,
).map(" ".join)


@given(SALAD)
def test_words_in_any_order_only_shift_too(text: str) -> None:
    """No rule looks past the first word of a text, whatever that word is."""
    alone, after = nm.parse_text(text), nm.parse_text(UNRELATED + text)
    assert tuple(quote for quote in after.quotes if not _in_front(quote)) == shifted(alone.quotes, len(UNRELATED))


def _in_front(item: object) -> bool:
    """Tell whether what is found lies in the paragraph put in front."""
    if isinstance(item, Span):
        return item.start < len(UNRELATED)
    if isinstance(item, tuple):
        return any(map(_in_front, item[:1]))
    if attrs.has(type(item)):
        return any(
            _in_front(getattr(item, field.name))
            for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(item)))
        )
    return False


@given(NEWS)
def test_there_is_something_to_shift(text: str) -> None:
    """The texts drawn here do hold what is looked for, or the law would hold of nothing."""
    article: Article = nm.parse_text(text)
    assert article.sentences
    assert article.quotes or not any(mark in text for mark in '“"')
