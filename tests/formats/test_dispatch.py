"""The formats by name: those of the package, and those that other packages add."""

import subprocess
import sys
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from newsmodel import formats
from newsmodel.errors import FormatError, UnknownFormatError
from newsmodel.model import Article

ARTICLE = Article(headline="Hello", text="World")


class Shout:
    """A format that another package adds: written only."""

    @staticmethod
    def dumps(article: Article) -> str:
        """Write the headline, aloud."""
        return f"{article.headline}!".upper()


@pytest.fixture
def _shout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the format `shout`."""
    entry_point = EntryPoint("shout", f"{__name__}:Shout", "newsmodel.formats")
    monkeypatch.setattr(EntryPoint, "load", lambda _: Shout)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: EntryPoints([entry_point]))


def test_json_is_the_default() -> None:
    """Without a name, articles are written and read as native JSON."""
    assert formats.dumps(ARTICLE) == formats.dumps(ARTICLE, "json") == formats.dumps(ARTICLE, format="json")
    assert formats.loads(formats.dumps(ARTICLE)) == ARTICLE


def test_every_format_that_is_named_can_be_written() -> None:
    """`available` names formats that work, in alphabetical order."""
    names = formats.available()
    assert {"html", "json"} <= set(names)
    assert list(names) == sorted(names)
    for name in names:
        assert "World" in str(formats.dumps(ARTICLE, name))


@pytest.mark.parametrize("name", ["yaml", "", "JSON", "_native", "json.loads"])
def test_unknown_formats_are_named(name: str) -> None:
    """An unknown name is a `LookupError` that tells which names would do."""
    with pytest.raises(UnknownFormatError, match=r"known are .*html, json") as caught:
        formats.dumps(ARTICLE, name)
    assert isinstance(caught.value, LookupError)
    assert caught.value.name == name
    assert "json" in caught.value.known


def test_a_format_that_is_only_written_cannot_be_read() -> None:
    """The error names the formats that are read."""
    with pytest.raises(UnknownFormatError) as caught:
        formats.loads("<p>x", "html")
    assert "json" in caught.value.known
    assert "html" not in caught.value.known


@pytest.mark.usefixtures("_shout")
def test_other_packages_add_formats() -> None:
    """A format of another package is named and used like those of this one."""
    assert "shout" in formats.available()
    assert formats.dumps(ARTICLE, "shout") == "HELLO!"
    with pytest.raises(UnknownFormatError):
        formats.loads("HELLO!", "shout")


def test_a_broken_package_stands_in_nobodys_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that cannot be imported fails where it is asked for, and nowhere else."""
    entry_point = EntryPoint("broken", "no_such_package_of_formats", "newsmodel.formats")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: EntryPoints([entry_point]))
    with pytest.raises(UnknownFormatError, match="written only"):
        formats.loads("<p>x", "html")
    with pytest.raises(ModuleNotFoundError, match="no_such_package_of_formats"):
        formats.dumps(ARTICLE, "broken")


def test_bad_data_are_a_format_error() -> None:
    """The errors of a format come through."""
    with pytest.raises(FormatError, match=r"\$\.article: missing"):
        formats.loads('{"newsmodel": 1}')


def test_importing_the_formats_is_light() -> None:
    """Cattrs and the formats themselves are imported when first used."""
    code = (
        "import sys, newsmodel.formats; sys.exit(any(n in sys.modules for n in ('cattrs', 'newsmodel.formats.json')))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
