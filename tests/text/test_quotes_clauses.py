"""Clauses: which words are what was said, and whose clause a verb without a subject belongs to."""

import pytest

from .reading_quotes import without_cues as found


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Lopez said areas where the toll hurts include trade.", "areas where the toll hurts include trade", "Lopez"),
        ("She says the harbor needs help.", "the harbor needs help", "She"),
        ("More than six in 10 said they were tired.", "they were tired", "More than six in 10"),
        ("Some are quietly saying it is time to go.", "it is time to go", "Some"),
    ],
)
def test_what_was_said_is_a_clause_whatever_its_verb(text: str, content: str, source: str) -> None:
    """After "said" stands a clause, be its verb a rare one, and its source may be a number."""
    assert found(text) == [(content, source)]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "At a rally in Ulm, Ohio, on Sunday, Mrs. Hale tried again, saying the toll was dead.",
            "the toll was dead",
            "Mrs. Hale",
        ),
        ("A few days later, Hale turned around, saying the toll was dead.", "the toll was dead", "Hale"),
        ("Hale fired his driver and Lopez paid the toll, but Roe left, saying it was dead.", "it was dead", "Roe"),
        ("Hale has a lead, with two of his aides saying the race is over.", "the race is over", "two of his aides"),
        (
            "ULM, Ohio — Mayor Jane Hale left for home, saying the toll was dead.",
            "the toll was dead",
            "Mayor Jane Hale",
        ),
    ],
)
def test_whose_participle(text: str, content: str, source: str) -> None:
    """A participle is the deed of its clause's subject, not of what introduces the sentence."""
    assert found(text) == [(content, source)]


@pytest.mark.parametrize("opening", ["Noting", "After noting", "In noting", "Despite noting"])
def test_participle_before_its_subject(opening: str) -> None:
    """What a participle at the start of a sentence reports ends before the subject of its clause."""
    text = f"{opening} that the toll was dead, Lopez left the hall."
    assert found(text) == [("that the toll was dead", "Lopez")]


def test_phrase_before_the_attribution_belongs_to_it() -> None:
    """A phrase that the attribution parts from its clause was said, too."""
    text = "In some ways, Lopez noted, the toll would help."
    assert found(text) == [("In some ways | the toll would help", "Lopez")]


def test_clause_goes_on_with_that() -> None:
    """A clause may go on with "that" after the attribution."""
    text = "The toll was so high, Lopez said, that no one came."
    assert found(text) == [("The toll was so high | that no one came", "Lopez")]


def test_headlines() -> None:
    """In a headline a verb with a capital reports as elsewhere."""
    text = "Lopez Says Drivers Hate Higher Tolls\n\nIt rained in the harbor all day long, and no one came."
    assert found(text) == [("Drivers Hate Higher Tolls", "Lopez")]


def test_employee_of_four_years() -> None:
    """A description may end with a word of time."""
    text = "The clerk of four years, a man who feared for his job, said he was ill."
    assert found(text) == [("he was ill", "The clerk of four years, a man who feared for his job")]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("As Roe told reporters, the toll is dead.", "the toll is dead", "Roe"),
        ("The toll is dead, as the mayor put it.", "The toll is dead", "the mayor"),
        ("The toll is dead, as Roe noted in Ulm on Monday.", "The toll is dead", "Roe"),
        ("He was firm: the toll is dead, as he told a crowd in Ulm.", "the toll is dead", "he"),
        ("The toll is dead, as first reported by The Gazette.", "The toll is dead", "The Gazette"),
        ("The toll, as Roe told The Herald and The Gazette, is dead.", "The toll | is dead", "Roe"),
        ("However, as Roe noted, is the toll dead?", "is the toll dead", "Roe"),
    ],
)
def test_as_someone_said(text: str, content: str, source: str) -> None:
    """What "as X said" reports follows it, stands before it, or around it where what follows needs a subject."""
    assert found(text) == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Drivers stayed at home, as Roe urged them to do.",
        "Drivers, as Roe urged them to, stayed at home.",
    ],
)
def test_as_someone_was_told_to_do(text: str) -> None:
    """What "as X urged them to do" hangs on is a deed."""
    assert found(text) == []


def test_as_hangs_on_what_another_verb_reports() -> None:
    """Before ", as he noted," stands no more than the clause of the report before it."""
    assert found("He said that the toll was dead, as he noted in May.")[0] == ("that the toll was dead", "He")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said — to applause — that the toll was dead.",
        "The mayor said – to loud applause – that the toll was dead.",
        "The mayor told them, to loud applause, that the toll was dead.",
        "The mayor said — and drivers cheered — that the toll was dead.",
    ],
)
def test_an_aside_before_what_was_said(text: str) -> None:
    """Dashes, or commas before "that", set off what is no part of it."""
    assert found(text) == [("that the toll was dead", "The mayor")]


def test_no_aside_before_what_was_said() -> None:
    """A dash alone opens what was said, and so does one before a clause."""
    assert found("The mayor told them — the toll was dead.") == [("the toll was dead", "The mayor")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The toll is dead, said Roe, on Friday.", "The toll is dead"),
        ("The toll is dead, Roe said, late Friday.", "The toll is dead"),
        ("The toll, said Roe, on Friday, is dead.", "The toll | is dead"),
        ("The toll will end, said Roe, on Friday.", "The toll will end | on Friday"),
        ("The toll, said Roe, on Friday will end.", "The toll | on Friday will end"),
        ("The toll is dead, said Roe after a vote.", "The toll is dead"),
        ("The toll is dead, Roe said after the vote ended.", "The toll is dead"),
        ("The toll is dead, Roe said as she left the hall.", "The toll is dead"),
        ("In Ulm, Roe said after the vote the toll was dead.", "after the vote the toll was dead"),
    ],
)
def test_when_it_was_said(text: str, content: str) -> None:
    """The day after the source, and what happened then, tell when it was said; of what is to come, when it will be."""
    assert found(text) == [(content, "Roe")]
