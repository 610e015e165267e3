"""Sentences and tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import annotate
from newsmodel.model import Article, Block, BlockKind, Span
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document


def sentences(text: str, language: str | None = "en") -> list[str]:
    """Return the surface of each sentence."""
    document = Document(text, plain_blocks(text), language)
    return [document.surface(first, last) for first, last in document.sentences]


def tokens(text: str) -> list[str]:
    """Return the words of all tokens."""
    return Document(text, plain_blocks(text), "en").words


@pytest.mark.parametrize(
    "parts",
    [
        ["It rained.", "It stopped."],
        ["Did it rain?", "It did!", "So they left."],
        ["Mr. Abara met Gen. Ruth Oyelaran at St. Mary's on Jan. 5.", "Both left."],
        ["J. K. Marsh and George W. Osei spoke.", "Nobody listened."],
        ["He moved to the U.S. in May.", "She stayed."],
        ["He moved to the U.S.", "She stayed."],
        ["They met at 5 p.m.", "The talks failed."],
        ["They met at 5 p.m. Tuesday in Oslo."],
        ["He died at 5 p.m.", "Officials gave no cause.", "Doctors did."],
        ["It starts at 5 p.m. EST on Monday, at 9 a.m. Lagos time and at 8 p.m. Sept. 3."],
        ["Prices rose 3.5 percent, to $1,200.50.", "Wages did not."],
        ["“It works,” she said.", "“We are glad.”", "He left."],
        ["“Does it work?” she asked.", "It does."],
        ["He paused ... and went on.", "Then he stopped…", "She waited."],
        ["(It had rained.)", "The road was wet."],
        ["Acme Inc. bought Bolt Corp. on Monday.", "The price was not disclosed."],
        ["No. 5 won.", "Nobody minded."],
        ["The vote was 5-4.", "“No,” he said."],
        ["She lives in Calif.", "He lives in Ore."],
        ["Why?!", "Because."],
        ["It's ill.", '"No," said Ann Lee.'],
        ["It is in the wash.", "Nobody minded."],
        ["She teaches art.", "Nobody minded."],
        ["He went to Peoria, Ill. on Monday."],
        ["It said 'stop.'", "They stopped."],
        ["3 people came.", "7 left."],
    ],
    ids=lambda parts: parts[0],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    """Full stops of abbreviations, initials and numbers end no sentence; marks that touch an end belong to it."""
    assert sentences(" ".join(parts)) == parts


def test_a_block_ends_a_sentence() -> None:
    """A sentence never goes over the end of its block, full stop or not."""
    assert sentences("A headline without a stop\n\nIt rained") == ["A headline without a stop", "It rained"]


def test_a_text_of_another_language_has_sentences_too() -> None:
    """Without a lexicon the marks alone decide."""
    assert sentences("Es regnete. Dann schien die Sonne.", None) == ["Es regnete.", "Dann schien die Sonne."]
    assert sentences("雨が降った。晴れた。", None) == ["雨が降った。", "晴れた。"]


def test_tokens_keep_together_what_belongs_together() -> None:
    """Abbreviations keep their stop, numbers their separators, words their hyphens; the possessive stands alone."""
    text = "Lt. Gen. O’Brien’s U.S.-led 14-day drill cost $1,200.50 at 10:30 a.m., they’re told."
    expected = ["lt.", "gen.", "o'brien", "'s", "u.s.-led", "14-day", "drill", "cost", "$", "1,200.50", "at", "10:30"]
    assert tokens(text) == [*expected, "a.m.", ",", "they're", "told", "."]


@given(st.text())
def test_tokens_cover_every_character_but_white_space(text: str) -> None:
    """Tokens are in order, disjoint, not empty, and leave out nothing but white space."""
    document = Document(text, plain_blocks(text), "en")
    at, rest = 0, []
    for start, end in zip(document.starts, document.ends, strict=True):
        assert at <= start < end
        rest.append(text[at:start])
        at = end
    rest.append(text[at:])
    assert not "".join(rest).strip()


@given(st.text(alphabet=st.sampled_from('Ab .?!…"”’)\n1U.S。')))
def test_sentences_part_all_tokens(text: str) -> None:
    """Every token is in exactly one sentence, and every sentence in one block."""
    document = Document(text, plain_blocks(text), "en")
    assert [token for first, last in document.sentences for token in range(first, last)] == list(
        range(len(document.words))
    )
    assert len(document.sentence_of) == len(document.words)
    for (first, last), block in zip(document.sentences, document.block_of, strict=True):
        assert document.blocks[block].span.contains(document.span(first, last))


def test_letter_that_is_the_name_of_a_network_ends_a_sentence() -> None:
    """A letter after "on" is no initial where a word follows that opens sentences."""
    assert sentences("He wrote it on X. Another answered him.") == ["He wrote it on X.", "Another answered him."]


def test_no_word_lies_in_two_blocks() -> None:
    """Blocks that touch, with no white space between, are told apart: a sentence and a word end where a block does."""
    spans = (Span(0, 3), Span(3, 7))
    article = Article(text="Onetwo.", blocks=tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in spans))
    assert annotate(article).sentences == spans


def test_party_and_state_end_a_sentence() -> None:
    """The stop after a party and a state ends the sentence before a capital, not before a comma."""
    assert sentences("He met Ann Roe, R-Ohio. Roe left.") == ["He met Ann Roe, R-Ohio.", "Roe left."]
    assert sentences("Rep. Al Roe, D-Fla., left.") == ["Rep. Al Roe, D-Fla., left."]
