"""
News articles as typed, immutable, offset-grounded objects.

`parse_html` and `parse_text` give an `Article` with its quotes, speakers, times, places and events; `dumps` and
`loads` write and read it. The classes are in `newsmodel.model`, the errors in `newsmodel.errors`, one module per
format in `newsmodel.formats`, Hypothesis strategies in `newsmodel.strategies`.
"""

from newsmodel._version import __version__
from newsmodel.errors import NewsmodelError
from newsmodel.formats import dumps, loads
from newsmodel.model import (
    Article,
    Author,
    Block,
    Event,
    EventKind,
    FiveW,
    Issue,
    Link,
    Place,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    TimeExpression,
)
from newsmodel.pipeline import annotate, five_w, parse_html, parse_text

__all__ = [
    "Article",
    "Author",
    "Block",
    "Event",
    "EventKind",
    "FiveW",
    "Issue",
    "Link",
    "NewsmodelError",
    "Place",
    "Quote",
    "QuoteKind",
    "Span",
    "Speaker",
    "TimeExpression",
    "__version__",
    "annotate",
    "dumps",
    "five_w",
    "loads",
    "parse_html",
    "parse_text",
]


def _in_a_notebook(article: Article) -> str:
    from newsmodel.formats._viewer.page import frame  # noqa: PLC0415 (only notebooks need it)

    return frame(article)


# The model may not import formats, so how an article shows itself in a notebook is set here, where both are known.
Article._repr_html_ = _in_a_notebook  # pyright: ignore[reportPrivateUsage]
