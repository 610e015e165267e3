"""How the campaign of `fuzz.py` breaks documents: with regard to their structure, and the same for the same seed."""

import copy
import json
import random
import re
from typing import Any

from lxml import etree

Json = Any
TEXTS = (
    *(
        "",
        " ",
        "\0",
        "\ufeff",
        "\ud800",
        "\u2028",
        "\u202e",
        "\U0010ffff",
        "e\u0301",
        "²",
        "٣",
        "１２",
        "Ⅷ",
        "½",
        "İ",
        "ﬁ",
    ),
    *("2026-02-30", "2026-13-45T25:61:61Z", "0000-00-00", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"),
    *(
        "10000-01-01",
        "-0001-01-01",
        "20260302T000000,5Z",
        "2026-W54-8",
        "2026-366",
        "P1D",
        "P99999999999Y",
        "XXXX-WXX-9",
    ),
    *(
        "javascript:alert(1)",
        "http://[",
        "http://[::1",
        "//",
        "http://a:99999999/",
        "?",
        "#",
        "#char=0,1",
        "#char=9,-1",
    ),
    *(
        "en-",
        "x" * 300,
        "de-CH-1996",
        "true",
        "None",
        "NaN",
        "1e999",
        "-0",
        "<b>",
        "]]>",
        "&#0;",
        "&lt;",
        "<!--",
        "\\",
        "'",
    ),
)
VALUES: tuple[Json, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53 + 1, 2**63, 2**64, -(2**63) - 1, 10**40, 0.5, -0.0, 1e308, 1e-320),
    *(float("nan"), float("inf"), [], {}, [[]], [None], {"": None}, {"@id": "#a"}, {"@value": 1}, {"@list": []}),
)
PHRASES = (
    *(
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "—",
        " - ",
        "...",
        "…",
        "\n",
        "\n\n",
        "\t",
        "\r",
        "\u00a0",
        "\u200b",
        "•",
    ),
    *("he said", "said", "according to", "told reporters", "she added,", "Mr.", "Dr. O'Neil", "Lt. Gen.", "’s", "who"),
    *("on Feb. 30", "on Oct. 5, 2017", "31 September 2017", "in the year 10000", "99999999999999 years ago", "in 0000"),
    *(
        "12345678901234567890 people",
        "last week",
        "three centuries ago",
        "1.5 million million",
        "2/29/2019",
        "at 25:61",
    ),
    *("next century", "Monday", "the day before yesterday", "every 3 days", "¹²³", "٣٤", "1,2,3,4,5", "half", "1e400"),
    *("LONDON (Reuters) -", "PARIS, Feb. 31 —", "(AP)", "http://a.b/c", "a@b.c", "#1", "$5", "Q: ", "A: ", "- ", "1. "),
)
XML_TEXT = (
    "&nope;",
    "&#0;",
    "&#xD800;",
    "<![CDATA[<p>]]>",
    "<?x y?>",
    "<!-- a -- b -->",
    "]]>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>",
)
_WORD = re.compile(r"\w+|\W")


