"""What a worker replies with in a run: the outcome of each page, and the articles in the form they are written in."""

from collections.abc import Sequence
from typing import Final, TypeVar

import attrs

from newsmodel.batch._pages import Failure
from newsmodel.formats import jsonl
from newsmodel.model import Article, IssueCode

_NO_ARTICLE: Final = {IssueCode.NOT_AN_ARTICLE, IssueCode.INDEX_PAGE, IssueCode.EMPTY}


@attrs.frozen
class Parsed:
    """What a run counts of an article."""

    quotes: int
    is_article: bool
    """Whether it is one: not an index, a form, an error page or an empty one."""


@attrs.frozen
class Packed:
    """The outcomes of some pages, in order, and the articles among them as bytes."""

    outcomes: tuple[Parsed | Failure, ...]
    data: bytes


T = TypeVar("T")


def pack_lines(outcomes: Sequence[Article | Failure]) -> Packed:
    """Pack articles as JSON Lines."""
    return Packed(_told(outcomes), jsonl.dumps(articles_of(outcomes)).encode())


def pack_columns(outcomes: Sequence[Article | Failure]) -> Packed:
    """Pack articles as a stream of Arrow; needs the extra ``arrow``."""
    from newsmodel.batch._columns import stream_of  # noqa: PLC0415

    return Packed(_told(outcomes), stream_of(articles_of(outcomes)))


def articles_of(outcomes: Sequence[Article | Failure]) -> list[Article]:
    """Return the articles among the outcomes."""
    return [outcome for outcome in outcomes if isinstance(outcome, Article)]


def _told(outcomes: Sequence[Article | Failure]) -> tuple[Parsed | Failure, ...]:
    return tuple(outcome if isinstance(outcome, Failure) else _counted(outcome) for outcome in outcomes)


def _counted(article: Article) -> Parsed:
    return Parsed(len(article.quotes), all(issue.code not in _NO_ARTICLE for issue in article.issues))
