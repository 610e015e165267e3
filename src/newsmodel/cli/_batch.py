"""The command `batch`: many pages into a folder of parts."""

import glob
import os
from collections.abc import Sequence
from pathlib import Path

import click

from newsmodel.batch import Limits, Summary, run
from newsmodel.batch._inputs import sources
from newsmodel.cli._plain import one_line
from newsmodel.cli._progress import counted, duration, progress
from newsmodel.errors import NewsmodelError

_DEFAULTS = Limits()
_MOST_NAMED = 3


@click.command(no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path(allow_dash=True))
@click.option("--out", required=True, metavar="DIR", type=click.Path(file_okay=False), help="The folder to write.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "parquet"]),
    default="jsonl",
    show_default=True,
    help="What to write: JSON Lines, or Parquet tables by month of publication.",
)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes that parse. [default: all cores]")
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=_DEFAULTS.max_bytes,
    show_default=True,
    metavar="N",
    help="A page with more bytes is an error.",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=_DEFAULTS.max_seconds,
    show_default=True,
    metavar="S",
    help="A page that takes longer is an error.",
)
@click.option(
    "--part-pages",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    metavar="N",
    help="How many inputs make a part, which appears whole or not at all.",
)
@click.option("--resume", is_flag=True, help="Go on where a run that was ended, with the same options, left DIR.")
@click.option("--annotate/--no-annotate", default=True, help="Whether to find quotes, times, places and events.")
def batch(  # noqa: PLR0913 - each is an option of its own
    *,
    inputs: tuple[str, ...],
    out: str,
    format_: str,
    workers: int | None,
    max_bytes: int,
    max_seconds: float,
    part_pages: int,
    resume: bool,
    annotate: bool,
) -> None:
    """
    Parse many pages on all cores into the folder DIR.

    INPUT is an HTML file, JSON Lines of {"url": ..., "html": ...}, a web archive (WARC), each also compressed by gzip;
    a folder or a pattern of these; or "-" for standard input. Each input ends in a part or in DIR/errors.jsonl.
    """
    for given in inputs:
        if missing := _missing(given):
            message = f"{one_line(given)!r} {missing}."
            raise click.BadParameter(message, param_hint="'INPUT...'")
    if next(sources(inputs), None) is None:
        message = f"no page was found in {_named(inputs)}."
        raise click.BadParameter(message, param_hint="'INPUT...'")
    try:
        with progress() as show:
            summary = run(
                inputs,
                out,
                format=format_,
                workers=workers,
                limits=Limits(max_bytes=max_bytes, max_seconds=max_seconds),
                part_pages=part_pages,
                annotate=annotate,
                resume=resume,
                progress=show,
            )
    except KeyboardInterrupt:
        raise click.ClickException(_ended("interrupted", out)) from None
    except OSError as error:
        reason = f"{error.filename or out}: {error.strerror or error}"
        raise click.ClickException(_ended(reason, out)) from None
    except NewsmodelError as error:
        raise click.ClickException(one_line(str(error))) from None
    click.echo(report(summary, Path(out)), nl=False)


def _named(inputs: Sequence[str]) -> str:
    """Return the inputs as a line names them: the first few, and how many more there are."""
    first = ", ".join(repr(one_line(given)) for given in inputs[:_MOST_NAMED])
    more = len(inputs) - _MOST_NAMED
    return f"{first} and {more:,} more" if more > 0 else first


def _missing(given: str) -> str | None:
    """Return what is wrong with an input that names nothing; None for one that names something."""
    if given == "-" or os.path.lexists(given):
        return None
    if not glob.has_magic(given):
        return "does not exist"
    found = glob.iglob(given, recursive=True)  # noqa: PTH207 - as `read_pages` does
    # "**" matches the folder that it is in, even one that is not there
    return None if any(map(os.path.lexists, found)) else "matches no file"


def _ended(reason: str, out: str) -> str:
    going_on = "; what is there counts, --resume goes on" if os.path.exists(out) else ""  # noqa: PTH110
    return one_line(reason + going_on)


def report(summary: Summary, out: Path) -> str:
    """Return what became of the inputs, for people."""
    rows = [
        ("articles", summary.articles - summary.not_articles),
        ("quotes", summary.quotes),
        ("not an article", summary.not_articles),
        ("errors", sum(summary.errors.values())),
        *((f"  {code}", count) for code, count in summary.errors.items()),
    ]
    width = max(len(f"{count:,}") for _, count in rows)
    lines = [f"{name:16}{count:{width},}" for name, count in rows]
    pace = f"{counted(summary.pages, 'page')} in {duration(summary.seconds)}, {summary.pages_per_second:.1f} pages/s"
    errors = f" Errors are told in {one_line(str(out / 'errors.jsonl'))}." if summary.errors else ""
    return "\n".join((*lines, f"{pace}.{errors}")) + "\n"
