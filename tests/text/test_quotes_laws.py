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


SENTENCES = (
    "Here is Jane Roe, the mayor: “It is a long way.” She shrugs. “It was,” Stern said, and it had been paid.",
    "His claim that the toll was late, confirmed by calls from drivers for a ban, was, Roe told the town, ruled out.",
    "Asked whether it was late, Roe — who had made a promise to close it — said, in May, in what Hale called a mess,",
    "A report filed in April said the 33-year-old, according to the Registrar, Mrs. Jane Roe, in her words, cautions.",
)


@given(st.sampled_from(SENTENCES), st.integers(min_value=0, max_value=150), st.integers(min_value=0, max_value=150))
def test_a_sentence_cut_anywhere_is_read(text: str, first: int, length: int) -> None:
    """Wherever a text begins and ends, its quotes and speakers keep the model's invariants."""
    cut = text[first : first + length]
    article = nm.parse_text(cut)
    assert article.text == cut
