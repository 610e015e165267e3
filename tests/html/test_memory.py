"""Reading many pages keeps nothing of them."""

import gc
import tracemalloc
from collections.abc import Sequence

from newsmodel.html import read_page


def page(number: int) -> str:
    """Return a small page, unlike any other."""
    words = f"The ferry number {number} left the harbour late on Monday, and nobody on the quay could say why it had."
    title = f"Ferry {number} leaves late"
    return f"<title>{title}</title><article><h1>{title}</h1><p>{words}</p><p>{words[4:]}</p>"


def kept_of(pages: Sequence[str]) -> int:
    """Return how many bytes stay allocated once these pages have been read."""
    gc.collect()
    tracemalloc.start()
    for one in pages:
        read_page(one)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept


def test_memory_does_not_grow() -> None:
    """After the caches are warm, pages in a row leave next to nothing behind: far less than a page each."""
    for number in range(100):
        read_page(page(number))
    assert kept_of([page(number) for number in range(100, 400)]) < 300 * 200


def test_long_attributes_are_not_kept() -> None:
    """What is remembered of class names, ids and styles is short, however long those of a page are."""
    attributes = "class='{0}' id='{0}' style='{0}' data-testid='{0}'"
    first, *pages = [page(n).replace("<p>", f"<p {attributes.format(f'{n} link' * 20_000)}>") for n in range(20)]
    read_page(first)
    assert kept_of(pages) < len(pages) * 8_000
