"""`Document`: the text as the annotators see it, read once and shared by all of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import chain, compress, pairwise
from typing import Final

from newsmodel.lexicon import words
from newsmodel.model import Block, Span
from newsmodel.model.unchecked import unchecked_span
from newsmodel.text.sentences import sentence_ends, sentence_rules
from newsmodel.text.tags import tag
from newsmodel.text.tokens import Tokens, tokenize
from newsmodel.text.word_kinds import CUES, EVENTS, PLACES, QUOTES, TIMES, word_kinds

# Maps ASCII letters to whether they are capitals.
_IS_CAPITAL: Final = bytes(65 <= code <= 90 for code in range(256))
# What else may be a capital: all but ASCII and the commonest dashes and quotation marks.
_MAY_BE_CAPITAL: Final = re.compile(r"[^\x00-\x7f\u2010-\u201f]")
# By step, maps the bytes of `Document.steps` to whether the step is among them.
_SEEKING: Final = {
    step: bytes(steps & step > 0 for steps in range(256)) for step in (PLACES, TIMES, CUES, QUOTES, EVENTS)
}


class Document:
    """
    A text with its tokens, sentences and blocks. Everything is an index or an offset; nothing is changed once made.

    Attributes:
        text: The article's text.
        blocks: The article's blocks.
        language: The folder of the lexicon that fits the text, or None where there is none: annotators that need
            words then find nothing.
        published: The day of publication, or None; for relative dates.
        starts: Offset of the first code point of each token.
        ends: Offset after the last code point of each token.
        words: The word of each token, lower case, with straight apostrophes.
        initials: The first code point of each token, as it is written: one string, for regular expressions too.
        capitals: Whether each token starts with a capital letter, one byte each.
        tags: The part of speech of each token, one of `grammar.tagset`: one byte each, for regular expressions too.
        sentences: First token and the token after the last one, of each sentence.
        sentence_of: Index of the sentence of each token.
        block_of: Index of the block of each sentence.
        steps: The steps that look for the word of each token, one byte each; see `sought`.
    """

    __slots__ = (
        "block_of",
        "blocks",
        "capitals",
        "ends",
        "initials",
        "language",
        "published",
        "sentence_of",
        "sentences",
        "starts",
        "steps",
        "tags",
        "text",
        "words",
    )

    def __init__(self, text: str, blocks: Sequence[Block], language: str | None, published: date | None = None) -> None:
        self.text: str = text
        self.blocks: Sequence[Block] = blocks
        self.language: str | None = language
        self.published: date | None = published
        stopped = words(language, "abbreviations") if language else frozenset[str]()
        tokens = _tokens(text, blocks, stopped)
        self.starts: list[int] = tokens.starts
        self.ends: list[int] = tokens.ends
        self.words: list[str] = tokens.words
        self.initials: str = tokens.initials
        self.capitals: bytes = _capitals(tokens.initials)
        self.sentences: list[tuple[int, int]] = []
        self.sentence_of: list[int] = []
        self.block_of: list[int] = []
        self._find_sentences(tokens)
        known = word_kinds(language) if language else None
        kinds = known.of(self.words) if known else bytes(len(self.words))
        self.tags: bytes = tag(text, tokens, self.capitals, kinds, self.sentences, known)
        self.steps: bytes = kinds.translate(known.steps) if known else kinds

    def _find_sentences(self, tokens: Tokens) -> None:
        rules = sentence_rules(self.language)
        last = 0
        for number, block in enumerate(self.blocks):
            first, last = last, bisect_left(self.starts, block.span.end, last)
            for end in sentence_ends(self.text, tokens, first, last, rules):
                self.sentence_of += [len(self.sentences)] * (end - first)
                self.sentences.append((first, end))
                self.block_of.append(number)
                first = end

    def opens_block(self, token: int) -> bool:
        """Tell whether a block begins with the token."""
        number = self.sentence_of[token]
        first = number == 0 or self.block_of[number - 1] != self.block_of[number]
        return first and self.sentences[number][0] == token

    def sought(self, step: int, first: int = 0, last: int | None = None) -> list[int]:
        """Return the tokens from *first* up to *last* whose words a step of `word_kinds` looks for, in order."""
        found = self.steps[first:last].translate(_SEEKING[step])
        return list(compress(range(first, first + len(found)), found))

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens from *first* up to, not including, *last*."""
        return unchecked_span(self.starts[first], self.ends[last - 1])

    def token_at(self, offset: int) -> int:
        """Return the index of the last token that starts at or before *offset* (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def token_from(self, offset: int) -> int:
        """Return the index of the first token that starts at or after *offset*."""
        return bisect_left(self.starts, offset)

    def surface(self, first: int, last: int) -> str:
        """Return the text of the tokens from *first* up to, not including, *last*."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_capitalized(self, token: int) -> bool:
        """Tell whether the token starts with a capital letter."""
        return self.capitals[token] > 0


def _capitals(initials: str) -> bytes:
    """Return for each token whether it starts with a capital letter."""
    capitals = bytearray(initials.encode("ascii", "replace").translate(_IS_CAPITAL))
    for match in _MAY_BE_CAPITAL.finditer(initials):
        capitals[match.start()] = match.group().isupper()
    return bytes(capitals)


def _tokens(text: str, blocks: Sequence[Block], abbreviations: frozenset[str]) -> Tokens:
    """Return the tokens of all blocks; those of blocks that touch are found apart, for no token lies in two."""
    seams = [a.span.end for a, b in pairwise(blocks) if a.span.end == b.span.start]
    parts = [tokenize(text, abbreviations, first, last) for first, last in pairwise((0, *seams, len(text)))]
    if len(parts) == 1:
        return parts[0]
    starts, ends, found, initials = zip(*parts, strict=True)
    return Tokens([*chain(*starts)], [*chain(*ends)], [*chain(*found)], "".join(initials))
