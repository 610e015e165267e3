"""Who and what, from a headline or a sentence: its subject, and its first finite verb with what follows."""

from typing import Final, NamedTuple

import newsmodel.text.grammar.tagset as pos
from newsmodel.lexicon import rows, words
from newsmodel.model import Block, BlockKind, Span
from newsmodel.text.document import Document

_SUBJECTS: Final = frozenset({pos.NAME, pos.NOUN, pos.PRONOUN, pos.NUMBER})
_SURE_VERBS: Final = frozenset({pos.VERB_S, pos.PAST, pos.BE, pos.HAVE, pos.MODAL, pos.DO})
# After these a word is no verb, whatever it looks like.
_BEFORE_NOUNS: Final = frozenset({pos.PREPOSITION, pos.DETERMINER, pos.POSSESSIVE, pos.TO, pos.ADJECTIVE, pos.NUMBER})
_STOPS: Final = frozenset({":", ";", "|", "—", "–", "--", "-", "?", "!", "."})
# A longer subject is told without its asides.
_LONG_WHO: Final = 7
_LONGEST_WHAT: Final = 24
_SHORTEST_WHAT: Final = 2


class Clause(NamedTuple):
    """The subject of a clause and what is told of it, as spans of the text read; None where there is none."""

    who: Span | None
    what: Span | None


def read_clause(text: str, language: str, *, headline: bool) -> Clause:
    """
    Return who did what, as *text* says in its main clause.

    Args:
        text: A headline, or a sentence.
        language: The folder of the lexicon.
        headline: Whether it is a headline, which may have no verb: then all of it is what happened.
    """
    stripped = text.rstrip()
    start = len(text) - len(text.lstrip())
    block = Block(kind=BlockKind.HEADING if headline else BlockKind.PARAGRAPH, span=Span(start, len(stripped)))
    document = Document(text, (block,), language)
    return _Reader(document, language).read(headline=headline)


