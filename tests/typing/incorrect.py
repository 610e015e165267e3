"""Wrong uses of the public face: every line below that ends in a comment is an error to mypy and to pyright."""

import datetime as dt

import newsmodel as nm
from newsmodel import strategies
from newsmodel.formats import adapters, arrow, json, jsonl


def wrong(article: nm.Article) -> None:
    """Each line must be an error; mypy's ``warn_unused_ignores`` and pyright's counterpart see to it."""
    nm.Span("0", 4)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    nm.Span(0)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    nm.Author("Ann")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    nm.Author(name=None)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    nm.Article(keywords=["a"])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    nm.Article(published="2017-10-05")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    nm.Article(title="A")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    article.headline = "B"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    article.description.upper()  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
    print(article.quotes[0].speaker.name)  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess] # noqa: T201
    article.quotes[0] = article.quotes[1]  # type: ignore[index] # pyright: ignore[reportIndexIssue]
    article.quotes_by(1)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    nm.parse_html(None)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    nm.parse_text(b"text")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    nm.parse_text("text", published=dt.time())  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    json.dumps("article")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    json.dumps(article, 2)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    arrow.loads("text")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    adapters.from_corenlp(5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    jsonl.dumps(article)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    strategies.articles(text="text")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    strategies.spans("text")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]


class Special(nm.Article):  # type: ignore[misc] # pyright: ignore[reportGeneralTypeIssues]
    """The classes of the model are final."""
