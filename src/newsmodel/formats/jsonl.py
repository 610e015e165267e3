"""
JSON Lines: native documents, one article a line, for streams and large collections.

The lines are those of the format `json` without indentation, each ended by a newline; blank lines are skipped on
reading. `dump_to` and `load_from` hold one article at a time.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from newsmodel.errors import FormatError, Problem, WrongTypeError
from newsmodel.formats._native import from_tree, to_json
from newsmodel.formats._strict import decode
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["Writable", "dump_to", "dumps", "load_from", "loads", "losses"]


class Writable(Protocol):
    """What `dump_to` writes to: an open text file, standard output."""

    def write(self, text: str, /) -> object:
        """Take one line."""
        ...


def dumps(articles: Iterable[Article]) -> str:
    """Return the articles as JSON Lines."""
    expect("articles", articles, Iterable)
    return "".join(map(_line, articles))


def loads(data: str | bytes) -> tuple[Article, ...]:
    """
    Return the articles of JSON Lines; bytes are UTF-8.

    Raises:
        FormatError: A line is no native document; its ``path`` starts with the line's number, "line 3: $.article".
    """
    if not isinstance(data, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError(Problem("data", data, "str or bytes"))
    # Lines end at a newline alone: a string of JSON may hold the other characters that `splitlines` splits at.
    return tuple(load_from(data.split("\n") if isinstance(data, str) else data.split(b"\n")))


def losses(article: Article) -> tuple[str, ...]:
    """Return no field: an article comes back from its line as it is."""
    expect("article", article, Article)
    return ()


def dump_to(file: Writable, articles: Iterable[Article]) -> int:
    """
    Write the articles to an open text file as JSON Lines, each as soon as it comes.

    Returns:
        How many articles were written.
    """
    expect("articles", articles, Iterable)
    count = 0
    for article in articles:
        file.write(_line(article))
        count += 1
    return count


def load_from(lines: Iterable[str | bytes]) -> Iterator[Article]:
    """
    Yield the articles of an open file, text or binary, or of any lines, each as soon as it is read.

    Raises:
        FormatError: A line is no native document; its ``path`` starts with the line's number, "line 3: $.article".
    """
    for number, line in enumerate(lines, 1):
        document = line.strip(" \t\r\n") if isinstance(line, str) else line.strip(b" \t\r\n")
        if document:
            yield _read(document, number)


def _read(document: str | bytes, number: int) -> Article:
    try:
        return from_tree(decode(document))
    except FormatError as error:
        path = f"line {number}: {error.path}"
        raise FormatError(path, error.reason) from None


def _line(article: Article) -> str:
    expect("articles", article, Article)
    return to_json(article) + "\n"
