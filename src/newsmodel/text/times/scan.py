"""Where the search for times stands: the terms of the document, the anchor, and what was found last."""

import datetime as dt
from collections import Counter
from typing import Final, NamedTuple

from newsmodel.model import TimeKind
from newsmodel.text.document import Document
from newsmodel.text.times.terms import terms_of
from newsmodel.text.times.values import NO_INTERVAL, Interval
from newsmodel.text.times.vocabulary import Term, Vocabulary

# For so many sentences a report on a quarter goes on about it.
_STAYS: Final = 9
# So many tokens before a day a clause is looked through for what makes it one to come.
_REACH: Final = 12


class Found(NamedTuple):
    """A time expression that starts where a rule was asked: the token after its last one, its kind and value."""

    end: int
    kind: TimeKind
    value: str
    interval: Interval = NO_INTERVAL
    """The interval denoted, where the value does not tell it: "the past two weeks"."""
    article: bool = False
    """Whether a "the" or "a" before it belongs to it."""
    zone: dt.tzinfo | None = None


def date(end: int, value: str, *, article: bool = False) -> Found:
    """Return a date."""
    return Found(end, TimeKind.DATE, value, article=article)


class Scan:
    """
    The state of one pass over a document, from left to right.

    Only terms between the tokens *first* and *last* are read.

    Attributes:
        words: The words of the document's tokens.
        terms: The terms, by their first token.
        known: The vocabulary of the document's language.
        anchor: The day to which "today" and "last week" refer, or None.
        moment: The moment of publication, to which "two hours ago" refers, where it is known.
        limit: The token after the sentence that is being read; no expression goes past it.
        day: First day of the last date found, to which "the following week" refers, or None.
        day_sentence: The sentence it was found in.
        date: The last date found that is one day, to which "the following day" and a clock time refer, or None.
        date_sentence: The sentence it was found in.
        quarter: Value of the last quarter or half year found, for "the quarter" and "a year earlier"; or None.
        quarter_sentence: The sentence it was found in.
        countries: How often the text names each country, once a day has asked for it; see `national`.
    """

    __slots__ = (
        "anchor",
        "countries",
        "date",
        "date_sentence",
        "day",
        "day_sentence",
        "document",
        "known",
        "limit",
        "moment",
        "quarter",
        "quarter_sentence",
        "sentence",
        "terms",
        "words",
    )

    def __init__(
        self, document: Document, known: Vocabulary, anchor: dt.date | None, *, first: int = 0, last: int | None = None
    ) -> None:
        self.document: Document = document
        self.words: list[str] = document.words
        self.known: Vocabulary = known
        self.terms: dict[int, Term] = terms_of(document, known, first, len(document.words) if last is None else last)
        self.countries: Counter[str] | None = None
        self.restart(anchor)

    def restart(self, anchor: dt.date | None) -> None:
        """Forget what was found and take another anchor."""
        self.anchor: dt.date | None = anchor
        published = self.document.published
        self.moment: dt.datetime | None = published if isinstance(published, dt.datetime) else None
        self.limit: int = 0
        self.sentence: int = 0
        self.day: dt.date | None = None
        self.day_sentence: int = 0
        self.date: dt.date | None = None
        self.date_sentence: int = 0
        self.quarter: str | None = None
        self.quarter_sentence: int = 0

    def enter(self, i: int) -> None:
        """Read the sentence of token *i*."""
        if i >= self.limit:
            self.sentence = self.document.sentence_of[i]
            self.limit = self.document.sentences[self.sentence][1]

    def story_day(self, unit: str) -> dt.date | None:
        """Return the day from which the story counts a *unit* (D, W, M, Y ...): that last named, else publication's."""
        return (self.date if unit == "D" else self.day) or self.anchor

    def recent_quarter(self) -> str | None:
        """Return the quarter or half year that this part of the story is about, or None."""
        return self.quarter if self.quarter_sentence >= self.sentence - _STAYS else None

    def term(self, i: int) -> Term | None:
        """Return the term that starts at token *i* of the sentence being read."""
        return self.terms.get(i) if i < self.limit else None

    def kind(self, i: int) -> str:
        """Return the kind of the term that starts at token *i*; empty where none does."""
        term = self.terms.get(i) if i < self.limit else None
        return term.kind if term else ""

    def word(self, i: int) -> str:
        """Return the word of token *i*; empty outside the sentence."""
        return self.words[i] if 0 <= i < self.limit else ""

    def is_word(self, i: int, context: str) -> bool:
        """Tell whether the word of token *i* is one of a context (see ``time_contexts.txt``)."""
        return self.word(i) in self.known.contexts[context]

    def is_capital(self, i: int) -> bool:
        """Tell whether token *i* is in the sentence and starts with a capital letter."""
        return 0 <= i < self.limit and self.document.is_capitalized(i)

    def touches(self, i: int) -> bool:
        """Tell whether token *i* is in the sentence, and nothing stands between it and the one before it."""
        return 0 < i < self.limit and self.document.starts[i] == self.document.ends[i - 1]

    def _is_set(self, k: int, i: int) -> bool:
        """Tell whether token *k* sets the day at token *i*: "planned for Monday", "is due Monday"."""
        if k == i - 1:
            return self.is_word(k - 1, "is")
        return k == i - 2 and self.words[k + 1] in self.known.contexts["set-for"]

    def is_ahead(self, i: int) -> bool:
        """Tell whether the clause before token *i* tells what is to come: "will meet on", "is to resume"."""
        words, ahead, contexts = self.words, self.known.ahead, self.known.contexts
        last = i - 2 if self.is_word(i - 1, "on-day") else i - 1
        for k in range(last, max(self.document.sentences[self.sentence][0], i - _REACH) - 1, -1):
            word = words[k]
            if not (word[0].isalnum() or word == "'s") or word in contexts["new-clause"]:
                return False
            if word in ahead and (ahead[word] == "-" or words[k + 1] == "to" or self._is_set(k, i)):
                return k == 0 or words[k - 1] not in contexts["past"]
            if word.endswith("'ll"):
                return True
        return False
