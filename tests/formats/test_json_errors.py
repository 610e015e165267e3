"""Native JSON: what it says of documents that are not as they should be."""

import json as stdlib
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.errors import FormatError, NewsmodelError, WrongTypeError
from newsmodel.formats import json
from newsmodel.model import (
    Article,
)

from .native import TEXT, WRITTEN

Change = Callable[[dict[str, object]], object]


def _set(path: str, value: object) -> Change:
    """Return the change that sets what stands at a path like ``quotes[0].cue``."""
    *above, last = [int(key) if key.isdigit() else key for key in re.findall(r"\w+", path)]

    def change(article: dict[str, object]) -> None:
        at: object = article
        for key in above:
            at = at[key]  # type: ignore[index]
        at[last] = value  # type: ignore[index]

    return change


def _drop(path: str) -> Change:
    """Return the change that takes away what stands at a path."""
    *above, last = [int(key) if key.isdigit() else key for key in re.findall(r"\w+", path)]

    def change(article: dict[str, object]) -> None:
        at: object = article
        for key in above:
            at = at[key]  # type: ignore[index]
        del at[last]  # type: ignore[attr-defined]

    return change


COUNT = "events[0].participants[0].count"
MOMENT = "a day like 2017-10-05 or a time like 2017-10-05T14:30:00+02:00"
REFUSED: list[tuple[Change, str]] = [
    (_set("quotes[0].content[0]", [1, 91]), ".quotes[0].content[0]: end 91 lies past the text (59)"),
    (_set("quotes[0].content", []), ".quotes[0].content: expected at least one Span, got ()"),
    (_set("quotes[0].content[0]", [1]), ".quotes[0].content[0]: expected [start, end], got a list"),
    (_set("quotes[0].content[0]", [1, True]), ".quotes[0].content[0]: expected an offset, got True"),
    (_set("quotes[0].content[0]", [1, 11.0]), ".quotes[0].content[0]: expected an offset, got 11.0"),
    (
        _set("quotes[0].content[0]", [-1, 11]),
        ".quotes[0].content[0]: expected a start from 0 up and an end after it, got (-1, 11)",
    ),
    (
        _set("quotes[0].text", "We will stay"),
        ".quotes[0].text: expected the content's surface, 'We will go', got 'We will stay'",
    ),
    (_set("quotes[0].text", None), ".quotes[0].text: expected a string, got null"),
    (_drop("quotes[0].text"), ".quotes[0].text: missing"),
    (_drop("quotes[0].id"), ".quotes[0].id: expected an id of its own, got null"),
    (_set("quotes[0].kind", "dirct"), ".quotes[0].kind: expected one of direct, indirect, mixed, got 'dirct'"),
    (_set("quotes[0].cue", [22, 27, "said"]), ".quotes[0].cue: expected the text there, 'said ', got 'said'"),
    (_set("quotes[0].cue", [22, 26]), ".quotes[0].cue: expected [start, end, text], got a list"),
    (_set("quotes[0].cue", "said"), ".quotes[0].cue: expected [start, end, text], got 'said'"),
    (_set("quotes[0].speaker", "s2"), ".quotes[0].speaker: expected the id of one of the speakers, got 's2'"),
    (_set("quotes[0].speaker", "q1"), ".quotes[0].speaker: expected the id of one of the speakers, got 'q1'"),
    (_set("events[0].reported_by", 1), ".events[0].reported_by: expected the id of one of the quotes, got 1"),
    (_set("quotes[0].mood", "glad"), ".quotes[0]: unknown key 'mood'"),
    (_set("id", "a1"), ": unknown key 'id'"),
    (_set("quotes", "abc"), ".quotes: expected a list, got 'abc'"),
    (_set("quotes", {"0": {}}), ".quotes: expected a list, got an object"),
    (_set("quotes[0]", [1, 2]), ".quotes[0]: expected an object, got a list"),
    (_set("keywords", "abc"), ".keywords: expected a list, got 'abc'"),
    (_set("keywords", ["a", 1]), ".keywords[1]: expected a string, got 1"),
    (_set("keywords", ["a", " "]), ".keywords[1]: expected text that is not blank, got ' '"),
    (_set("headline", 1), ".headline: expected a string, got 1"),
    (_set("headline", ["They go"]), ".headline: expected a string, got a list"),
    (_set("is_accessible_for_free", "false"), ".is_accessible_for_free: expected true or false, got 'false'"),
    (_set("is_accessible_for_free", 0), ".is_accessible_for_free: expected true or false, got 0"),
    *((_set(COUNT, wrong), f".{COUNT}: expected a whole number, got {wrong!r}") for wrong in (True, "4", 4.0)),
    (_set(COUNT, -4), f".{COUNT}: expected a number from 0 up, got -4"),
    (_set("language", "en_US"), ".language: expected a BCP 47 language tag such as 'en' or 'pt-BR', got 'en_US'"),
    (_set("text", None), ".text: expected a string, got null"),
    (_set("text", TEXT.replace("🙂", "🙂🙂")), ".events[1].extent: expected the text there, 'She met 🙂🙂 Bo', got"),
    (_set("headline", "\ud800"), ".headline: expected text without lone surrogates, got '\\ud800'"),
    *(
        (_set("published", wrong), f".published: expected {MOMENT}, got {wrong!r}")
        for wrong in ("2017-13-01", "20171007", "2017-W40", "2017-10-07 09:30:00", "2017-10-07T25:00:00", "now", 1507)
    ),
]


