"""
W3C Web Annotation: an ``AnnotationCollection`` over the text of the article, for archives and annotation tools.

The first annotation describes the article and has its text as ``TextualBody``; all others select in that text, each by
a ``TextPositionSelector``, which counts code points as we do, and by a ``TextQuoteSelector`` with the words around,
which finds the place in the page too. They are tagged ``quote``, ``cue``, ``source``, ``mention``, ``time``,
``place``, ``event``, ``extent``, ``agent`` / ``patient`` / ``other``, ``link`` and the kinds of blocks, and refer to
one another by id. Discontinuous quotes have several targets. Kept are also headline, language, authors, copyright,
addresses, and dates with a time and a zone, as UTC. Lost are the other metadata, sentences, honorifics and
affiliations, the rules of quotes, provenance and issues.

Read are collections, pages, lists of annotations and single ones. Where position and words disagree the words decide;
what the text does not hold is left out with an issue.
"""

from newsmodel.formats._losses import difference
from newsmodel.formats._strict import decode, encode
from newsmodel.formats._webannotation_reading import read_tree
from newsmodel.formats._webannotation_writing import write_tree
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["dumps", "loads", "losses"]


def dumps(article: Article, *, indent: int | None = None) -> str:
    """
    Return *article* as a collection of annotations.

    Args:
        article: The article.
        indent: Number of spaces to indent by, for people; None for one line.
    """
    expect("article", article, Article)
    return encode(write_tree(article), indent=indent)


def loads(data: str | bytes) -> Article:
    """
    Return the article that annotations are about; bytes are UTF-8.

    Raises:
        FormatError: It is no JSON, or holds no annotation.
    """
    return read_tree(decode(data), len(data))


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that do not come back from annotations as they are."""
    return difference(article, loads(dumps(article)))
