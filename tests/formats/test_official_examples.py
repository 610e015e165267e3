"""
The official schemas and examples of the standards.

They are not ours to bring along: these tests need them in ``shared/schemas`` beside the project, and are skipped aloud
where they are not.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from newsmodel import strategies as nst
from newsmodel.formats import ninjs
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
