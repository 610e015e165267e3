"""Text that a page does not show as text: hidden, in JSON-LD, or in the state that a framework leaves in a script."""

import json

import pytest

from newsmodel.html import read_page
from newsmodel.model import Article, IssueCode

PARAGRAPHS = [
    "The ferry to the outer islands will sail twice a day from the first of June, the shipping office said.",
    "Islanders had asked for the second crossing for years, and had collected 800 signatures in a single month.",
    "“It means that our children can sleep at home again,” said Tove Sund, who keeps the shop on Ytterby.",
    "The new crossing costs the county two millions a year; a fare of four crowns is to bring in half of it.",
]
TEXT = " ".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def texts(article: Article) -> list[str]:
    """Return the texts of the blocks."""
    return [block.span.of(article.text) for block in article.blocks]


def read(body: str) -> list[str]:
    """Return the blocks' texts of a page that shows its headline and little else."""
    return texts(read_page(f"<!doctype html><html lang=en><body><h1>Two ferries a day</h1>{body}"))


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div class=hidden>{MARKUP}</div>",
        f"<noscript>{MARKUP}</noscript>",
        f"<template>{MARKUP}</template>",
        f"<div hidden id=S:0>{MARKUP}</div>",
        f"<div class='hidden lg:block'>{MARKUP}</div>",
    ],
)
def test_a_text_that_is_hidden(hidden: str) -> None:
    """What waits for a script to show it, streamed parts too, or is hidden on small screens alone, is the text."""
    assert read(hidden) == PARAGRAPHS


def test_what_is_hidden_beside_a_text_stays_out() -> None:
    """What is hidden is looked at only where next to nothing is shown; what only small screens hide is shown."""
    other = "<p>Sign in to see the timetable of the ferry that you have asked for, and the fares of the day.</p>"
    more = "".join(f"<p>{paragraph.replace('e', 'a')}</p>" for paragraph in PARAGRAPHS)
    for hidden in (f"<noscript>{other}</noscript>", f"<div hidden>{other}</div>", f"<dialog>{other}</dialog>"):
        assert other[3:-4] not in read(f"<main>{MARKUP}{more}{hidden}</main>")
    assert read(f"<main>{MARKUP}<div class='hidden md:flex'>{other}</div></main>") == [*PARAGRAPHS, other[3:-4]]


def test_the_longest_string_that_reads_like_a_text() -> None:
    """Of the strings in scripts the text is the longest that is no code and no data, broken ones passed over."""
    code = "var a = 1; function b() { return a; } " * 40
    data = json.dumps([{"note": "One. Two. Three."}] * 30)
    strings = "".join(f"x({json.dumps(string)});" for string in (code, data, "Fort Long Name " * 60, TEXT[:300], TEXT))
    assert read(f'<script>{strings}y("{TEXT}\\q");</script>') == [TEXT]


def test_a_piece_of_the_text_beside_it() -> None:
    """A string with the paragraphs marked comes before the beginning of the same text without marks."""
    state = json.dumps({"body": MARKUP, "teaser": TEXT[:320]}).replace("</", "<\\/")
    assert read(f"<script>window.s = {state};</script>") == PARAGRAPHS


def test_a_string_in_a_string() -> None:
    """Frameworks write JSON into the strings of their scripts; the text is found in it."""
    state = json.dumps({"id": 7, "body": MARKUP}).replace("</", "<\\/")
    assert read(f"<script>push([1, {json.dumps(state)}]);</script>") == PARAGRAPHS


def blocks(*more: object) -> object:
    """Return a list of blocks as editors of rich text keep it."""
    return [*({"type": "paragraph", "text": text} for text in PARAGRAPHS), *more]


def test_blocks_that_hold_no_words() -> None:
    """Parts without words, parts nested too deeply and what is no block at all add nothing."""
    deep = {"children": [{"children": [{"children": [{"children": [{"text": "far down"}]}]}]}]}
    empty = {"type": "image", "children": [], "nodes": [7, {"type": "break"}]}
    state = json.dumps({"article": blocks(deep, empty, "loose words")})
    assert read(f"<script type=application/json>{state}</script>") == PARAGRAPHS


def test_state_behind_what_is_no_json() -> None:
    """What looks like the beginning of JSON and is none is passed over, and what follows is read."""
    state = json.dumps(blocks())
    assert read(f"<script>window.f = function() {{ go[0] }}; window.s = {state};</script>") == PARAGRAPHS


@pytest.mark.parametrize(("before", "found"), [(9, PARAGRAPHS), (100_000, [])])
def test_only_so_much_state_is_looked_at(before: int, found: list[str]) -> None:
    """What stands behind a hundred thousand objects and lists is not read."""
    state = json.dumps([[[]] * before, [blocks()]])
    assert read(f"<script type=application/json>{state}</script>") == found


def test_a_declared_text_that_is_much_longer() -> None:
    """Where JSON-LD has twice as much text as the page, the page breaks off."""
    node = {"@type": "NewsArticle", "headline": "Two ferries a day", "articleBody": TEXT * 4}
    head = f"<script type='application/ld+json'>{json.dumps(node)}</script>"
    article = read_page(f"<html lang=en><body>{head}<h1>Two ferries a day</h1><main>{MARKUP}{MARKUP[:300]}</main>")
    assert IssueCode.TRUNCATED in {issue.code for issue in article.issues}
