"""Reading many pages keeps nothing of them."""

import gc
import tracemalloc

from newsmodel.html import read_page


def page(number: int) -> str:
    """Return a small page, unlike any other."""
    words = f"The ferry number {number} left the harbour late on Monday, and nobody on the quay could say why it had."
    title = f"Ferry {number} leaves late"
    return f"<title>{title}</title><article><h1>{title}</h1><p>{words}</p><p>{words[4:]}</p>"


def test_memory_does_not_grow() -> None:
    """After the caches are warm, pages in a row leave next to nothing behind: far less than a page each."""
    for number in range(100):
        read_page(page(number))
    gc.collect()
    tracemalloc.start()
    for number in range(100, 400):
        read_page(page(number))
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 300 * 200