def tree(value: Json, rng: random.Random) -> Json:
    """Return a tree of JSON with some of its values changed, dropped, doubled, moved or repeated a thousand times."""
    root = [copy.deepcopy(value)]
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        slots = _slots(root)
        holder, key = rng.choice(slots)
        fate = rng.randrange(11)
        if fate == 0:
            holder[key] = copy.deepcopy(rng.choice(VALUES))
        elif fate == 1:
            holder[key] = rng.choice(TEXTS)
        elif fate == 2 and holder is not root:
            del holder[key]
        elif fate == 3:
            other, there = rng.choice(slots)
            if len(json.dumps(other[there], default=str)) < 20_000:
                holder[key] = copy.deepcopy(other[there])
        elif fate == 4 and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif fate == 5 and isinstance(holder, dict):
            other, there = rng.choice(slots)
            holder[there if isinstance(there, str) else rng.choice(TEXTS)] = holder.pop(key)
        elif fate == 6:
            holder[key] = [holder[key]] if rng.random() < 0.5 else {str(key): holder[key]}
        elif fate == 7:
            holder[key] = _near(holder[key], rng)
        elif fate == 8 and isinstance(holder, list):
            rng.shuffle(holder)
        elif fate == 10:
            holder[key] = _nested(holder[key], key, rng)
        elif fate == 9 and isinstance(holder[key], list) and holder[key] and rng.random() < 0.2:
            one = json.dumps(holder[key], default=str)
            holder[key] = holder[key] * max(1, min(2000, 100_000 // len(one)))
    return root[0]


def _slots(root: list[Json]) -> list[tuple[Any, Any]]:
    slots: list[tuple[Any, Any]] = []
    todo: list[Json] = [root]
    while todo:
        node = todo.pop()
        items = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in items:
            slots.append((node, key))
            if isinstance(value, dict | list):
                todo.append(value)
    return slots


def _nested(value: Json, key: object, rng: random.Random) -> Json:
    """Return a value inside of what looks like the object or list that holds it, over and over."""
    for _ in range(rng.choice((1, 3, 90))):
        value = {key: value} if isinstance(key, str) else [value]
    return value


def _near(value: Json, rng: random.Random) -> Json:
    """Return a value that is nearly the same."""
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    if isinstance(value, int | float):
        return rng.choice(
            (value + 1, value - 1, -value, float(value) if abs(value) < 1e300 else 0, str(value), value * 1000)
        )
    if isinstance(value, str):
        at = rng.randrange(len(value) + 1)
        return rng.choice(
            (value[:at] + rng.choice(TEXTS) + value[at:], value[:at], value[at:], value.upper(), value * 2)
        )
    return value


def json_document(document: str, rng: random.Random) -> str:
    """Return a document of JSON, broken; sometimes with a key that comes twice, or cut."""
    written = json.dumps(tree(json.loads(document), rng), ensure_ascii=rng.random() < 0.5)
    return characters(written, rng) if rng.random() < 0.1 else written


def xml_document(document: str, rng: random.Random) -> str:
    """Return a document of XML with elements dropped, doubled, nested, moved or renamed, and with other texts."""
    root = etree.fromstring(document.encode())
    for _ in range(rng.choice((1, 1, 2, 4, 12))):
        nodes = [node for node in root.iter() if isinstance(node.tag, str)]
        node, other = rng.choice(nodes), rng.choice(nodes)
        parent = node.getparent()
        fate = rng.randrange(11)
        if fate == 0 and parent is not None:
            parent.remove(node)
        elif fate == 1 and parent is not None:
            node.addnext(copy.deepcopy(node))
        elif fate == 2 and other not in [node, *node.iterdescendants()] and len(node) < 20:
            other.append(copy.deepcopy(node))
        elif fate == 3:
            node.tag = other.tag
        elif fate == 4:
            node.tag = (
                rng.choice(("{urn:x}", "", "{http://iptc.org/std/nar/2006-10-01/}")) + etree.QName(node).localname
            )
        elif fate == 5 and node.attrib:
            node.set(rng.choice(list(node.attrib)), _xml_text(rng))
        elif fate == 6 and other.attrib:
            name = rng.choice(list(other.attrib))
            node.set(name, other.get(name) or "")
        elif fate == 7:
            node.text = _xml_text(rng)
        elif fate == 8:
            node.tail = _xml_text(rng)
        elif fate == 10 and parent is not None:
            for _ in range(rng.choice((1, 3, 90))):
                outer = etree.Element(node.tag)
                parent.replace(node, outer)
                outer.append(node)
                parent = outer
        elif fate == 9 and parent is not None and rng.random() < 0.2:
            size = len(etree.tostring(node))
            for _ in range(min(1000, 100_000 // size)):
                node.addnext(copy.deepcopy(node))
    written = etree.tostring(root, encoding="unicode")
    if rng.random() < 0.15:
        at = rng.choice([found.end() for found in re.finditer(">", written)] or [0])
        written = written[:at] + rng.choice(XML_TEXT) + written[at:]
    return characters(written, rng) if rng.random() < 0.1 else written


def _xml_text(rng: random.Random) -> str:
    text = rng.choice((*TEXTS, *PHRASES))
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


def lines(document: str, rng: random.Random) -> str:
    """Return a document of lines, some dropped, doubled, moved or many times there, and with other words in them."""
    rows = document.split("\n")
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        i, j = rng.randrange(len(rows)), rng.randrange(len(rows))
        fate = rng.randrange(6)
        if fate == 0 and len(rows) > 1:
            del rows[i]
        elif fate == 1:
            rows.insert(j, rows[i])
        elif fate == 2:
            rows[i], rows[j] = rows[j], rows[i]
        elif fate == 3 and rng.random() < 0.1:
            rows[i:i] = [rows[i]] * min(2000, 100_000 // (len(rows[i]) + 1))
        else:
            rows[i] = words(rows[i], rng)
    return "\n".join(rows)


def words(text: str, rng: random.Random) -> str:
    """Return a text with words put in, dropped, moved, changed or repeated, and with other numbers."""
    parts = _WORD.findall(text) or [""]
    for _ in range(rng.choice((1, 2, 5, 20))):
        i, j = rng.randrange(len(parts)), rng.randrange(len(parts))
        fate = rng.randrange(8)
        if fate == 0:
            parts[i] = ""
        elif fate == 1:
            parts[i], parts[j] = parts[j], parts[i]
        elif fate == 2 and parts[i].isdigit():
            parts[i] = rng.choice(("0", "-1", "99999999999999999999", "31", "²", "1.5", ""))
        elif fate == 3:
            parts[i] += rng.choice(TEXTS)
        elif fate == 4:
            parts[i] = rng.choice((parts[i].upper(), parts[i].title(), parts[i] * 2, parts[i][::-1]))
        elif fate == 5 and rng.random() < 0.05 and len(parts[i]) < 100:
            parts[i] = (parts[i] + rng.choice((" ", "", "\n"))) * rng.choice((50, 5000))
        elif fate == 6 and rng.random() < 0.05:
            parts[i] = rng.choice(PHRASES) * rng.choice((50, 5000))
        else:
            parts[i] += " " * rng.randrange(2) + rng.choice(PHRASES) + " " * rng.randrange(2)
    return "".join(parts)


def characters(document: str, rng: random.Random) -> str:
    """Return a document with characters lost, doubled or replaced."""
    for _ in range(rng.choice((1, 2, 6))):
        i = rng.randrange(len(document) + 1)
        j = min(len(document), i + rng.choice((0, 1, 5, 40)))
        other = rng.choice(("", document[i:j] * 2, rng.choice('<>&"{}[]:,-\\\n\t0129 e\0é'), rng.choice(TEXTS)))
        document = document[:i] + other + document[j:]
    return document


def octets(document: bytes, rng: random.Random) -> bytes:
    """Return binary data with bits flipped, bytes lost, and numbers of four bytes set to the least and the most."""
    data = bytearray(document)
    for _ in range(rng.choice((1, 1, 4, 40))):
        at = rng.randrange(len(data) + 1)
        fate = rng.randrange(4)
        if fate == 0:
            data[at : at + 1] = bytes([rng.randrange(256)])
        elif fate == 1 and at < len(data):
            data[at] ^= 1 << rng.randrange(8)
        elif fate == 2:
            del data[at : at + rng.choice((1, 4, 8, 64))]
        else:
            data[at : at + 4] = rng.choice((b"\xff" * 4, b"\0" * 4, b"\xff\xff\xff\x7f"))
    return bytes(data)


def split(text: str) -> list[str]:
    """Return the words of a text and what stands between them."""
    return _WORD.findall(text)
