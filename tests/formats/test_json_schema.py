"""
The JSON Schema of the native format: every document fits it, and what does not fit it is no document.

``python tests/formats/test_json_schema.py`` writes the published schema anew; look at the difference: readers of the
format's version must be able to go on with it.
"""

import copy
import json as stdlib
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import strategies as nst
from newsmodel.errors import FormatError
from newsmodel.formats import json
from newsmodel.model import Article

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "native.schema.json"
EXAMPLES = min(settings().max_examples, 100)


def written() -> str:
    """Return the schema as it is published."""
    return stdlib.dumps(json.schema(), indent=2) + "\n"


@pytest.fixture(scope="module")
def validator() -> Any:
    """Return the reference implementation's validator of the schema."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema, the validator, is not installed")
    jsonschema.Draft202012Validator.check_schema(json.schema())
    return jsonschema.Draft202012Validator(json.schema())


def test_the_published_schema_is_the_one_of_the_types() -> None:
    """What the docs offer is made from the model as it is now."""
    assert PUBLISHED.read_text("utf-8") == written()


@settings(max_examples=EXAMPLES)
@given(article=nst.articles())
def test_every_document_fits_the_schema(validator: Any, article: Article) -> None:
    """Whatever article is written, the document is valid."""
    validator.validate(stdlib.loads(json.dumps(article)))


def places(node: object) -> list[tuple[Any, Any]]:
    """Return every list and object of a document with each of its keys."""
    found: list[tuple[Any, Any]] = []
    todo = [node]
    while todo:
        node = todo.pop()
        if isinstance(node, dict | list):
            keys = list(node) if isinstance(node, dict) else range(len(node))
            found += [(node, key) for key in keys]
            todo += [node[key] for key in keys]
    return found


@settings(max_examples=EXAMPLES)
@given(article=nst.articles(), seed=st.integers(0, 2**32))
def test_what_does_not_fit_the_schema_is_refused(validator: Any, article: Article, seed: int) -> None:
    """A document changed anywhere is either refused on reading or still fits the schema: it asks for no more."""
    rng = random.Random(seed)
    document = stdlib.loads(json.dumps(article))
    for _ in range(20):
        changed = copy.deepcopy(document)
        holder, key = rng.choice(places(changed))
        values: tuple[object, ...] = (
            None,
            "",
            " ",
            "x",
            "2017-10-05",
            "s1",
            0,
            -1,
            1,
            1.5,
            True,
            [],
            {},
            [0, 1],
            [0, 1, "x"],
            holder[key],
        )
        if rng.random() < 0.3:
            del holder[key]
        elif rng.random() < 0.2 and isinstance(holder, dict):
            holder["more"] = rng.choice(values)
        else:
            holder[key] = copy.deepcopy(rng.choice(values))
        try:
            json.loads(stdlib.dumps(changed))
        except FormatError:
            continue
        validator.validate(changed)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("newsmodel",), 2),
        (("article", "quotes", 0, "kind"), "loud"),
        (("article", "quotes", 0, "content"), []),
        (("article", "quotes", 0, "cue"), [1, 2]),
        (("article", "language"), "english!"),
        (("article", "times", 0, "value"), "Monday"),
        (("article", "published"), "2 March 2026"),
        (("article", "authors", 0, "nom"), "Jo"),
        (("article", "images", 0, "width"), -1),
    ],
)
def test_the_schema_tells_wrong_values(validator: Any, article: Article, path: tuple[Any, ...], value: object) -> None:
    """Kinds, forms of dates and languages, numbers and unknown keys are checked by any validator."""
    document = stdlib.loads(json.dumps(article))
    assert validator.is_valid(document)
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert not validator.is_valid(document)


if __name__ == "__main__":
    PUBLISHED.write_text(written(), "utf-8")
