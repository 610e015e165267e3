"""Helpers of the tests of quotes: what is found in a text, as words."""

import newsmodel as nm


def with_cues(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return the content of each quote, its parts joined by a bar, its cue and its source."""
    return [
        (
            " | ".join(span.of(text) for span in quote.content),
            quote.cue.of(text) if quote.cue else None,
            quote.source.of(text) if quote.source else None,
        )
        for quote in nm.parse_text(text).quotes
    ]


def without_cues(text: str) -> list[tuple[str, str | None]]:
    """Return the content of each quote and its source."""
    return [(content, source) for content, _, source in with_cues(text)]