class _Reader:
    """Reads one clause of a short document."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.words = document.words
        self.tags = document.tags
        self.verbs = words(language, "verbs")
        classes = {name: frozenset(listed.split()) for name, listed in rows(language, "headline_words")}
        self.new_clause: frozenset[str] = classes["new-clause"]
        self.relatives: frozenset[str] = classes["relative"]
        self.states: frozenset[str] = classes["state"]

    def read(self, *, headline: bool) -> Clause:
        """Return the clause that tells the most: the first part with a subject and a finite verb."""
        parts = self._parts()
        found = [
            (first, verb, last)
            for first, last in parts
            if (verb := self._verb(first, last, headline=headline)) is not None
        ]
        if found:
            first, verb, last = next((part for part in found if self.tags[part[0]] != pos.PRONOUN), found[0])
            return Clause(self._subject(first, verb), self._predicate(verb, last))
        if not headline or not parts:
            return Clause(None, None)
        for first, last in parts:
            state = next((i for i in range(first + 1, last) if self.words[i] in self.states), None)
            if state is not None:
                return Clause(self._span(first, state), self._predicate(state, last))
        first, last = max(parts, key=lambda part: part[1] - part[0])
        return Clause(None, self._predicate(first, last))

    def _parts(self) -> list[tuple[int, int]]:
        """Return the parts of the text between colons, dashes and stops, without what a subordinate clause opens."""
        parts: list[tuple[int, int]] = []
        first = 0
        for i, word in enumerate([*self.words, "."]):
            alone = i == len(self.words) or not (word == "-" and self._touches(i))
            joins = word == "," and self.words[i + 1 : i + 2] == ["but"]
            if (word in _STOPS and alone) or joins:
                if i > first:
                    parts.append((self._main(first, i), i))
                first = i + 1 + joins
        return [(first, last) for first, last in parts if last > first]

    def _main(self, first: int, last: int) -> int:
        """Return the first token of the main clause: after the comma that ends an opening subordinate clause."""
        opens = self.tags[first] == pos.SUBORDINATOR or self.words[first] in self.new_clause
        if opens or self.tags[first] == pos.ING:
            comma = next((i for i in range(first, last) if self.words[i] == ","), None)
            if comma is not None and comma + 2 < last:
                return comma + 1
        while first < last and not self.words[first][0].isalnum():
            first += 1
        return first

    def _touches(self, i: int) -> bool:
        return i > 0 and self.document.starts[i] == self.document.ends[i - 1]

    def _verb(self, first: int, last: int, *, headline: bool) -> int | None:
        """Return the first finite verb that has a subject before it and is not a relative clause's."""
        subject = plural = relative = False
        infinitive = False  # "Race to reach boy trapped in a well": what is trapped is no verb of the race
        for i in range(first, last):
            code = self.tags[i]
            before = self.tags[i - 1] if i > first else None
            if i > first and self.words[i] in self.new_clause:
                return None
            relative = relative or (i > first and (code == pos.RELATIVE or self.words[i] in self.relatives))
            if subject and not (infinitive and code == pos.PAST) and self._is_verb(i, before, plural=plural):
                if not relative:
                    return i
                relative = i + 1 < last and self._is_verb(i + 1, code, plural=False)
            infinitive = infinitive or (headline and code == pos.TO)
            subject = subject or code in _SUBJECTS
            plural = plural or self.words[i] in ("and", "&") or (code == pos.NOUN and self.words[i].endswith("s"))
        return None

    def _is_verb(self, i: int, before: int | None, *, plural: bool) -> bool:
        code, word = self.tags[i], self.words[i]
        if before in _BEFORE_NOUNS and not (before == pos.NUMBER and code in _SURE_VERBS):
            return False
        if code in _SURE_VERBS or code == pos.VERB:
            return True
        if code == pos.NAME and word.endswith("ed") and self.document.surface(i, i + 1).isupper():
            return True  # "Minister CLEARED by court"
        follows = self.tags[i + 1] if i + 1 < len(self.tags) else None
        if follows in (pos.DETERMINER, pos.ADJECTIVE, pos.POSSESSIVE) and before == pos.NAME:
            plural = True  # an object follows: "Rebels Strike Northern Town"
        open_after = follows not in (pos.NOUN, pos.NAME, None, pos.PUNCTUATION) or before == pos.NAME
        return code == pos.NOUN and plural and word in self.verbs and before in (pos.NAME, pos.NOUN) and open_after

    def _subject(self, first: int, verb: int) -> Span | None:
        last = verb
        while last > first and self.tags[last - 1] in (pos.ADVERB, pos.PUNCTUATION, pos.NOT):
            last -= 1
        comma = next((i for i in range(first, last) if self.words[i] == ","), None)
        if comma is not None and self.tags[first] == pos.PREPOSITION and comma + 1 < last:
            first = comma + 1
        if last - first > _LONG_WHO:
            asides = (i for i in range(first + 1, last) if self.words[i] == "," or self.words[i] in self.relatives)
            last = next(asides, last)
        return self._span(first, last) if last > first else None

    def _predicate(self, verb: int, last: int) -> Span | None:
        """Return the verb and what follows it, up to where another clause begins."""
        end = verb + 1
        while end < min(last, verb + _LONGEST_WHAT):
            if end - verb >= _SHORTEST_WHAT and self._opens_clause(end):
                break
            end += 1
        while end > verb + 1 and self.words[end - 1] in (",", "and", "but", "("):
            end -= 1
        return self._span(verb, end)

    def _opens_clause(self, i: int) -> bool:
        word = self.words[i]
        if word == "as" and i + 1 < len(self.words) and self.words[i + 1] in ("'", "‘", '"', "“"):
            return False
        if word == "before" and self.tags[i - 1] in (pos.NOUN, pos.DATE):
            return False
        return word in self.new_clause or (
            word == "," and i + 1 < len(self.words) and self.words[i + 1] in ("but", "and")
        )

    def _span(self, first: int, last: int) -> Span:
        return self.document.span(first, last)
