"""From pages to quoted words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import newsmodel as nm


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """One quote, with what a monitor wants to know of it."""

    page: str
    outlet: str
    published: str
    speaker: str
    kind: str
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def read_articles(folder: Path) -> Iterator[tuple[str, nm.Article]]:
    """Yield the name of each page in a folder, in the order of their names, and the article in it."""
    for path in sorted(folder.glob("*.html")):
        article = nm.parse_html(path.read_bytes())
        if article.text:
            yield path.name, article


def quotes_in(page: str, article: nm.Article) -> Iterator[Quoted]:
    """Yield the quotes of an article whose speaker is known by name."""
    for quote in article.quotes:
        if quote.speaker is not None:
            yield Quoted(
                page=page,
                outlet=article.publisher.name if article.publisher else "",
                published=article.published.isoformat()[:10] if article.published else "",
                speaker=quote.speaker.name,
                kind=quote.kind.value,
                text=quote.text,
            )


def words_by_speaker(quotes: Iterable[Quoted]) -> list[tuple[str, int]]:
    """Return the speakers with the number of their words, the most first, and by name where they have as many."""
    words: Counter[str] = Counter()
    for quote in quotes:
        words[quote.speaker] += quote.words
    return sorted(words.items(), key=lambda item: (-item[1], item[0]))
