"""Documents made to take long: four times as much of anything takes about four times as long to read."""

import json
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from operator import mul

import pytest

from newsmodel.model import Article, Link, Span


def jsonld(body: str, *parts: object) -> str:
    """Return a JSON-LD article with parts."""
    return json.dumps({"@type": "NewsArticle", "articleBody": body, "hasPart": parts})


def quotation(text: str, start: int | None = None, **more: object) -> dict[str, object]:
    """Return a quotation, with its place where that is given."""
    place = {} if start is None else {"@id": f"#char={start},{start + len(text)}"}
    return {"@type": "Quotation", "text": text, **place, **more}


def ninjs(*values: tuple[str, str]) -> str:
    """Return a ninjs item with bodies."""
    return json.dumps({"uri": "urn:x:1", "bodies": [{"contentType": kind, "value": value} for kind, value in values]})


def annotations(size: int) -> str:
    """Return annotations that all select the same word by different words around."""
    body = {"type": "TextualBody", "value": "word " * size}
    tag = [{"purpose": "tagging", "value": "quote"}]
    quotes: list[object] = [
        {"body": tag, "target": {"selector": {"type": "TextQuoteSelector", "exact": "word", "prefix": f"p{i}"}}}
        for i in range(size)
    ]
    return json.dumps([{"motivation": "describing", "body": body, "target": "x"}, *quotes])


def brat(size: int, kind: str, *more: str) -> str:
    """Return a text of words, each annotated, and more lines."""
    bound = (f"T{i}\t{kind} {5 * i} {5 * i + 4}\tword" for i in range(size))
    return "\n".join(["==> article.txt <==", "word " * size, "==> article.ann <==", *bound, *more])


def wrapped(inner: str, *names: str) -> str:
    """Return XML inside of elements of these names."""
    for name in reversed(names):
        inner = f"<{name}>{inner}</{name}>"
    return inner


UNCLOSED = ("[", "](", "![", "*_", "`", "`a ", '<span class="quote direct">', "&#", "\\", "_a_b", "<a", "[a](")
LINES = ("- ", "> ", "#", "| ", "a\n-\n", "    x\n\n", "```\n", "1. a\n", "  - a\n", "---\n")

DOCUMENTS: dict[str, tuple[str, Callable[[int], str]]] = {
    **{f"markdown {unit!r}": ("markdown", partial(mul, unit)) for unit in UNCLOSED + LINES},
    "front matter": ("markdown", lambda n: "---\n" + "k: [a, b]\n" * n + "---\n"),
    "quotations not there": ("jsonld", lambda n: jsonld("word " * n, *(quotation(f"no{i}") for i in range(n)))),
    "quotations there": ("jsonld", lambda n: jsonld("word " * n, *[quotation("word")] * n)),
    "crossing quotations": ("jsonld", lambda n: jsonld("w" * 2 * n, *(quotation("www", i) for i in range(n)))),
    "half a name": (
        "jsonld",
        lambda n: jsonld("Annual " * n, *[quotation("Ann", 0, creator={"name": "Ann"})] * n),
    ),
    "references": (
        "jsonld",
        lambda n: json.dumps([{"headline": "x"}, *({"@id": f"#{i}", "a": {"@id": f"#{i + 1}"}} for i in range(n))]),
    ),
    "blocks": ("ninjs", lambda n: ninjs(("text/html", "<p>a<li>b" * n))),
    "links": ("ninjs", lambda n: ninjs(("text/html", "<a href=x>a" * n))),
    "two bodies": ("ninjs", lambda n: ninjs(("text/html", "<p>wo rd</p>" * n), ("text/plain", "wo  rd\n" * n))),
    "annotations": ("webannotation", annotations),
    "mentions": ("brat", lambda n: brat(n, "Name", "*\tEquiv " + " ".join(f"T{i}" for i in range(n)))),
    "roles": ("brat", lambda n: brat(n, "Content", "E1\tAttribution:T0" + " Content:T1" * n)),
    "role names": ("brat", lambda n: brat(n, "Content", "E1\t" + "a:T1" * n)),
    "paragraphs": ("nitf", lambda n: wrapped("<p><q>a</q> b</p>" * n, "nitf", "body.content")),
    "parts": ("nitf", lambda n: wrapped('<q class="part-1">a</q> ' * n, "nitf", "body.content", "p")),
    "creators": ("newsml", lambda n: wrapped("<creator><name>a</name></creator>" * n, "newsItem", "contentMeta")),
}


def spent(read: Callable[[str], object], document: str) -> float:
    """Return the processor time that reading takes, best of three."""
    times: list[float] = []
    for _ in range(3):
        began = time.process_time()
        read(document)
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.usefixtures("alone")
def test_documents_take_time_linear_in_their_length(name: str) -> None:
    """Whatever the document repeats, the ratio of times is about the ratio of lengths."""
    module, make = DOCUMENTS[name]
    read: Callable[[str], object] = import_module(f"newsmodel.formats.{module}").loads
    ratio = spent(read, make(2_400)) / max(spent(read, make(600)), 0.004)
    assert ratio < 9, f"4 times the document took {ratio:.1f} times as long"


ATTACKS = (
    "javascript:alert(1)",
    "JavaScript:alert(1)//",
    " java\tscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
)


@pytest.mark.parametrize("url", ATTACKS)
@pytest.mark.parametrize("name", ["markdown", "ninjs", "nitf", "newsml", "tei"])
def test_links_to_scripts_are_not_written(name: str, url: str) -> None:
    """Markup that others show carries no address that would run; the words of the link stay."""
    text = "<script>alert(1)</script> here"
    article = Article(text=text, links=(Link(span=Span(26, 30), url=url),))
    module = import_module(f"newsmodel.formats.{name}")
    document: str = module.dumps(article)
    assert "alert(1)//" not in document
    assert "script:" not in document
    assert "data:" not in document
    assert "here" in document
    assert name == "tei" or "links" in module.losses(article)
