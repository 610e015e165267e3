"""The command that writes the viewer's page."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsmodel.cli._commands import newsmodel

PAGE = (
    "<!doctype html><html lang=en><title>Long Bridge closed</title><body><article><h1>Long Bridge closed</h1>"
    "<p>The council closed the Long Bridge in Fernby on Monday after a survey found cracks in two of its piers.</p>"
    "<p>“It is not safe,” said Mayor Ada Brook. She told reporters that the bridge would stay shut until May.</p>"
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a new folder that holds the page."""
    (tmp_path / "bridge.html").write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path)


def view(*args: str, stdin: str | None = None) -> Result:
    """Run `newsmodel view` in this process."""
    return CliRunner().invoke(newsmodel, ["view", *args], input=stdin, prog_name="newsmodel")


def test_the_page_is_written_and_its_path_printed() -> None:
    """The page goes into the current folder under the name of the file."""
    result = view("bridge.html")
    assert (result.exit_code, result.stdout) == (0, "bridge.view.html\n")
    assert "<h1>Long Bridge closed</h1>" in Path("bridge.view.html").read_text("utf-8")


def test_standard_input_has_a_name_of_its_own() -> None:
    """What comes in through "-" is called article."""
    assert view("-", stdin=PAGE).stdout == "article.view.html\n"
    assert Path("article.view.html").is_file()


def test_the_page_goes_where_the_user_says() -> None:
    """`--output` names the page; the options of reading are those of parse."""
    result = view("bridge.html", "--output", "there.html", "--url", "https://fernby.example/bridge")
    assert (result.exit_code, result.stdout) == (0, "there.html\n")
    assert "https://fernby.example/bridge#:~:text=" in Path("there.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("no.html",), "Error: no.html: No such file or directory\n"),
        (("bridge.html", "-o", "no/page.html"), "Error: no/page.html: No such file or directory\n"),
    ],
)
def test_what_is_wrong_is_said_on_one_line(args: tuple[str, ...], message: str) -> None:
    """A file that cannot be read or written is an error of one line that names it."""
    result = view(*args)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", message)
