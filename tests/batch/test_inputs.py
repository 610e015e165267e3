"""What is read of files, folders, patterns and lines, before anything is parsed."""

import gzip
import json
from pathlib import Path

from newsmodel.batch import Failure, Limits, Page, read_pages
from newsmodel.batch._many import CHUNK_PAGES, chunks


def told(items: list[Page | Failure]) -> list[tuple[str | None, int]]:
    """Return the URL of each page, and the code of each failure, with their offsets."""
    return [(item.url if isinstance(item, Page) else item.code.value, item.offset) for item in items]


def line(url: object, html: object = "<p>It rained.") -> bytes:
    """Return a page as a line of JSON."""
    return json.dumps({"url": url, "html": html}).encode() + b"\n"


def test_a_line_too_long_for_any_page_is_passed_over(tmp_path: Path) -> None:
    """It is a failure at its offset, however long it is, and the next line is read."""
    path = tmp_path / "a.jsonl"
    parts = [line("a"), line("b", "x" * 80_000), line("c", "x" * 300_000), line("d")]
    path.write_bytes(b"".join(parts))
    offsets = [sum(map(len, parts[:i])) for i in range(4)]
    found = told(list(read_pages(path, limits=Limits(max_bytes=100))))
    assert found == list(zip(["a", "too-large", "too-large", "d"], offsets, strict=True))
    path.write_bytes(b"".join(parts)[: offsets[2] + 200_000])
    assert told(list(read_pages(path, limits=Limits(max_bytes=100))))[-1] == ("too-large", offsets[2])


def test_blank_lines_are_no_pages_and_what_is_none_says_so(tmp_path: Path) -> None:
    """Blank lines are passed over; JSON without a page in it is a failure that says what was expected."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n \n" + line("a") + b"[]\n" + line(7) + line("b", None) + b"\n" + line(None))
    found = list(read_pages(path))
    assert [code for code, _ in told(found)] == ["a", "broken-line", "broken-line", "broken-line", None]
    assert found[0].offset == 3
    assert {item.message for item in found if isinstance(item, Failure)} == {
        'expected an object with a string "html" and, where it is known, a string "url"'
    }


def test_a_pattern_gives_each_file_once(tmp_path: Path) -> None:
    """Folders that a pattern of any depth matches are not read besides what is in them."""
    (tmp_path / "in" / "b").mkdir(parents=True)
    for name in ("a.html", "b/c.html"):
        (tmp_path / "in" / name).write_text("<p>It rained.")
    names = [item.name for item in read_pages(str(tmp_path / "in" / "**"))]
    assert names == [str(tmp_path / "in" / name) for name in ("a.html", "b/c.html")]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    """It may lead round in a circle."""
    (tmp_path / "a.html").write_text("<p>It rained.")
    (tmp_path / "round").symlink_to(tmp_path)
    assert [item.name for item in read_pages(tmp_path)] == [str(tmp_path / "a.html")]


def test_what_only_begins_as_compressed_data_is_broken(tmp_path: Path) -> None:
    """A file without a suffix is told by its first bytes; where they are damaged it is one failure."""
    (tmp_path / "a").write_bytes(gzip.compress(b"<p>It rained.")[:10] + b"\xff" * 90)
    assert told(list(read_pages(tmp_path / "a"))) == [("broken-gzip", 0)]


def test_pages_go_out_in_chunks_of_so_many() -> None:
    """As many pages as fill chunks make no more than those, and one more page makes one more."""
    page = Page("<p>It rained.")
    assert [len(chunk) for chunk in chunks([page] * CHUNK_PAGES * 2)] == [CHUNK_PAGES] * 2
    assert [len(chunk) for chunk in chunks([page] * (CHUNK_PAGES + 1))] == [CHUNK_PAGES, 1]
