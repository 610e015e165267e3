"""
IPTC ninjs 3.1, the JSON that news agencies and content systems exchange.

Kept are the metadata with an address, a time of day with its zone, or words of their own; the text, exactly, as a
``text/plain`` body, and its blocks and links as a ``text/html`` body; quotes, each an association of type
``component`` with the relation ``quote``, whose bodies are its content, source and cue; who is quoted as ``people``,
``organisations`` or ``objects``; places, and the names of events. Where they stand is given by their ``uri``, the
item's with the fragment identifier of plain text (``#char=10,25``; RFC 5147, in code points). Images are associations.
Lost are days without a time and times without a zone, which ninjs cannot say; relative addresses; all but name and
first mention of a speaker; the parts, time and place of events, times, provenance and issues.

Read is version 3 and, in its simple parts, 1 and 2; keys without a meaning here are passed over. Where there are bodies
in text and in HTML that say the same, the text is the plain one, the blocks are those of the HTML.
"""

from newsmodel.formats._losses import difference
from newsmodel.formats._ninjs_reading import read_tree
from newsmodel.formats._ninjs_writing import write_tree
from newsmodel.formats._strict import decode, encode
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["dumps", "loads", "losses"]


def dumps(article: Article, *, indent: int | None = None) -> str:
    """
    Return *article* as a ninjs 3.1 document.

    Args:
        article: The article.
        indent: Number of spaces to indent by, for people; None for one line.
    """
    expect("article", article, Article)
    return encode(write_tree(article), indent=indent)


def loads(data: str | bytes) -> Article:
    """
    Return the article of a ninjs document; bytes are UTF-8.

    Raises:
        FormatError: It is no JSON, or no ninjs.
    """
    return read_tree(decode(data))


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that do not come back from ninjs as they are."""
    return difference(article, loads(dumps(article)))
