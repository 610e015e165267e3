"""Where what was said begins and ends, and which words tell of its source, in sentences of many shapes."""

import pytest

from newsmodel.model import Block, BlockKind, Span
from newsmodel.text.document import Document
from newsmodel.text.quotes.marks import find_stretches

from .reading_quotes import with_cues as found


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("(“The plan is dead and gone,” said one driver.)", "The plan is dead and gone,", "said", "one driver"),
        ("“The plan is dead”, said Roe.", "The plan is dead", "said", "Roe"),
        ("“It is dead,” said Roe but he stayed.", "It is dead,", "said", "Roe"),
        ("“It is hard,” said a man, “because it is late.”", "It is hard, | because it is late.", "said", "a man"),
        ("Roe said — “the toll is dead and gone” — and left.", "the toll is dead and gone", "said", "Roe"),
        ("Roe shouted “go home to Ulm” “go home now” and left.", "“go home to Ulm” “go home now”", "shouted", "Roe"),
        ("“Roe was Roe,” coach Ann Bell said.", "Roe was Roe,", "said", "coach Ann Bell"),
        ("It is a plan to “serve us all of the time.”", "serve us all of the time.", "is", "It"),
        ("Ulm lost what the mayor, Ann Bell, called “our friend.”", "our friend.", "called", "the mayor, Ann Bell"),
        ("He asked them “prayerfully consider” the plan.", "prayerfully consider", "asked", "He"),
        ("Roe tweeted: “People in “Go Home” shirts came.”", "People in “Go Home” shirts came.", "tweeted", "Roe"),
        ("\"He is 6'2\" tall,\" Roe said.", "He is 6'2\" tall,", "said", "Roe"),
        ("He said ‚we won.", "‚we won", "said", "He"),
    ],
)  # fmt: skip
def test_quotations(text: str, content: str, cue: str, source: str) -> None:
    """Marks of all shapes hold what was said, and the words beside them tell who said it."""
    assert found(text) == [(content, cue, source)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("He insulted her, called her “third-rate” and left.", []),
        ('"We won, he said, "and left."', ["We won, he said,", "and left."]),
        ("He called it “a threat to us,” or “a wall of sand.”", ["a threat to us,", "a wall of sand."]),
        (
            "“It was a hard year,” said a man who left and described it as “a mess of a year.”",
            ["It was a hard year,", "it as “a mess of a year.”"],
        ),
        ("“The toll is dead,” Roe said, adding: “It was cold.”", ["The toll is dead, | It was cold."]),
        ("She said “it is late” — “over”.", ["“it is late” — “over”"]),
        ("“We came first.”\n\n“Gone With the Wind\n\n“It was late,” Roe said.", ["We came first.", "It was late,"]),
        ("“It is late,” the mayor was heard to moan.", ["It is late,"]),
        ("The toll is dead, Roe said on Monday, adding that it was late.", ["The toll is dead", "that it was late"]),
        (
            "Roe says the toll, which drivers say is old, is dead.",
            ["the toll, which drivers say is old, is dead", "is old"],
        ),
        ("Roe with “a very long list of demands” adding it was late.", ["a very long list of demands", "it was late"]),
        ("He said while she claimed it was late.", ["it was late"]),
        ("Ulm denies — “why would we not want it built?” asked Roe.", ["why would we not want it built?"]),
        ("Roe said and Hale repeated that the toll was dead.", ["that the toll was dead"]),
    ],
)  # fmt: skip
def test_which_words_are_quoted(text: str, contents: list[str]) -> None:
    """A word held with tongs and a title are no quotations, and each quotation belongs to one cue."""
    assert [content for content, _, _ in found(text)] == contents


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("There were emails that night saying the plan was dead.", "the plan was dead", "saying", None),
        ("The mayor, a lawyer, says Roe will win.", "Roe will win", "says", "The mayor, a lawyer"),
        ("The mayor told the envoy to France to leave.", "to leave", "told", "The mayor"),
        ("Roe said by May the bridge will open.", "by May the bridge will open", "said", "Roe"),
        ("In Ulm, Roe said on Friday he met Bell.", "he met Bell", "said", "Roe"),
        ("Roe said, it is late and cold.", "it is late and cold", "said", "Roe"),
        ("A survey done in 2019 reported that it was late.", "that it was late", "reported", "A survey done in 2019"),
        ("The so-called “experts” said it was late.", "it was late", "said", "The so-called “experts”"),
        ("Roe) said it was late.", "it was late", "said", None),
        ("Or, as Ann Bell, the mayor, put it, it is dead.", "it is dead", "put it", "Ann Bell, the mayor"),
        ("Some were beaten, chained, said it was late.", "it was late", "said", "Some"),
        ("He had no wish to say that it was late.", "that it was late", "to say", "He"),
        (
            "The clerk, Jane Roe, says Hale will “leave here with nothing at all.”",
            "Hale will “leave here with nothing at all.”",
            "says",
            "The clerk, Jane Roe",
        ),
        ("Roe with an “old list” adding that it was late.", "that it was late", "adding", "Roe with an “old list”"),
        ("A sponsor, state Sen. Ann Roe, said it was late.", "it was late", "said", "A sponsor, state Sen. Ann Roe"),
        ("The mayor just this month said it was late.", "it was late", "said", "The mayor"),
        ("A report filed in April said it was late.", "it was late", "said", "A report filed in April"),
        ("In addition to stating that it was late Roe left.", "that it was late Roe left", "stating", None),
        ("“Late”: Roe, adding that it was over.", "that it was over", "adding", None),
        ("Roe says the toll, which they call a joke, stays.", "the toll, which they call a joke, stays", "says", "Roe"),
        ("It is late, the mayor's aide, Ann Bell, told us.", "It is late", "told", "the mayor's aide, Ann Bell"),
    ],
)  # fmt: skip
def test_reports(text: str, content: str, cue: str, source: str | None) -> None:
    """A clause is what was said, from where whom, when and where are told."""
    assert found(text) == [(content, cue, source)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened; the mayor, though late, praised the plan.",
        "Drivers came and claim that it was late.",
        "They claim",
    ],
)
def test_nothing_reported(text: str) -> None:
    """A verb whose subject is far off and a word that may be a noun report nothing."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Roe said the toll was dead, then went on:\n\n“Go home now.”", "Go home now.", "Roe"),
        ("Wait, it gets better:\n\n“Go home now.”", "Go home now.", "it"),
    ],
)
def test_a_colon_introduces_the_next_paragraph(text: str, content: str, source: str) -> None:
    """After a colon at the end of a paragraph the next one is quoted from the source before it."""
    assert (found(text)[-1][0], found(text)[-1][2]) == (content, source)


def test_a_paragraph_after_the_turns_of_a_transcript_is_nobodys() -> None:
    """A turn goes on to the end of its paragraph, and no further."""
    text = "Hale: It is late. Go home.\n\nRoe: It is the worst.\n\nThe hall was full."
    assert [content for content, _, _ in found(text)] == ["It is late. Go home.", "It is the worst."]


@pytest.mark.parametrize(("text", "quoted"), [("“", []), ("“We won", ["We won"])])
def test_a_block_quotation_may_have_a_mark_of_its_own(text: str, quoted: list[str]) -> None:
    """The mark that opens a block quotation is no part of it, and a mark alone quotes nothing."""
    document = Document(text, (Block(kind=BlockKind.BLOCKQUOTE, span=Span(0, len(text))),), "en")
    stretches, _ = find_stretches(document)
    assert [document.surface(stretch.first, stretch.last) for stretch in stretches] == quoted


@pytest.mark.parametrize(
    "text",
    [
        "ULM (AP) — “It is late,” said Ann Roe, KC, as Sen. Hale put it — to applause — on May 2.",
        "The court heard, state Sen. Roe said on Friday, adding that “he” (the mayor), whose aide, Hale, told us.",
        "Roe: “We won.\n\n“We lost,” he told host Ann Bell, who had come, as first reported by\n\n> “",
        "As Sen. Hale announced on Monday, the toll is dead.",
    ],
)
def test_a_text_may_end_anywhere(text: str) -> None:
    """Wherever a text is cut off, what is quoted up to there are words of the text."""
    for end in range(len(text)):
        assert all(content in text for content, _, _ in found(text[:end]) if " | " not in content)
