"""The commands: options in, exit codes and bytes out."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from newsmodel._version import __version__
from newsmodel.cli._batch import batch
from newsmodel.cli._plain import one_line, showable
from newsmodel.cli._reading import Given, read
from newsmodel.cli._summary import summary
from newsmodel.errors import NewsmodelError, UnknownFormatError
from newsmodel.formats import dumps, html
from newsmodel.html.encodings import by_label
from newsmodel.model import Article

F = TypeVar("F", bound=Callable[..., object])

_SUMMARY = "summary"
_PAGE = ".view.html"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def newsmodel() -> None:
    """News articles as typed objects: who said what, and what happened."""


newsmodel.add_command(batch)


def _published(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    for parse in (dt.date.fromisoformat, dt.datetime.fromisoformat):
        try:
            return parse(value)
        except ValueError:
            continue
    message = f"{value!r} is no ISO 8601 date or time, such as 2017-10-05 or 2017-10-05T14:30-04:00."
    raise click.BadParameter(message)


def _encoding(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and by_label(value) is None:
        message = f"{value!r} is no encoding of the web, such as utf-8 or windows-1252."
        raise click.BadParameter(message)
    return value


_READING = (
    click.argument("file", type=click.Path(allow_dash=True)),
    click.option("--url", help="Where the article was fetched; makes its links absolute."),
    click.option(
        "--published",
        metavar="DATE",
        callback=_published,
        help='Day or moment of publication, in ISO 8601; what "Tuesday" in the text counts from.',
    ),
    click.option("--encoding", metavar="LABEL", callback=_encoding, help="The charset that the transport declared."),
    click.option(
        "--html/--text",
        "is_html",
        default=None,
        help="Read FILE as HTML or as plain text. [default: by the suffix .html, .htm, .xhtml or .txt, .text, .md; "
        "without one of these, HTML if FILE begins with a tag]",
    ),
)


def _reading(command: F) -> F:
    """Add the argument and the options that say what is read, and how."""
    for add in reversed(_READING):
        command = add(command)
    return command


@newsmodel.command(no_args_is_help=True)
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    help="What to write: summary, json or another format. [default: summary in a terminal, else json]",
)
@_reading
def parse(
    *,
    file: str,
    format_: str | None,
    url: str | None,
    published: dt.date | None,
    encoding: str | None,
    is_html: bool | None,
) -> None:
    """
    Parse the article in FILE, an HTML page or a plain text; "-" reads standard input.

    Writes a readable summary to a terminal, and JSON to a pipe or file.
    """
    given = Given(is_html=is_html, url=url, published=published, encoding=encoding)
    format_ = format_ or (_SUMMARY if sys.stdout.isatty() else "json")
    try:
        written = _written(read(_content(file), file, given), format_)
    except UnknownFormatError as error:
        message = f"{one_line(str(error))}, {_SUMMARY}."
        raise click.BadParameter(message, param_hint="'--format'") from None
    except (NewsmodelError, OSError) as error:
        raise _failed(file, error) from None
    click.echo(written, nl=False)


@newsmodel.command(no_args_is_help=True)
@_reading
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    help='The page to write. [default: FILE\'s name in the current folder, with ".view.html" for its suffix]',
)
def view(
    *,
    file: str,
    url: str | None,
    published: dt.date | None,
    encoding: str | None,
    is_html: bool | None,
    output: str | None,
) -> None:
    """
    Write a page that shows the article in FILE with its quotes and events, and print the page's path.

    The page is one file; open it in a browser. FILE is read as by "parse".
    """
    given = Given(is_html=is_html, url=url, published=published, encoding=encoding)
    target = Path(output or ("article" if file == "-" else Path(file).stem) + _PAGE)
    try:
        page = html.dumps(read(_content(file), file, given), view="annotated")
    except (NewsmodelError, OSError) as error:
        raise _failed(file, error) from None
    try:
        target.write_text(page, "utf-8")
    except OSError as error:
        raise _failed(str(target), error) from None
    click.echo(target)


def _failed(file: str, error: Exception) -> click.ClickException:
    """Return what is said on one line when *file* cannot be read, understood or written."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return click.ClickException(one_line(f"{'standard input' if file == '-' else file}: {reason}"))


def _content(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _written(article: Article, format_: str) -> bytes:
    """Return what goes to standard output: to a pipe the format as it is, to a terminal nothing that could steer it."""
    if format_ == _SUMMARY:
        return summary(article).encode(sys.stdout.encoding, "replace")
    document = dumps(article, format_)
    data = document if isinstance(document, bytes) else document.encode()
    if sys.stdout.isatty():
        data = showable(data.decode(errors="replace")).encode(sys.stdout.encoding, "replace")
    return data if data.endswith(b"\n") else data + b"\n"
