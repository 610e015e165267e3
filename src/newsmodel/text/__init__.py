"""From plain text to blocks, and from text to annotations."""

import datetime as dt

from newsmodel.model import Article, Issue, IssueCode
from newsmodel.text.annotate import annotate
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.fivew.answers import five_w
from newsmodel.text.language import detect_language, settle_language

__all__ = ["annotate", "detect_language", "five_w", "read_text", "settle_language"]


def read_text(
    text: str, *, headline: str | None = None, published: dt.date | None = None, url: str | None = None
) -> Article:
    """Return *text* as an article with blocks and language, not annotated; see `newsmodel.parse_text`."""
    blocks = plain_blocks(text)
    empty = Issue(code=IssueCode.EMPTY, message="the text is empty")
    return Article(
        headline=headline,
        text=text,
        blocks=blocks,
        published=published,
        url=url,
        language=detect_language(text),
        issues=() if blocks else (empty,),
    )
