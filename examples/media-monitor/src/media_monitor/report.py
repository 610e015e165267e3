"""The report: a table for a spreadsheet, and a page for people."""

import csv
from collections.abc import Iterable
from dataclasses import fields
from html import escape
from pathlib import Path

from media_monitor.quoted import Quoted, words_by_speaker

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Who was quoted</title>
<h1>Who was quoted</h1>
{speakers}
</html>
"""


def write_csv(path: Path, quotes: Iterable[Quoted]) -> None:
    """Write a row for each quote."""
    columns = [field.name for field in fields(Quoted)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*columns, "words"])
        writer.writerows([*(getattr(quote, column) for column in columns), quote.words] for quote in quotes)


def write_page(path: Path, quotes: list[Quoted]) -> None:
    """Write each speaker with all that they are quoted with; names and quotes are strangers' text, so escaped."""
    sections: list[str] = []
    for speaker, words in words_by_speaker(quotes):
        said = [f"<li>{escape(quote.text)}" for quote in quotes if quote.speaker == speaker]
        sections.append(f"<h2>{escape(speaker)} ({words} words)</h2>\n<ul>\n" + "\n".join(said) + "\n</ul>")
    path.write_text(PAGE.format(speakers="\n".join(sections)), encoding="utf-8")