@pytest.mark.usefixtures("either_library")
@pytest.mark.parametrize(("change", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_errors_name_the_path_and_the_value(change: Change, message: str) -> None:
    """What is wrong in a document is told by where it stands, what it is, and what was expected."""
    document = stdlib.loads(WRITTEN)
    change(document["article"])
    with pytest.raises(FormatError) as caught:
        json.loads(stdlib.dumps(document))
    assert str(caught.value).startswith(f"$.article{message}")


WHOLE = [
    ("", "$: not JSON: Expecting value, at line 1, column 1"),
    ("{", "$: not JSON: Expecting property name enclosed in double quotes, at line 1, column 2"),
    (b"\xff{}", "$: not UTF-8: byte 0xff at 0"),
    ("null", "$: expected an object, got null"),
    ("[]", "$: expected an object, got a list"),
    ('"article"', "$: expected an object, got 'article'"),
    ("{}", "$.newsmodel: missing"),
    ('{"newsmodel": 1}', "$.article: missing"),
    ('{"newsmodel": 2, "article": {}}', "$.newsmodel: expected version 1, got 2"),
    ('{"newsmodel": true, "article": {}}', "$.newsmodel: expected version 1, got True"),
    ('{"newsmodel": 1.0, "article": {}}', "$.newsmodel: expected version 1, got 1.0"),
    ('{"newsmodel": 1, "article": {}, "more": 1}', "$: unknown key 'more'"),
    ('{"newsmodel": 1, "article": null}', "$.article: expected an object, got null"),
    ('{"newsmodel": 1, "article": {}, "article": {}}', "$: the key 'article' comes twice"),
    (
        '{"newsmodel": 1, "article": {"authors": [{"name": "A"}, {"name": "B", "name": "C"}]}}',
        "$.article.authors[1]: the key 'name' comes twice",
    ),
    (
        '{"newsmodel": 1, "article": {"a b": {"c": 1, "c": 2}}}',
        "$.article['a b']: the key 'c' comes twice",
    ),
    ('{"newsmodel": NaN, "article": {}}', "$: NaN is no JSON number"),
    ('{"newsmodel": -Infinity, "article": {}}', "$: -Infinity is no JSON number"),
    ('{"newsmodel": 1e999, "article": {}}', "$.newsmodel: expected version 1, got inf"),
    ("[" * 100_000, "$: nested too deeply"),
    ('{"a":' * 100_000, "$: nested too deeply"),
    ("1" * 100_000, "$: a number is too long"),
    ('{"newsmodel": 1, "article": {"text": "' + "x" * 1_000_000, "$: not JSON: Unterminated string starting at"),
]


@pytest.mark.usefixtures("either_library")
@pytest.mark.parametrize(("data", "message"), WHOLE, ids=[message for _, message in WHOLE])
def test_what_is_no_document_is_a_format_error(data: str | bytes, message: str) -> None:
    """Broken JSON, other JSON, other versions, repeated keys and hostile sizes are told apart."""
    with pytest.raises(FormatError) as caught:
        json.loads(data)
    assert str(caught.value).startswith(message)
    assert len(str(caught.value)) < 300


def test_offsets_of_another_unit_are_found_out() -> None:
    """Offsets counted in UTF-16 units, as JavaScript does, do not pass as code points."""
    document = stdlib.loads(WRITTEN)
    document["article"]["events"][1]["extent"] = [46, 60, "She met 🙂 Bo."]
    with pytest.raises(FormatError, match=r"extent: end 60 lies past the text \(59\)"):
        json.loads(stdlib.dumps(document))


@pytest.mark.parametrize("data", [None, 1, [], memoryview(b"{}")])
def test_something_else_than_text_or_bytes_is_a_type_error(data: object) -> None:
    """What is neither text nor bytes is the caller's mistake, told as one."""
    with pytest.raises(WrongTypeError, match="str or bytes"):
        json.loads(data)  # type: ignore[arg-type]


@pytest.mark.usefixtures("either_library")
def test_any_bytes_give_an_article_or_a_format_error() -> None:
    """Reading is total."""

    @given(st.binary() | st.text())
    def check(data: str | bytes) -> None:
        with pytest.raises(FormatError):
            json.loads(data)

    check()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(strategies.articles(), st.data())
def test_any_changed_document_gives_an_article_or_a_format_error(article: Article, data: st.DataObject) -> None:
    """A document in which anything is exchanged for anything else is read, or refused with a path."""
    document: object = stdlib.loads(json.dumps(article))
    at: Any = document
    above, key = at, "newsmodel"
    while isinstance(at, dict | list) and at and (at is document or data.draw(st.booleans())):
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        above, at = at, at[key]
    above[key] = data.draw(JSON_VALUES)
    try:
        assert isinstance(json.loads(stdlib.dumps(document)), Article)
    except FormatError as error:
        assert error.path.startswith("$")


@given(strategies.articles(), st.data())
def test_any_damaged_text_gives_an_article_or_a_format_error(article: Article, data: st.DataObject) -> None:
    """A document of which bytes are lost or changed is read, or refused."""
    written = bytearray(json.dumps(article).encode())
    for i in data.draw(st.lists(st.integers(0, len(written) - 1), max_size=3)):
        written[i : i + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        json.loads(bytes(written))
    except NewsmodelError as error:
        assert isinstance(error, FormatError)


def test_the_face_names_unknown_formats() -> None:
    """A format nobody knows is refused with the names that would do."""
    with pytest.raises(LookupError, match=r"unknown format 'yaml'; known are .*html, json, "):
        nm.dumps(Article(), format="yaml")
