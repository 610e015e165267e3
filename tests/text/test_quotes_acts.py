"""Quotations after what their speaker does, after a description and a colon; and what is no report."""

import pytest

from .reading_quotes import with_cues as found
from .reading_quotes import without_cues


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("She shrugs.", "She"),
        ("Roe agreed.", "Roe"),
        ("The judge turned to me.", "The judge"),
        ("The bridge fell.", None),
        ("Acme Corp. fell.", None),
        ("The “judge” fell.", None),
        ("Fine.", None),
    ],
)
def test_a_quotation_after_what_someone_does(before: str, source: str | None) -> None:
    """A sentence of nothing but marks is said by the person whom the sentence before it in the paragraph tells of."""
    assert without_cues(f"It rains. {before} “It is a long and dark way.”") == [("It is a long and dark way.", source)]


@pytest.mark.parametrize(
    ("between", "source"),
    [
        (" Vale likes that.", "Vale"),
        (" She likes that.", "Roe"),
        (" Vale said that it was.", "Vale"),
        (" The town likes that.", "Roe"),
        ("\n\nVale likes that.\n\n", None),
    ],
)
def test_a_name_between_two_quotations_takes_the_second(between: str, source: str | None) -> None:
    """Who is named as acting between two quotations says the second; a pronoun goes on with who said the first."""
    quotes = without_cues(f"“It is a long and dark way,” Roe said.{between} “I would not go there.”")
    assert quotes[-1][1] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Here is Jane Roe, the new mayor: “It is a long way to go.”", "Jane Roe"),
        ("The town is Ulm, the old capital: “It is a long way to go.”", "The town"),
        ("In the end, the new mayor: “It is a long way to go.”", None),
    ],
)
def test_a_description_before_a_colon(text: str, source: str | None) -> None:
    """A colon after the description of someone named gives them the quotation."""
    assert [quoted for _, _, quoted in found(text)] == [source]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Roe did not respond to a request for comment.", []),
        ("Asked what she would say to them, Roe left.", [("what she would say to them", None)]),
        ("Roe wrote to", []),
        ("Roe ruled that out.", []),
        ("Roe ruled that out, to cheers.", []),
        ("Roe ruled that in May it was late.", [("that in May it was late", "Roe")]),
        ("Roe ruled that", [("that", "Roe")]),
        ("Roe explained to the town why it was late.", [("why it was late", "Roe")]),
        ("Roe wrote to the town about why it was late.", []),
        ("Roe vowed to quickly close it.", [("to quickly close it", "Roe")]),
        ("Roe promised reform.", [("reform", "Roe")]),
        ("Roe promised hearings, though she left.", [("hearings", "Roe")]),
        ("Roe promised voters lower taxes.", [("lower taxes", "Roe")]),
        ("Roe sent a statement calling the town’s plan a mess.", [("the town’s plan a mess", "Roe")]),
        ("The boat sank, Roe said, in what the town called a scandal.", [("The boat sank", "Roe")]),
        ("And, Roe tells the crowd, it has been late.", [("it has been late", "Roe")]),
        ("It is late, Roe told the crowd, and it is old.", [("It is late | and it is old", "Roe")]),
        ("It is late, Roe warned the town.", [("It is late", "Roe")]),
        ("It is late, Roe said", [("It is late", "Roe")]),
        ("Speaking on the show “This Week,” Roe said it was late.", [("it was late", "Roe")]),
        (
            "Asked if it is “a long way to go,” Roe said it was late.",
            [
                ("if it is “a long way to go,”", None),
                ("it was late", "Roe"),
            ],
        ),
        ("It is late, Roe cautions.", [("It is late", "Roe")]),
        ("It is late, Roe comments on it.", []),
        ("Roe says — and I mean it — “It is a long way.”", [("It is a long way.", "Roe")]),
    ],
)
def test_what_is_reported(text: str, quotes: list[tuple[str, str | None]]) -> None:
    """What a verb of saying takes is reported; whom it is said to, and what the reporter concedes, is not."""
    assert without_cues(text) == quotes
