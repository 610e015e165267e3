"""The commands, through click's runner: options, formats, exit codes."""

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsmodel import __version__, dumps, loads, parse_html
from newsmodel.cli._commands import newsmodel
from newsmodel.formats import available

PAGE = """<!doctype html><html lang="en"><head><title>Long Bridge closed</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Long Bridge closed", "datePublished": "2026-03-03"}</script></head>
<body><article><h1>Long Bridge closed</h1><p>The council closed the Long Bridge in Fernby on Monday after a survey
found cracks in two of its piers, a spokesman said.</p><p>“It is not safe,” said Mayor Ada Brook. She told reporters
that the bridge would stay shut until engineers had seen every pier and that buses would go round by the ford.</p>
</article></body></html>"""


def run(*args: str, stdin: bytes | str | None = None) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(newsmodel, list(args), input=stdin, prog_name="newsmodel")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the path of a small page."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_version() -> None:
    """`--version` prints name and version."""
    assert run("--version").output == f"newsmodel {__version__}\n"


def test_a_page_is_written_as_json_where_it_is_piped(page: Path) -> None:
    """Without a terminal the output is the native JSON, which reads back."""
    result = run("parse", str(page))
    assert (result.exit_code, result.stderr) == (0, "")
    assert loads(result.stdout).headline == "Long Bridge closed"


def test_standard_input_is_read_for_a_dash(page: Path) -> None:
    """`-` reads standard input and gives what the file gives."""
    assert run("parse", "-", stdin=PAGE).stdout == run("parse", str(page)).stdout


def test_the_summary_can_be_asked_for(page: Path) -> None:
    """`--format summary` gives the readable summary to a pipe as well, without colours."""
    result = run("parse", str(page), "--format", "summary")
    assert result.stdout.startswith("Long Bridge closed\n2026-03-03 · en\n")
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("name", available())
def test_every_format_can_be_asked_for(page: Path, name: str) -> None:
    """`--format` takes the name of any format that is written, and writes what `dumps` does."""
    result = run("parse", str(page), "--format", name)
    written = dumps(parse_html(page.read_bytes()), name)
    expected = written if isinstance(written, bytes) else written.encode()
    assert (result.exit_code, result.stdout_bytes.rstrip(b"\n")) == (0, expected.rstrip(b"\n"))


@pytest.mark.parametrize(
    ("name", "content", "options", "is_html"),
    [
        ("a.html", "no tag", (), True),
        ("a.HTM", "no tag", (), True),
        ("a.txt", "<p>a tag</p>", (), False),
        ("a", "  <p>a tag</p>", (), True),
        ("a", "\ufeff<!doctype html><p>a tag</p>", (), True),
        ("a", "<3 is no tag", (), False),
        ("a", "no tag", (), False),
        ("a.html", "<p>a tag</p>", ("--text",), False),
        ("a.txt", "<p>a tag</p>", ("--html",), True),
    ],
)
def test_html_is_told_from_text(
    tmp_path: Path, name: str, content: str, options: tuple[str, ...], is_html: bool
) -> None:
    """The option decides, else the suffix, else whether a tag comes first."""
    path = tmp_path / name
    path.write_text(content, "utf-8")
    result = run("parse", str(path), *options)
    assert result.exit_code == 0, result.stderr
    text = loads(result.stdout).text
    assert (text != content.removeprefix("\ufeff")) == (is_html and "<" in content)


def test_url_and_date_are_the_callers(page: Path) -> None:
    """`--url` and `--published` say what the caller knows, and the provenance says that the caller said it."""
    result = run("parse", str(page), "--url", "https://example.org/a", "--published", "2026-03-10")
    article = loads(result.stdout)
    assert (article.url, article.published) == ("https://example.org/a", dt.date(2026, 3, 10))
    chosen = [p for p in article.provenance if p.field == "published" and p.chosen]
    assert [(p.source, p.raw) for p in chosen] == [("caller", "2026-03-10")]


