"""Sources: where the words that name who speaks begin and end."""

import pytest

import newsmodel as nm


def sources(text: str) -> list[str | None]:
    """Return the words of each quote's source."""
    return [quote.source.of(text) if quote.source else None for quote in nm.parse_text(text).quotes]


def contents(text: str) -> list[str]:
    """Return the content of each quote, its parts joined by a bar."""
    return [" | ".join(span.of(text) for span in quote.content) for quote in nm.parse_text(text).quotes]


@pytest.mark.parametrize(
    "source",
    [
        "Roe (D-Ohio)",
        "The mayor — a lawyer from Ulm",
        "Jane Roe, the mayor of Ulm (population 900)",
        "The mayor, tired and cold, and sick of it",
        "Jane Roe, as mayor",
        "Jane Roe (D-Ohio), the mayor",
        "Jane Roe, sitting beside her aides",
    ],
)
def test_a_description_belongs_to_the_source_before_its_verb(source: str) -> None:
    """What brackets, dashes and commas set off after a name tells who speaks."""
    text = f"{source}{',' * (',' in source) or ' —' * ('—' in source)} said the toll was dead."
    assert (sources(text), contents(text)) == ([source], ["the toll was dead"])


def test_descriptions_without_end_are_not_followed() -> None:
    """After a handful of commas the head of the list is no longer looked for, and its first name is the source."""
    text = "The town, its mayor, its council, its courts, its schools, its parks, its ponds, said the toll was dead."
    assert sources(text) == ["The town"]


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("On Monday, Jane Roe, the mayor,", "Jane Roe, the mayor"),
        ("In Ulm the mayor, on Friday,", "the mayor, on Friday"),
        ("After a meeting with the board, a member of the council", "a member of the council"),
        ("By Monday, a lawyer from Ulm,", "a lawyer from Ulm"),
        ("In a report from the harbor film director Jane Roe", "film director Jane Roe"),
    ],
)
def test_what_opens_the_sentence_is_no_part_of_the_source(opening: str, source: str) -> None:
    """Words that tell when and where come before the source."""
    assert sources(f"{opening} said the toll was dead.") == [source]


@pytest.mark.parametrize(
    ("after", "source"),
    [
        ("the mayor for the town.", "the mayor for the town"),
        ("Jane Roe, one of the drivers.", "Jane Roe, one of the drivers"),
        ("Jane Roe, 40.", "Jane Roe, 40"),
        ("Jane Roe who left the town.", "Jane Roe who left the town"),
        ("a man who lives at the end of the road.", "a man who lives at the end of the road"),
        ("Jane Roe of", "Jane Roe"),
        ("the mayor at", "the mayor"),
    ],
)
def test_a_source_after_its_verb_ends_with_its_description(after: str, source: str) -> None:
    """The source goes on through what describes it, and not with a word that leads on to more."""
    text = f"“The toll is dead,” said {after}"
    assert (sources(text), contents(text)) == ([source], ["The toll is dead,"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The toll is dead, said Jane Roe, adding that it was late.",
            [("The toll is dead", "Jane Roe"), ("that it was late", "Jane Roe")],
        ),
        ("“The toll is dead,” said Jane Roe, on Friday.", [("The toll is dead,", "Jane Roe")]),
        ("“The toll is dead,” said Jane Roe after a vote in Ulm.", [("The toll is dead,", "Jane Roe")]),
    ],
)
def test_what_the_source_did_then_is_not_part_of_it(text: str, said: list[tuple[str, str]]) -> None:
    """A participle, a day or a circumstance after a source ends it."""
    assert list(zip(contents(text), sources(text), strict=True)) == said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("He has never refused to say that the toll was dead.", "He"),
        ("The vote came after he had never really refused to say that the toll was dead.", "he"),
        ("Monday, arriving late, Hale left the hall, saying that the toll was dead.", "Hale"),
        ("The mayor quickly and quietly left town, saying that the toll was dead.", "The mayor"),
        ("Later, she, adding that the toll was dead.", "she"),
        ("Later that day in Ulm, adding that the toll was dead.", None),
        ("On July 6, 2015, in Ulm, adding that the toll was dead.", None),
        ("Later, quietly, adding that the toll was dead.", None),
        ("And had left, saying that the toll was dead.", None),
    ],
)
def test_the_subject_that_a_verb_shares(text: str, source: str | None) -> None:
    """A verb without a subject has that of its sentence; where there is none, it has none."""
    assert sources(text) == [source]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The road will close at noon, told the mayor.", "The road will close at noon", "the mayor"),
        ("The mayor, a lawyer, said they're out of time.", "they're out of time", "The mayor, a lawyer"),
        ("In his words, the toll was a joke.", "the toll was a joke", "his words"),
        ("The toll was, in her words, a joke.", "The toll was", "her words"),
        ("It's said that the toll was dead.", "that the toll was dead", "It"),
        ("Hale said to “go home and stay there”.", "go home and stay there", "Hale"),
        ("Hale asked drivers about the toll.", "the toll", "Hale"),
        ("Still, Hale said, it was dead.", "it was dead", "Hale"),
        ("Hale said, without a smile, that it was dead.", "that it was dead", "Hale"),
        ("ULM — the toll is dead, Hale said.", "the toll is dead", "Hale"),
        ("Ulm — the toll is dead, Hale said.", "Ulm — the toll is dead", "Hale"),
        ("“It is dead,” Hale said of the road “which is long”.", "It is dead,", "Hale"),
        ("“It is dead,” shot back Jane Hale.", "It is dead,", "Jane Hale"),
        ("“HALE: We have won it all.”", "We have won it all.", "HALE"),
        ("“Note: the shop is shut.”", "Note: the shop is shut.", None),
        ("“It is dead,” and then of late there came a shot.", "It is dead,", None),
        ("“It is dead?” Hale left and asked.", "It is dead?", None),
        ("“It is dead?” Hale and the men of the old town by the sea and the hills asked.", "It is dead?", None),
        ("“‘It is dead?’” Hale asked.", "‘It is dead?’", "Hale"),
        ("“It was late,” — Jane Roe", "It was late,", "Jane Roe"),
        ("Hale pleaded: “Go.” “Go now.”", "Go. | Go now.", "Hale"),
        ("Was “the last of the old roads of Ulm” shut?", "the last of the old roads of Ulm", None),
        (
            "A crowd, waving “the old flags of the town of Ulm”.",
            "the old flags of the town of Ulm",
            "A crowd",
        ),
        ("“It is dead.” — A man of the town who lives at the end of the long road to the sea", "It is dead.", None),
    ],
)
def test_what_was_said_and_by_whom(text: str, content: str, source: str | None) -> None:
    """One quote, with its content and its source."""
    assert (contents(text), sources(text)) == ([content], [source])


@pytest.mark.parametrize(
    "text",
    [
        "Say that the toll is dead.",
        "To say that the toll is dead is too much.",
        "In other words, the toll was a joke.",
        "According to, the toll was dead.",
        "Hale agreed to comment about how the toll died.",
        "Critics claim victory.",
        "Hale denied it.",
        "“Salt and Sand” said Hale.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    """An order, a turn of phrase, a title and a deed are no quotes."""
    assert sources(text) == []


def test_a_question_before_another_ones_answer_is_not_claimed_by_its_verb() -> None:
    """A verb that announces a quotation after it leaves a question before it alone."""
    text = "“It is dead?” Hale said, “Yes.”"
    assert list(zip(contents(text), sources(text), strict=True)) == [("It is dead?", None), ("Yes.", "Hale")]
