"""
Plain text, for reading and for tools that take nothing else: the headline, a blank line, the body as it is.

Written only: `newsmodel.parse_text` reads plain text. Kept are the words of headline and body; lost is everything
else, and where the headline ends.
"""

from newsmodel.formats._losses import everything_but
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["dumps", "losses"]


def dumps(article: Article) -> str:
    """Return *article* as plain text, ended by a newline."""
    expect("article", article, Article)
    return f"{article}\n"


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that plain text does not carry."""
    expect("article", article, Article)
    return everything_but(article, "headline", "text")
