"""
The official schemas and examples of the standards.

They are not ours to bring along: these tests need them in ``shared/schemas`` beside the project, and are skipped aloud
where they are not.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from newsmodel import strategies as nst
from newsmodel.formats import newsml, ninjs, nitf, tei
from newsmodel.model import Article

SCHEMAS = Path(__file__).parents[2].parent / "shared" / "schemas"

pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the official schemas are not in ../shared/schemas")


def examples(folder: str) -> list[Path]:
    """Return the example files of a standard."""
    return sorted((SCHEMAS / folder / "examples").glob("*.*"))


def names(paths: list[Path]) -> list[str]:
    """Return short names for test ids."""
    return [path.stem[:30] for path in paths]


# -- ninjs -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ninjs_errors() -> Callable[[str], list[str]]:
    """Return a check of a ninjs document against the official JSON Schema."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads((SCHEMAS / "ninjs" / "ninjs-schema_3.1.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    return lambda document: [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(document))
    ]


def test_the_example_is_valid_ninjs(ninjs_errors: Callable[[str], list[str]], article: Article) -> None:
    """A document with something of everything validates."""
    assert ninjs_errors(ninjs.dumps(article)) == []


@given(article=nst.articles())
def test_every_article_is_valid_ninjs(ninjs_errors: Callable[[str], list[str]], article: Article) -> None:
    """Whatever the article, the document validates."""
    assert ninjs_errors(ninjs.dumps(article)) == []


@pytest.mark.parametrize("path", examples("ninjs"), ids=names(examples("ninjs")))
def test_every_ninjs_example_loads(ninjs_errors: Callable[[str], list[str]], path: Path) -> None:
    """Each gives an article with its headline and words, which is written again as valid ninjs."""
    data = path.read_bytes()
    tree = json.loads(data)
    article = ninjs.loads(data)
    assert (article.headline is not None) == bool(tree.get("headlines") or tree.get("title"))
    assert bool(article.text) == bool(tree.get("bodies"))
    assert article.language == tree.get("language")
    assert not article.issues
    document = ninjs.dumps(article)
    assert ninjs_errors(document) == []
    assert ninjs.dumps(ninjs.loads(document)) == document


# -- NITF --------------------------------------------------------------------------------------------------------


def schema_errors(path: Path) -> Callable[[str], list[str]]:
    """Return a check of an XML document against an official XSD, offline."""

    class Beside(etree.Resolver):
        """Takes what a schema imports by an address of the web from the folder beside it."""

        def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:
            return self.resolve_filename(str(path.with_name(Path(system_url or public_id or "").name)), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    schema = etree.XMLSchema(etree.parse(path, parser))

    def errors(document: str) -> list[str]:
        schema.validate(etree.fromstring(document.encode()))
        return [f"{error.line}: {error.message}" for error in schema.error_log]

    return errors


@pytest.fixture(scope="module")
def nitf_errors() -> Callable[[str], list[str]]:
    """Return a check of a NITF document against the official XSD."""
    return schema_errors(SCHEMAS / "nitf" / "nitf-3-6.xsd")


def test_the_example_is_valid_nitf(nitf_errors: Callable[[str], list[str]], article: Article) -> None:
    """A document with something of everything validates."""
    assert nitf_errors(nitf.dumps(article)) == []


@given(article=nst.articles())
def test_every_article_is_valid_nitf(nitf_errors: Callable[[str], list[str]], article: Article) -> None:
    """Whatever the article, the document validates."""
    assert nitf_errors(nitf.dumps(article)) == []


NITF_EXAMPLES = [path for path in examples("newsml-g2") if "NITF" in path.name or "LISTING_2_" in path.name]


@pytest.mark.parametrize("path", NITF_EXAMPLES, ids=names(NITF_EXAMPLES))
def test_every_nitf_example_loads(nitf_errors: Callable[[str], list[str]], path: Path) -> None:
    """The NITF in the official examples gives headline, byline and words, and is written again as valid NITF."""
    article = nitf.loads(path.read_bytes())
    assert article.headline
    assert article.authors
    assert len(article.text) > 100
    document = nitf.dumps(article)
    assert nitf_errors(document) == []
    assert nitf.dumps(nitf.loads(document)) == document


# -- NewsML-G2 ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def newsml_errors() -> Callable[[str], list[str]]:
    """Return a check of a NewsML-G2 document against the official XSD."""
    return schema_errors(SCHEMAS / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd")


def test_the_example_is_valid_newsml(newsml_errors: Callable[[str], list[str]], article: Article) -> None:
    """A document with something of everything validates."""
    assert newsml_errors(newsml.dumps(article)) == []


@given(article=nst.articles())
def test_every_article_is_valid_newsml(newsml_errors: Callable[[str], list[str]], article: Article) -> None:
    """Whatever the article, the document validates."""
    assert newsml_errors(newsml.dumps(article)) == []


NEWSML_EXAMPLES = examples("newsml-g2")


@pytest.mark.parametrize("path", NEWSML_EXAMPLES, ids=names(NEWSML_EXAMPLES))
def test_every_newsml_example_loads(newsml_errors: Callable[[str], list[str]], path: Path) -> None:
    """Items, and the pieces of items among the examples, load without issues and are written again as valid items."""
    article = newsml.loads(path.read_bytes())
    assert article.issues == ()
    document = newsml.dumps(article)
    assert newsml_errors(document) == []
    assert newsml.dumps(newsml.loads(document)) == document


def test_what_the_newsml_examples_say_is_read() -> None:
    """The text document among the examples gives all that it says of itself."""
    (path,) = (path for path in NEWSML_EXAMPLES if "LISTING_2_" in path.name)
    article = newsml.loads(path.read_bytes())
    assert article.headline == 'Fed to halt QE to avert "bubble"'
    assert [author.name for author in article.authors] == ["Meredith Jameson"]
    assert (str(article.published), str(article.modified)) == ("2016-11-21 15:21:06-05:00", "2018-11-21 16:22:45-05:00")
    assert (article.language, len(article.blocks)) == ("en-US", 2)
    assert article.text.startswith("(New York, NY - October 21) Et, sent luptat")


# -- TEI ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tei_dtd() -> etree.DTD:
    """Return the DTD of TEI P5 for corpora."""
    with (SCHEMAS / "tei" / "tei_corpus.dtd").open("rb") as file:
        return etree.DTD(file)


def test_the_example_is_valid_tei(tei_dtd: etree.DTD, article: Article) -> None:
    """A document with something of everything validates."""
    assert tei_dtd.validate(etree.fromstring(tei.dumps(article).encode())), tei_dtd.error_log


@given(article=nst.articles())
def test_every_article_is_valid_tei(tei_dtd: etree.DTD, article: Article) -> None:
    """Whatever the article, the document validates."""
    assert tei_dtd.validate(etree.fromstring(tei.dumps(article).encode())), tei_dtd.error_log
