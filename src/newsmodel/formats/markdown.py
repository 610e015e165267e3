"""
Markdown (CommonMark, with the tables of GFM) under YAML front matter, for people, notebooks and language models.

Kept are the metadata but the dateline, as front matter whose values are JSON, which every YAML reader takes; the
blocks; links; and quotes, as ``<span class="quote direct" title="Ada Brook">``, which Markdown shows as plain text.
Lost are white space between and inside of paragraphs, cues and sources, a speaker but for the name, and all other
annotations. Everything else in the text that Markdown would take for markup is escaped.

Read are the documents written here and, leniently, those of others: of their front matter what has a meaning here,
of their body headings, lists, block quotations, code, tables, links; other inline markup is taken off the text.
Without front matter the first heading of level 1 is the headline.
"""

from newsmodel.formats import _front_matter as front_matter
from newsmodel.formats._losses import difference
from newsmodel.formats._markdown_reading import read_passages
from newsmodel.formats._markdown_writing import write_passages
from newsmodel.formats._passages import compose, passages_of
from newsmodel.formats._values import decoded
from newsmodel.model import Article, BlockKind
from newsmodel.model.forms import expect

__all__ = ["dumps", "loads", "losses"]


def dumps(article: Article) -> str:
    """Return *article* as Markdown with front matter."""
    expect("article", article, Article)
    return f"{front_matter.write(article)}\n{write_passages(passages_of(article))}"


def loads(data: str | bytes) -> Article:
    """
    Return the article of a Markdown document; bytes are UTF-8.

    Raises:
        FormatError: The bytes are no UTF-8.
    """
    head, body = front_matter.split(decoded(data))
    passages = read_passages(body)
    title = None
    if head is None and passages and passages[0].kind is BlockKind.HEADING and passages[0].level == 1:
        title = passages.pop(0).text
    composed = compose(passages)
    described = front_matter.read(head or "", composed.ground, title=title)
    return composed.ground.article(described, composed.blocks, links=composed.links, quotes=composed.quotes)


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that do not come back from Markdown as they are."""
    return difference(article, loads(dumps(article)))
