"""The monitor on the pages beside it."""

import csv
from pathlib import Path

import pytest

from media_monitor.__main__ import main

PAGES = Path(__file__).parents[1] / "pages"


def test_every_quote_with_a_speaker_is_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table has who said it, where and when."""
    assert main([str(PAGES), "--out", str(tmp_path)]) == 0
    with (tmp_path / "quotes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"speaker": "Bram Adeyemi", "outlet": "The Fenwick Post", "published": "2026-02-11"}.items() <= next(
        row for row in rows if row["page"] == "library.html"
    ).items()
    told = capsys.readouterr().out
    assert f"3 pages: 3 articles, {len(rows)} quotes" in told
    assert told in (PAGES.parent / "README.md").read_text(encoding="utf-8")


def test_markup_in_a_page_stays_text_in_the_report(tmp_path: Path) -> None:
    """What a page says is escaped in the report."""
    pages = tmp_path / "pages"
    pages.mkdir()
    text = "“It is &lt;script&gt;alert(1)&lt;/script&gt; that we fear,” Ada Brook said on Monday at the town hall."
    (pages / "a.html").write_text(f"<h1>What we fear</h1><p>{text}</p>", encoding="utf-8")
    main([str(pages), "--out", str(tmp_path / "out")])
    page = (tmp_path / "out" / "speakers.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
