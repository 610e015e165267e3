"""Native JSON: what it looks like, and what it says of documents that are not as they should be."""

import copy
import datetime as dt
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
from newsmodel.formats import _native, _strict, json
from newsmodel.model import (
    Article,
    Author,
    Event,
    EventKind,
    Mention,
    MentionKind,
    Participant,
    Place,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)

TEXT = "“We will go,” Ann Lee said on Friday in Bern. She met 🙂 Bo."


def _at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _article() -> Article:
    lee = Speaker(
        name="Ann Lee",
        kind=SpeakerKind.PERSON,
        mentions=(
            Mention(span=_at("Ann Lee"), kind=MentionKind.NAME),
            Mention(span=_at("She"), kind=MentionKind.PRONOUN),
        ),
    )
    friday = TimeExpression(span=_at("Friday"), kind=TimeKind.DATE, value="2017-10-06", start=dt.date(2017, 10, 6))
    bern = Place(name="Bern", spans=(_at("Bern"),), country="CH")
    content = _at("We will go")
    quote = Quote(
        text="We will go",
        kind=QuoteKind.DIRECT,
        content=(content,),
        cue=_at("said"),
        source=_at("Ann Lee"),
        speaker=lee,
    )
    going = Event(
        kind=EventKind.TRANSPORT,
        trigger=_at("go"),
        extent=content,
        participants=(Participant(role=Role.AGENT, span=_at("We"), speaker=lee),),
        reported_by=quote,
    )
    meeting = Event(kind=EventKind.MEET, trigger=_at("met"), extent=_at("She met 🙂 Bo."), time=friday, place=bern)
    return Article(
        headline="They go",
        text=TEXT,
        published=dt.datetime(2017, 10, 7, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        authors=(Author(name="Jo Dee"),),
        quotes=(quote,),
        speakers=(lee,),
        times=(friday,),
        places=(bern,),
        events=(going, meeting),
    )


WRITTEN = """{
  "newsmodel": 1,
  "article": {
    "headline": "They go",
    "text": "“We will go,” Ann Lee said on Friday in Bern. She met 🙂 Bo.",
    "authors": [{"name": "Jo Dee"}],
    "published": "2017-10-07T09:30:00+02:00",
    "quotes": [
      {
        "id": "q1",
        "text": "We will go",
        "kind": "direct",
        "content": [[1, 11]],
        "cue": [22, 26, "said"],
        "source": [14, 21, "Ann Lee"],
        "speaker": "s1"
      }
    ],
    "speakers": [
      {
        "id": "s1",
        "name": "Ann Lee",
        "kind": "person",
        "mentions": [{"span": [14, 21, "Ann Lee"], "kind": "name"}, {"span": [46, 49, "She"], "kind": "pronoun"}]
      }
    ],
    "times": [{"id": "t1", "span": [30, 36, "Friday"], "kind": "DATE", "value": "2017-10-06", "start": "2017-10-06"}],
    "places": [{"id": "p1", "name": "Bern", "spans": [[40, 44, "Bern"]], "country": "CH"}],
    "events": [
      {
        "kind": "Movement.Transport",
        "trigger": [9, 11, "go"],
        "extent": [1, 11, "We will go"],
        "participants": [{"role": "agent", "span": [1, 3, "We"], "speaker": "s1"}],
        "reported_by": "q1"
      },
      {
        "kind": "Contact.Meet",
        "trigger": [50, 53, "met"],
        "extent": [46, 59, "She met 🙂 Bo."],
        "time": "t1",
        "place": "p1"
      }
    ]
  }
}"""


@pytest.fixture(params=["with orjson", "without orjson"])
def either_library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with the extra `fast` and without."""
    if request.param == "without orjson":
        monkeypatch.setattr(_strict, "orjson", None)


@pytest.mark.usefixtures("either_library")
def test_a_document_is_what_a_reader_expects() -> None:
    """Keys are the model's fields, what is at its default is left out, and spans carry their text."""
    assert json.dumps(_article()) == stdlib.dumps(stdlib.loads(WRITTEN), ensure_ascii=False, separators=(",", ":"))
    assert json.loads(WRITTEN) == _article()


@pytest.mark.usefixtures("either_library")
def test_the_empty_article_is_all_but_nothing() -> None:
    """An article without anything is an empty object."""
    assert json.dumps(Article()) == '{"newsmodel":1,"article":{}}'
    assert json.loads('{"newsmodel":1,"article":{}}') == Article()


@given(article=strategies.articles())
def test_documents_are_the_same_with_and_without_orjson(article: Article) -> None:
    """Where no JSON library is faster the text is written without plain values between, byte for byte the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_strict, "orjson", None)
        without = json.dumps(article)
    assert without == json.dumps(article)
    assert without == stdlib.dumps(_native.to_tree(article), ensure_ascii=False, separators=(",", ":"))


@pytest.mark.usefixtures("either_library")
def test_indentation_is_for_people() -> None:
    """With ``indent`` the same document is spread over lines."""
    assert json.dumps(Article(headline="A"), indent=2) == (
        '{\n  "newsmodel": 1,\n  "article": {\n    "headline": "A"\n  }\n}'
    )


# -- what is refused ---------------------------------------------------------------------------------------------

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


@pytest.mark.usefixtures("either_library")
def test_numbers_of_any_size_are_kept() -> None:
    """A count of more than 64 bits is written and read as it is."""
    part = Participant(role=Role.AGENT, span=Span(0, 1), count=10**30)
    event = Event(kind=EventKind.DIE, trigger=Span(0, 1), extent=Span(0, 1), participants=(part,))
    article = Article(text="x", events=(event,))
    assert json.loads(json.dumps(article)) == article


def test_offsets_of_another_unit_are_found_out() -> None:
    """Offsets counted in UTF-16 units, as JavaScript does, do not pass as code points."""
    document = stdlib.loads(WRITTEN)
    document["article"]["events"][1]["extent"] = [46, 60, "She met 🙂 Bo."]
    with pytest.raises(FormatError, match=r"extent: end 60 lies past the text \(59\)"):
        json.loads(stdlib.dumps(document))


def test_null_says_unknown_where_a_field_may_be_unknown() -> None:
    """Writers that cannot leave a key out may say null."""
    assert json.loads('{"newsmodel": 1, "article": {"headline": null, "publisher": null}}') == Article()


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


def test_a_document_does_not_change_by_being_read() -> None:
    """The plain values handed to a converter are left as they are."""
    values = stdlib.loads(WRITTEN)["article"]
    before = copy.deepcopy(values)
    json.make_converter().structure(values, Article)
    assert values == before


def test_the_face_names_unknown_formats() -> None:
    """A format nobody knows is refused with the names that would do."""
    with pytest.raises(LookupError, match=r"unknown format 'yaml'; known are .*html, json, "):
        nm.dumps(Article(), format="yaml")


@pytest.mark.parametrize("microseconds", [5, -5])
def test_an_offset_of_less_than_a_second_comes_back(microseconds: int) -> None:
    """Python writes such offsets and reads them as none; here they are what they were."""
    zone = dt.timezone(dt.timedelta(microseconds=microseconds))
    article = Article(published=dt.datetime(2017, 10, 5, 14, 30, tzinfo=zone))
    read = json.loads(json.dumps(article))
    assert read == article
    assert isinstance(read.published, dt.datetime)
    assert read.published.utcoffset() == dt.timedelta(microseconds=microseconds)
