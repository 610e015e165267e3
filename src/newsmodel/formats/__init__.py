"""One module per format, same verbs `dumps` / `loads`."""

from newsmodel.model import Article


def dumps(article: Article, format: str = "json") -> str | bytes:  # noqa: A002 - the public name of the argument
    """Write *article* in a format."""
    raise NotImplementedError(format)


def loads(data: str | bytes, format: str = "json") -> Article:  # noqa: A002
    """Read an article."""
    raise NotImplementedError(format)
