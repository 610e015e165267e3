"""The quotes of an article as cards: short texts that fit into a post."""

from collections.abc import Iterator

import newsmodel as nm

LIMIT = 280
"""The longest card, in code points."""


def cards(article: nm.Article) -> list[str]:
    """
    Return a card for each direct quote whose speaker is known, in the order of the article.

    A card is the quote in curly quotation marks, a dash and the speaker. A quote that would make it longer than `LIMIT`
    is cut between words, with an ellipsis; a speaker's name that leaves no room for a quote makes no card.
    """
    return list(_cards(article))


def _cards(article: nm.Article) -> Iterator[str]:
    for quote in article.quotes:
        if quote.kind is nm.QuoteKind.DIRECT and quote.speaker is not None:
            name = " ".join(quote.speaker.name.split())
            said = _cut(" ".join(quote.text.split()), LIMIT - len(f"“” — {name}"))
            if said:
                yield f"“{said}” — {name}"


def _cut(text: str, room: int) -> str:
    """Return a text that is at most *room* long, cut between words; "" where not even one fits."""
    if len(text) <= room:
        return text
    kept, _, _ = text[: max(room, 0)].rpartition(" ")
    return f"{kept}…" if kept else ""
