"""Articles from the quotes that Citron and CoreNLP found."""

import copy
import datetime as dt
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.errors import FormatError, WrongTypeError
from newsmodel.formats import adapters
from newsmodel.model import IssueCode, MentionKind, SpeakerKind

# What a document may hold anywhere.
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


# -- Citron ------------------------------------------------------------------------------------------------------

TEXT = "“It is 🙂 safe,” Ada Brook said. “It is not,” said Tom Reed.\n\nShe hopes for May, she said."


def at(said: str, nth: int = 0) -> dict[str, object]:
    """Return a span of Citron: where the text says this, and what it says."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(said, start + 1)
    return {"start": start, "end": start + len(said), "text": said}


def citron() -> dict[str, Any]:
    """Return a document in Citron's annotation format, as its documentation describes it."""
    return {
        "text": TEXT,
        "quotes": [
            {
                "id": "q1",
                "cue": at("said"),
                "sources": [at("Ada Brook")],
                "contents": [at("“It is 🙂 safe,”")],
                "confidence": 0.9,
            },
            {"cue": at("said", 1), "sources": [at("Tom Reed")], "contents": [at("“It is not,”")]},
            {"cue": at("said", 2), "sources": [at("she", 0)], "contents": [at("She hopes for May")]},
        ],
        "coreference_groups": [[at("Ada Brook"), at("She"), at("she", 0)]],
    }


def test_a_document_of_citron_is_an_article() -> None:
    """Contents stand without their quotation marks; who is coreferent is one speaker."""
    article = adapters.from_citron(citron())
    assert [(quote.text, quote.kind.value) for quote in article.quotes] == [
        ("It is 🙂 safe,", "direct"),
        ("It is not,", "direct"),
        ("She hopes for May", "indirect"),
    ]
    first, second, third = article.quotes
    assert first.cue is not None
    assert (first.cue.of(TEXT), first.source and first.source.of(TEXT)) == ("said", "Ada Brook")
    assert first.speaker == third.speaker
    assert [speaker.name for speaker in article.speakers] == ["Ada Brook", "Tom Reed"]
    assert second.speaker == article.speakers[1]
    assert [mention.kind for mention in article.speakers[0].mentions] == [
        MentionKind.NAME,
        MentionKind.PRONOUN,
        MentionKind.PRONOUN,
    ]
    assert adapters.from_citron(json.dumps(citron())) == article
    assert adapters.from_citron(json.dumps(citron()).encode()) == article


def test_a_mention_belongs_to_one_source() -> None:
    """Words that two groups of coreference claim stay with the first; a source joins the group it is in."""
    document = citron()
    document["coreference_groups"] += [[at("Tom Reed")], [at("Ada Brook"), at("Tom Reed")]]
    article = adapters.from_citron(document)
    mentions = [mention.span for speaker in article.speakers for mention in speaker.mentions]
    assert len(mentions) == len(set(mentions))


def test_a_content_of_nothing_but_marks_keeps_them() -> None:
    """Quotation marks are taken off what they enclose, not off themselves."""
    document = {"text": "She said “” and no more.", "quotes": [{"contents": [{"start": 9, "end": 11}], "sources": []}]}
    assert [quote.text for quote in adapters.from_citron(document).quotes] == ["“”"]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({"text": "a  b", "quotes": [{"contents": [{"start": 1, "end": 3}]}]}, "expected a span that is not blank"),
        ({"text": "\ud800", "quotes": []}, "expected text without lone surrogates"),
        ("[]", "expected an object"),
    ],
)
def test_documents_that_cannot_be_are_refused(document: Any, reason: str) -> None:
    """The error says what was expected."""
    with pytest.raises(FormatError, match=reason):
        adapters.from_citron(document)


def test_a_source_without_a_name_is_unnamed() -> None:
    """Without groups, a pronoun names nobody."""
    document = citron()
    del document["coreference_groups"]
    third = adapters.from_citron(document).quotes[2]
    assert third.speaker is not None
    assert (third.speaker.name, third.speaker.kind) == ("she", SpeakerKind.UNNAMED)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda d: d.pop("text"), "$.text: expected str, got null"),
        (lambda d: d.pop("quotes"), "$.quotes: expected a list, got null"),
        (lambda d: d["quotes"][0]["cue"].update(text="says"), "$.quotes[0].cue.text: expected the words there, 'said'"),
        (lambda d: d["quotes"][1]["sources"][0].update(end=9999), "$.quotes[1].sources[0]: expected offsets within"),
        (
            lambda d: d["quotes"][1]["contents"][0].pop("start"),
            "$.quotes[1].contents[0].start: expected an offset from",
        ),
        (lambda d: d["quotes"].append(5), "$.quotes[3]: expected an object, got 5"),
        (lambda d: d["coreference_groups"].append("x"), "$.coreference_groups[1]: expected a list, got 'x'"),
    ],
)
def test_a_wrong_span_of_citron_is_named(change: Callable[[dict[str, Any]], object], reason: str) -> None:
    """The error names the path, what was expected and what is there."""
    document = citron()
    change(document)
    with pytest.raises(FormatError) as caught:
        adapters.from_citron(document)
    assert str(caught.value).startswith(reason)


