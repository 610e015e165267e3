"""Laws that hold for the quotes of any text."""

from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.text.attribution import attribute
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document

PIECES = [
    "“", "”", '"', "''", "‘", "’", "«", "»", "—", ",", ".", "?", ":", ";", "(", ")", "said", "told", "says", "saying",
    "according to", "in the words of", "that", "who", "he", "she", "they", "Mr. Hill", "Jane Roe", "ROE:", "Q:",
    "a spokesman", "the company", "reporters", "on Tuesday", "and", "but", "the plan", "is dead", "asked", "whether",
    "called", "to", "state", "claims", "as", "put it", "was", "not", "\n\n", "’s",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@given(TEXTS)
def test_any_text_gives_a_lawful_article(text: str) -> None:
    """Whatever the words and marks, the quotes and speakers keep the model's invariants."""
    document = Document(text, plain_blocks(text), "en")
    found = attribute(document)
    nm.Article(text=text, blocks=plain_blocks(text), quotes=found.quotes, speakers=found.speakers, issues=found.issues)


@given(TEXTS)
def test_a_paragraph_in_front_only_shifts(text: str) -> None:
    """An unrelated paragraph in front changes nothing but the offsets."""
    front = "It rained in the valley all night long.\n\n"
    before = attribute(Document(text, plain_blocks(text), "en"))
    shifted = front + text
    after = attribute(Document(shifted, plain_blocks(shifted), "en"))
    assert [q.text for q in after.quotes] == [q.text for q in before.quotes]
    assert [q.content[0] for q in after.quotes] == [q.content[0].shift(len(front)) for q in before.quotes]
    assert [s.name for s in after.speakers] == [s.name for s in before.speakers]


def test_speakers_speak() -> None:
    """Every speaker of an article has said something in it."""
    article = nm.parse_text("Jane Roe met Bob Hill. Hill said it rained. “It pours,” she said.")
    assert {s.name for s in article.speakers} == {q.speaker.name for q in article.quotes if q.speaker}
