"""Law 2: blocks are ordered, disjoint, and cover every character that is not white space."""

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.errors import InvariantError
from newsmodel.model import Article, Block, BlockKind


@given(strategies.articles())
def test_blocks_are_ordered_and_disjoint(article: Article) -> None:
    """Each block starts where the one before it has ended, or later."""
    ends = [0, *(block.span.end for block in article.blocks)]
    assert all(end <= block.span.start for end, block in zip(ends, article.blocks, strict=False))


@given(strategies.articles())
def test_blocks_cover_the_text(article: Article) -> None:
    """What lies outside of all blocks is white space."""
    rest, at = "", 0
    for block in article.blocks:
        rest += article.text[at : block.span.start]
        at = block.span.end
    assert not (rest + article.text[at:]).strip()


@given(strategies.articles())
def test_each_sentence_lies_in_one_block(article: Article) -> None:
    """No sentence goes over the end of a block."""
    for sentence in article.sentences:
        assert sum(block.span.contains(sentence) for block in article.blocks) == 1


@given(strategies.articles(), st.data())
def test_leaving_a_block_out_is_refused(article: Article, data: st.DataObject) -> None:
    """Blocks that do not cover the text are refused."""
    assume(article.blocks)
    i = data.draw(st.integers(0, len(article.blocks) - 1))
    fewer = article.blocks[:i] + article.blocks[i + 1 :]
    with pytest.raises(InvariantError, match="blocks"):
        attrs.evolve(article, blocks=fewer, sentences=())


@given(strategies.texts())
def test_the_default_is_one_paragraph(text: str) -> None:
    """Without blocks given, all of the text is one paragraph."""
    blocks = Article(text=text).blocks
    assert [block.span.of(text) for block in blocks] == ([text.strip()] if text.strip() else [])
    assert all(block == Block(kind=BlockKind.PARAGRAPH, span=block.span) for block in blocks)


@given(strategies.texts())
def test_parsed_blocks_obey_the_law(text: str) -> None:
    """The blocks of plain text, put one after another without white space, are the text."""
    article = nm.parse_text(text)
    assert "".join("".join(block.span.of(text).split()) for block in article.blocks) == "".join(text.split())