# -- CoreNLP -----------------------------------------------------------------------------------------------------


def units(offset: int) -> int:
    """Return an offset as Java counts it."""
    return len(TEXT[:offset].encode("utf-16-le")) // 2


def tokens(sentence: str, *said: str) -> dict[str, Any]:
    """Return a sentence of CoreNLP with its tokens."""
    place, found = TEXT.index(sentence), []
    for index, word in enumerate(said, 1):
        place = TEXT.index(word, place)
        end = place + len(word)
        found.append(
            {
                "index": index,
                "word": word,
                "originalText": word,
                "characterOffsetBegin": units(place),
                "characterOffsetEnd": units(end),
            }
        )
        place = end
    return {"index": 0, "tokens": found}


def corenlp(count: Callable[[int], int] = units) -> dict[str, Any]:
    """Return the JSON of CoreNLP's quote and coref annotators, as its documentation shows it."""
    quotes = []
    for i, (said, speaker, canonical) in enumerate(
        [("“It is 🙂 safe,”", "Ada Brook", "Ada Brook"), ("“It is not,”", "Unknown", "Tom Reed")]
    ):
        start = TEXT.index(said)
        quotes.append(
            {
                "id": i,
                "text": said,
                "beginIndex": count(start),
                "endIndex": count(start + len(said)),
                "beginToken": 0,
                "endToken": 1,
                "beginSentence": 0,
                "endSentence": 0,
                "speaker": speaker,
                "canonicalSpeaker": canonical,
            }
        )
    mention = {"type": "PROPER", "text": "Ada Brook", "sentNum": 1, "startIndex": 1, "endIndex": 3}
    pronoun = {"type": "PRONOMINAL", "text": "She", "sentNum": 2, "startIndex": 1, "endIndex": 2}
    return {
        "docDate": "2026-03-02",
        "sentences": [tokens("Ada Brook said", "Ada", "Brook", "said"), tokens("She hopes", "She", "hopes")],
        "corefs": {"3": [mention, pronoun]},
        "quotes": quotes,
    }


def test_quotes_of_corenlp_are_an_article() -> None:
    """Offsets of UTF-16 become code points; a speaker has the mentions of its chain, or else where it is named."""
    article = adapters.from_corenlp(corenlp(), TEXT)
    assert [(quote.text, str(quote.speaker)) for quote in article.quotes] == [
        ("It is 🙂 safe,", "Ada Brook"),
        ("It is not,", "Tom Reed"),
    ]
    ada = article.speakers[0]
    assert [(mention.span.of(TEXT), mention.kind) for mention in ada.mentions] == [
        ("Ada Brook", MentionKind.NAME),
        ("She", MentionKind.PRONOUN),
    ]
    assert article.published == dt.date(2026, 3, 2)
    assert adapters.from_corenlp({**corenlp(), "text": TEXT}) == article
    assert adapters.from_corenlp(json.dumps(corenlp()), TEXT) == article


def test_code_points_of_corenlp_are_taken_as_they_are() -> None:
    """A server that was told to count code points is understood too."""
    document = corenlp(lambda offset: offset)
    del document["corefs"]
    assert [quote.text for quote in adapters.from_corenlp(document, TEXT).quotes] == ["It is 🙂 safe,", "It is not,"]


def test_blank_tokens_of_corenlp_are_no_mentions() -> None:
    """A chain of nothing but white space names nobody."""
    document = corenlp()
    blank = TEXT.index("\n\n")
    first = document["sentences"][1]["tokens"][0]
    first["characterOffsetBegin"], first["characterOffsetEnd"] = units(blank), units(blank + 2)
    document["corefs"] = {"3": [document["corefs"]["3"][1]]}
    assert all(speaker.mentions[0].span.of(TEXT).strip() for speaker in adapters.from_corenlp(document, TEXT).speakers)


