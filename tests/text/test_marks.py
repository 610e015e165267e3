"""Quotation marks of every newspaper style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.model import IssueCode
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.quotes.marks import find_stretches


def stretches(text: str) -> list[str]:
    """Return the words in quotation marks, without the marks."""
    document = Document(text, plain_blocks(text), "en")
    return [document.surface(stretch.first, stretch.last) for stretch in find_stretches(document)[0]]


def issues(text: str) -> list[IssueCode]:
    """Return the codes of the issues that the marks raise."""
    return [issue.code for issue in find_stretches(Document(text, plain_blocks(text), "en"))[1]]


@pytest.mark.parametrize(
    "text",
    [
        "“The river rises,” he said.",
        '"The river rises," he said.',
        "''The river rises,'' he said.",
        "``The river rises,'' he said.",
        "‘The river rises,’ he said.",
        "'The river rises,' he said.",
        "«The river rises,» he said.",
        "„The river rises,“ he said.",
        "”The river rises,” he said.",
        "“The river rises,“ he said.",
    ],
)
def test_styles(text: str) -> None:
    """Every newspaper's marks open and close, also where one glyph is typed for the other."""
    assert stretches(text) == ["The river rises,"]
    assert issues(text) == []


def test_marks_of_two_styles_stay_apart() -> None:
    """A text may mix curly and straight marks."""
    assert stretches('“One,” she said. "Two," he said.') == ["One,", "Two,"]


def test_nested_quotation_stays_inside() -> None:
    """A quotation inside a quotation does not end it."""
    assert stretches("“He said, ‘Go home,’ and I went,” she said.") == ["He said, ‘Go home,’ and I went,"]
    assert stretches('"He said, “Go home,” and I went," she said.') == ["He said, “Go home,” and I went,"]
    assert len(stretches("''It is 'old-school,''' he said.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It’s the dogs’ dinner.",
        "the ’90s and the '80s",
        "rock ’n’ roll",
        "He is 6'2\" tall.",
        "O'Brien didn't go.",
        "the voters' choice of the mayors' men",
    ],
)
def test_apostrophes_and_primes_are_no_quotation_marks(text: str) -> None:
    """What only looks like a quotation mark opens nothing."""
    assert stretches(text) == []
    assert issues(text) == []


def test_possessive_inside_single_marks() -> None:
    """An apostrophe after a plural does not close a quotation in single marks."""
    assert stretches("‘The voters’ choice is clear,’ she said.") == ["The voters’ choice is clear,"]


def test_headline_singles() -> None:
    """Headlines quote in single marks."""
    assert stretches("Mayor: ‘We will not pay’ for bridge") == ["We will not pay"]


def test_paragraphs_reopened() -> None:
    """A quotation over paragraphs opens again at each and closes once."""
    text = "“One.\n\n“Two.\n\n“Three,” she said."
    assert stretches(text) == ["One.", "Two.", "Three,"]
    assert issues(text) == []


def test_paragraphs_not_reopened() -> None:
    """A quotation may also go on without a new mark."""
    assert stretches("“One is here.\n\nTwo is there,” she said.") == ["One is here.", "Two is there,"]


def test_mark_never_closed_is_an_issue() -> None:
    """A mark that never closes ends with its paragraph and is reported, once."""
    text = "He said “the bridge is safe.\n\nThe town slept."
    assert stretches(text) == ["the bridge is safe."]
    assert issues(text) == [IssueCode.UNCLOSED_QUOTATION]
    assert issues("“One “two “three") == [IssueCode.UNCLOSED_QUOTATION] * 2


def test_block_quotation_needs_no_marks() -> None:
    """A paragraph set as a quotation is one."""
    assert stretches("He wrote:\n\n> The bridge is safe.") == ["The bridge is safe."]


@given(st.text(alphabet="“”\"'‘’«»`„ab. \n,", max_size=60))
def test_stretches_are_in_order_and_never_empty(text: str) -> None:
    """Whatever the marks, the stretches are disjoint, in order and hold a token each."""
    document = Document(text, plain_blocks(text), None)
    at = 0
    for stretch in find_stretches(document)[0]:
        assert at <= stretch.start <= stretch.first < stretch.last <= stretch.end <= len(document.words)
        at = stretch.end


def test_straight_single_marks_over_paragraphs() -> None:
    """A quotation in single marks that look alike goes on where each paragraph opens with one."""
    text = "She said: 'It was a storm, and we don't mind.\n\n'It will pass.\n\n'We wait.'\n\nIt was the '90s."
    assert stretches(text) == ["It was a storm, and we don't mind.", "It will pass.", "We wait."]
    assert issues(text) == []


def test_apostrophe_before_a_paragraph_that_opens_with_one() -> None:
    """What no words introduce is an apostrophe, whatever the next paragraph opens with."""
    assert stretches("It was rock 'n roll.\n\n'Twas loud.") == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            '"You said, and I quote, "all is well," and left," Roe said.',
            'You said, and I quote, "all is well," and left,',
        ),
        (
            '“You said, and I quote, "all is well," and left,” Roe said.',
            'You said, and I quote, "all is well," and left,',
        ),
        ('“You said "no." I heard "yes." So,” Roe said.', 'You said "no." I heard "yes." So,'),
    ],
)
def test_marks_without_a_side_nest_where_both_close_later(text: str, whole: str) -> None:
    """A straight mark that can only open, inside a quotation, nests where the marks for both to close follow."""
    assert stretches(text) == [whole]


def test_a_straight_mark_that_never_closes_nests_nothing() -> None:
    """Where one closing mark too few follows, the first quotation never closed."""
    assert stretches('She said "all is well. He said "all is bad," and left.') == [
        "all is well. He said",
        "all is bad,",
    ]
