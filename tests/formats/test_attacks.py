"""What is made to harm a reader is refused by every loader of its kind, at once and with the place named."""

from collections.abc import Callable
from typing import Any

import pytest

from newsmodel.errors import FormatError, WrongTypeError, brief
from newsmodel.formats import adapters, brat, json, jsonl, jsonld, markdown, newsml, ninjs, nitf, webannotation
from newsmodel.model import Article

DEEP = 100_000
JSON_READERS: list[Callable[[Any], object]] = [
    *(json.loads, jsonl.loads, jsonld.loads, ninjs.loads, webannotation.loads),
    *(adapters.from_citron, adapters.from_corenlp, adapters.from_trafilatura, adapters.from_zyte),
]
JSON_ATTACKS = {
    "repeated key": ('{"text": "a", "text": "b"}', r"\$: the key 'text' comes twice"),
    "repeated key within": ('{"x": [{"b": 1, "b": 2}]}', r"\$\.x\[0\]: the key 'b' comes twice"),
    "digits": (f'{{"text": {"9" * DEEP}}}', "a number is too long"),
    "NaN": ('{"text": NaN}', "NaN is no JSON number"),
    "Infinity": ('{"text": -Infinity}', "-Infinity is no JSON number"),
    "lists": ("[" * DEEP + "]" * DEEP, "nested too deeply"),
    "objects": ('{"a":' * DEEP + "1" + "}" * DEEP, "nested too deeply"),
    "never closed": ("[" * DEEP, "nested too deeply"),
    "control character": ('{"a": "\x01"}', "not JSON: Invalid control character"),
    "UTF-16": ('{"text": "x"}'.encode("utf-16"), "not UTF-8: byte 0xff at 0"),
}


@pytest.mark.parametrize("attack", JSON_ATTACKS)
@pytest.mark.parametrize("read", JSON_READERS, ids=lambda read: f"{read.__module__.rpartition('.')[2]}.{read.__name__}")
def test_hostile_json_is_refused(read: Callable[[Any], object], attack: str) -> None:
    """Repeated keys, numbers without end, what JSON does not have and what is nested too deeply."""
    document, reason = JSON_ATTACKS[attack]
    with pytest.raises(FormatError, match=reason):
        read(document)


LAUGHS = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))
XML_ATTACKS = {
    "billion laughs": (f"<!DOCTYPE x [{LAUGHS}]><x>&e11;</x>", "entities|amplification"),
    "quadratic blowup": (
        f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><x>{"&a;" * 5_000}</x>',
        "entities|amplification",
    ),
    "a file": ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "declares entities"),
    "a parameter entity": ('<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><x/>', "declares entities"),
    "depth": ("<x>" * DEEP + "</x>" * DEEP, "not XML: Excessive depth"),
    "never closed": ("<x>" * DEEP, "not XML: Excessive depth"),
    "a repeated attribute": ('<x a="1" a="2"/>', "not XML: Attribute a redefined"),
    "a null character": ("<x>&#0;</x>", "not XML: "),
}


@pytest.mark.parametrize("attack", XML_ATTACKS)
@pytest.mark.parametrize("read", [nitf.loads, newsml.loads], ids=["nitf", "newsml"])
def test_hostile_xml_is_refused(read: Callable[[str], Article], attack: str) -> None:
    """Entities in any use, elements nested without end and what XML does not have."""
    document, reason = XML_ATTACKS[attack]
    with pytest.raises(FormatError, match=reason):
        read(document)


@pytest.mark.parametrize(("read", "root"), [(nitf.loads, "nitf"), (newsml.loads, "newsItem")], ids=["nitf", "newsml"])
def test_nothing_outside_of_a_document_is_read(read: Callable[[str], Article], root: str) -> None:
    """An external DTD and an inclusion stay where they are."""
    include = '<xi:include href="file:///etc/passwd" parse="text"/>'
    article = read(
        f'<!DOCTYPE {root} SYSTEM "file:///etc/passwd">'
        f'<{root} xmlns:xi="http://www.w3.org/2001/XInclude"><body><body.content><p>{include}</p></body.content></body>'
        f"</{root}>"
    )
    assert "root:" not in str(article)


def test_front_matter_has_no_anchors_to_multiply() -> None:
    """The anchors and aliases of YAML, which make much of little, are text like any other."""
    lines = "\n".join(f"k{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 40))
    article = markdown.loads(f"---\nheadline: &h Yes\nkeywords: [*h, b]\n{lines}\n---\nNo.\n")
    assert article.text == "No."
    assert len(json.dumps(article)) < 10_000


@pytest.mark.parametrize("pair", ["0 99999999999999999999", "9 1", "-1 4", "0 4;" * 1000 + "x"])
def test_offsets_of_brat_are_held_to_the_text(pair: str) -> None:
    """Offsets beyond the text, turned round or too large to count are refused."""
    with pytest.raises(FormatError, match="line 1: expected"):
        brat.loads(f"==> article.txt <==\nfour words are here\n==> article.ann <==\nT1\tContent {pair}\tfour")


def test_an_error_about_what_is_nested_without_end_can_be_shown() -> None:
    """A value handed in that Python itself cannot show is named by its type."""
    nested: list[object] = []
    for _ in range(DEEP):
        nested = [nested]
    assert brief(nested) == "<list>"
    with pytest.raises(WrongTypeError) as caught:
        adapters.from_zyte(nested)
    assert "got <list>" in str(caught.value)
    with pytest.raises(FormatError, match="articleBody: expected str or None, got a list"):
        adapters.from_zyte({"articleBody": nested})