def test_a_speaker_that_is_not_named_is_an_issue() -> None:
    """A speaker must stand in the text; "Unknown" is none."""
    document = corenlp()
    document["quotes"][0].update(speaker="Unknown", canonicalSpeaker="Unknown")
    document["quotes"][1].update(canonicalSpeaker="Sir Nobody")
    article = adapters.from_corenlp(document, TEXT)
    assert [quote.speaker for quote in article.quotes] == [None, None]
    assert [issue.code for issue in article.issues] == [IssueCode.UNANCHORED]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda d: d["quotes"][0].update(text="No"), "$.quotes[0].text: expected the words there"),
        (lambda d: d["quotes"][0].update(endIndex=9999), "$.quotes[0]"),
        (
            lambda d: d["quotes"][0].update(beginIndex=-1),
            "$.quotes[0].beginIndex: expected an offset from 0 up, got -1",
        ),
        (lambda d: d["corefs"]["3"][0].update(sentNum=9), '$.corefs["3"][0]: expected a sentence and tokens of it'),
        (lambda d: d.update(quotes=None), "$.quotes: expected a list, got null"),
    ],
)
def test_a_wrong_value_of_corenlp_is_named(change: Callable[[dict[str, Any]], object], reason: str) -> None:
    """The error names the path, what was expected and what is there."""
    document = corenlp()
    change(document)
    with pytest.raises(FormatError) as caught:
        adapters.from_corenlp(document, TEXT)
    assert str(caught.value).replace("'3'", '"3"').startswith(reason)


def test_a_document_without_its_text_says_so() -> None:
    """CoreNLP leaves the text out unless it is told otherwise."""
    with pytest.raises(FormatError, match=r"\$\.text: expected the text, which is handed in where"):
        adapters.from_corenlp(corenlp())


@pytest.mark.parametrize("adapt", [adapters.from_citron, adapters.from_corenlp])
@pytest.mark.parametrize("document", [None, 5, [], object()])
def test_what_is_no_document_is_refused(adapt: Callable[[Any], nm.Article], document: object) -> None:
    """Neither JSON nor an object is a wrong type."""
    with pytest.raises(WrongTypeError, match="document: expected JSON"):
        adapt(document)


@pytest.mark.parametrize("adapt", [adapters.from_citron, adapters.from_corenlp])
@given(data=st.data())
def test_changed_documents_give_an_article_or_a_format_error(
    adapt: Callable[[Any], nm.Article], data: st.DataObject
) -> None:
    """Whatever a document holds anywhere, there is an article or an error that names the place."""
    document: Any = copy.deepcopy(citron() if adapt is adapters.from_citron else {**corenlp(), "text": TEXT})
    for _ in range(data.draw(st.integers(1, 4))):
        holder = document
        while True:
            key = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
            if isinstance(holder[key], dict | list) and holder[key] and data.draw(st.booleans()):
                holder = holder[key]
                continue
            holder[key] = data.draw(VALUES | st.integers(0, 99) | st.just(holder[key]))
            break
    try:
        assert isinstance(adapt(document), nm.Article)
    except FormatError as error:
        assert error.path.startswith("$")
        assert error.reason


def _crossing(size: int) -> dict[str, Any]:
    text = "ab " * size
    quotes = [{"contents": [{"start": 3 * i, "end": 3 * i + 5}]} for i in range(size - 1)]
    return {"text": text, "quotes": quotes}


def _one_speaker(size: int) -> dict[str, Any]:
    spans = [{"start": 3 * i, "end": 3 * i + 2} for i in range(size)]
    return {"text": "ab " * size, "quotes": [{"sources": spans, "coreferences": spans, "contents": spans[:1]}] * 9}


def _nobodies(size: int) -> dict[str, Any]:
    quotes = [{"text": "ab", "beginIndex": 3 * i, "endIndex": 3 * i + 2, "speaker": f"N{i}"} for i in range(size)]
    return {"text": "ab " * size, "quotes": quotes}


def _chains(size: int) -> dict[str, Any]:
    tokens = [{"characterOffsetBegin": 3 * i, "characterOffsetEnd": 3 * i + 2} for i in range(size)]
    chains = {str(i): [{"sentNum": 1, "startIndex": i, "endIndex": i + 1}] for i in range(1, size)}
    return {**_nobodies(size), "sentences": [{"tokens": tokens}], "corefs": chains}


@pytest.mark.parametrize(
    ("adapt", "make"),
    [
        (adapters.from_citron, _crossing),
        (adapters.from_citron, _one_speaker),
        (adapters.from_corenlp, _nobodies),
        (adapters.from_corenlp, _chains),
    ],
)
@pytest.mark.usefixtures("alone")
def test_adapting_takes_time_linear_in_the_document(
    adapt: Callable[[Any], nm.Article], make: Callable[[int], dict[str, Any]]
) -> None:
    """Four times as much of anything takes about four times as long."""

    def spent(document: dict[str, Any]) -> float:
        times: list[float] = []
        for _ in range(3):
            began = time.process_time()
            adapt(document)
            times.append(time.process_time() - began)
        return min(times)

    ratio = spent(make(2_400)) / max(spent(make(600)), 0.004)
    assert ratio < 9, f"4 times the document took {ratio:.1f} times as long"