def test_relative_days_count_from_the_date_given(page: Path) -> None:
    """A weekday in the text resolves against `--published`, for pages and for plain text."""
    html = loads(run("parse", str(page), "--published", "2026-03-10T08:00+01:00").stdout)
    assert [time.start for time in html.times if time.span.of(html.text) == "Monday"] == [dt.date(2026, 3, 9)]
    text = loads(run("parse", "-", "--published", "2026-03-10", stdin="The bridge closed on Monday.").stdout)
    assert [time.start for time in text.times] == [dt.date(2026, 3, 9)]


def test_the_declared_encoding_is_used() -> None:
    """`--encoding` is what the transport declared."""
    data = "Die Brücke wurde gesperrt.".encode("cp1252")
    assert loads(run("parse", "-", "--encoding", "windows-1252", stdin=data).stdout).text == data.decode("cp1252")
    data = "Мост закрыт.".encode("koi8-r")
    assert loads(run("parse", "-", "--encoding", "koi8-r", stdin=data).stdout).text == "Мост закрыт."


def test_output_is_deterministic(page: Path) -> None:
    """The same input gives the same bytes, in every format of the command line."""
    for format_ in ("json", "summary"):
        first, second = (run("parse", str(page), "--format", format_).stdout_bytes for _ in range(2))
        assert first == second


def test_json_is_utf_8_and_ends_with_one_line_break(page: Path) -> None:
    """What is written reads as JSON in UTF-8 and ends with a line break."""
    data = run("parse", str(page)).stdout_bytes
    assert json.loads(data.decode("utf-8"))
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")


BAD = {
    "missing.html": None,
    "scan.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "image.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
    "binary.html": b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8,
    "page.pdf.html": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_code_1(tmp_path: Path, name: str) -> None:
    """A file that is missing or no article ends with exit code 1 and one line that names it."""
    path = tmp_path / name
    content = BAD[name]
    if content is not None:
        path.write_bytes(content)
    result = run("parse", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {path}: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7", "a PDF"), (b"\x1f\x8b\x08\0", "gzip data: decompress it first"), (b"\1\0", "binary data")],
)
def test_what_is_no_text_is_said_to_be_what_it_is(tmp_path: Path, data: bytes, kind: str) -> None:
    """A file whose name tells nothing is told by how it begins."""
    path = tmp_path / "file"
    path.write_bytes(data)
    assert run("parse", str(path)).stderr == f"Error: {path}: expected plain text or HTML, got {kind}\n"


def test_a_missing_file_is_named_with_its_reason() -> None:
    """The error of the operating system is the reason."""
    assert run("parse", "no/such.html").stderr == "Error: no/such.html: No such file or directory\n"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is refused in one line."""
    result = run("parse", str(tmp_path))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--format", "nitrogen"), "Invalid value for '--format': unknown format 'nitrogen'; known are "),
        (("--published", "Tuesday"), "Invalid value for '--published': 'Tuesday' is no ISO 8601 date or time"),
        (("--published", "2026-02-30"), "Invalid value for '--published': '2026-02-30' is no ISO 8601 date or time"),
        (("--encoding", "klingon"), "Invalid value for '--encoding': 'klingon' is no encoding of the web"),
        (("--colour",), "No such option"),
    ],
)
def test_wrong_usage_is_exit_code_2(page: Path, options: tuple[str, ...], reason: str) -> None:
    """A wrong option or value ends with click's usage error, which says what is wrong."""
    result = run("parse", str(page), *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr


def test_a_page_changed_before_the_date_given_is_refused(tmp_path: Path) -> None:
    """A date that contradicts the page's own is an error that names both."""
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace('"2026-03-03"', '"2026-03-03", "dateModified": "2026-03-04"'), "utf-8")
    result = run("parse", str(path), "--published", "2026-03-10")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "2026-03-10" in result.stderr


def test_an_error_cannot_steer_the_terminal() -> None:
    """A file name with control sequences is shown without them."""
    result = run("parse", "a\x1b[2J\nb.html")
    assert result.stderr == "Error: a�[2J b.html: No such file or directory\n"
