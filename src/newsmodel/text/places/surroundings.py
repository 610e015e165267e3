"""What the words around a name tell of it: where it ends, what it modifies, which state or country follows."""

from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.places.gazetteer import Gazetteer

# From this share of capitalised words on (without those of the closed classes) a capital shows nothing: a headline.
_HEADLINE_SHARE: Final = 0.9
LONGEST_NAME: Final = 5
"""No name has more words."""
_CURRENCIES: Final = frozenset("$£€")


class Surroundings:
    """
    The small questions that the search for places asks at every name.

    Attributes:
        document: The text.
        words: The words of its tokens.
        known: The gazetteer and the words that make or unmake a place.
        people: Last names of the people who speak, and words of names that were no places.
    """

    __slots__ = ("_titled", "document", "known", "people", "words")

    def __init__(self, document: Document, known: Gazetteer, people: set[str]) -> None:
        self.document: Document = document
        self.words: list[str] = document.words
        self.known: Gazetteer = known
        self.people: set[str] = people
        self._titled: dict[int, bool] = {}

    def is_capital(self, i: int) -> bool:
        """Tell whether token *i* starts with a capital letter."""
        return self.document.capitals[i] > 0

    def joins(self, i: int) -> bool:
        """Tell whether only a space stands between token *i* and the one before it."""
        return self.document.starts[i] - self.document.ends[i - 1] <= 1

    def is_title(self, i: int) -> bool:
        """Tell whether token *i* begins the title of a person: "Gov."."""
        return self.words[i].rstrip(".") in self.known.titles

    def is_short(self, first: int, last: int) -> bool:
        """Tell whether the name is written in initials: "U.S."."""
        return (
            last - first == 1
            and self.document.ends[first] - self.document.starts[first] < 5
            and (self.document.surface(first, last).isupper())
        )

    def is_locative(self, i: int) -> bool:
        """Tell whether token *i* is a preposition such as "in"."""
        return i >= 0 and self.words[i] in self.known.classes["in"]

    def follows_preposition(self, first: int) -> bool:
        """Tell whether "in", "at", "of" or the like stands right before token *first*."""
        before = self.words[first - 1] if first else ""
        return before == "of" or before in self.known.classes["in"] or before in self.known.classes["at"]

    def is_placed(self, first: int) -> bool:
        """Tell whether a preposition of place stands before a name: "at the White House"."""
        before = first - 2 if first and self.words[first - 1] == "the" else first - 1
        return self.is_locative(before) or (before >= 0 and self.words[before] in self.known.classes["placing"])

    def is_seat(self, i: int) -> bool:
        """Tell whether token *i* is the "of" of "the mayor of" or "the town of"."""
        return i > 0 and self.words[i] == "of" and self.words[i - 1] in self.known.classes["seat"]

    def modifies(self, i: int, limit: int) -> bool:
        """Tell whether a name before token *i* only modifies what follows: "U.S. troops", "U.S. and British troops"."""
        follows = self.words[i]
        if follows in _CURRENCIES:
            return True  # "US $5 million"
        if follows in ("and", "or") and i + 1 < limit:
            return self.words[i + 1] in self.known.demonyms
        ends = follows in self.known.functions or follows in self.known.classes["goes-on"]
        return follows[0].isalnum() and not ends

    def sentence_start(self, i: int) -> int:
        """Return the first token of the sentence of token *i*."""
        return self.document.sentences[self.document.sentence_of[i]][0]

    def sentence_end(self, i: int) -> int:
        """Return the token after the sentence of token *i*."""
        return self.document.sentences[self.document.sentence_of[i]][1]

    def in_headline(self, i: int) -> bool:
        """Tell whether the sentence of token *i* writes nearly every word with a capital."""
        number = self.document.sentence_of[i]
        if number not in self._titled:
            self._titled[number] = self._is_headline(*self.document.sentences[number])
        return self._titled[number]

    def _is_headline(self, first: int, last: int) -> bool:
        words, capital, functions = self.words, self.document.capitals, self.known.functions
        most = capital.count(1, first, last)
        capitals = small = 0
        for k in range(first, last):
            word = words[k]
            if len(word) > 3 and word[0].isalpha() and word not in functions:
                if capital[k]:
                    capitals += 1
                else:
                    small += 1
                    if most <= _HEADLINE_SHARE * (most + small):
                        return False  # the other words cannot make up for it, as in most sentences
        longer = capitals + small
        return longer > 2 and capitals > _HEADLINE_SHARE * longer

    def run_end(self, i: int, limit: int) -> int:
        """Return the token after the capitalised words that start at token *i*."""
        end = i + 1
        while end < limit and end - i <= LONGEST_NAME and self.is_capital(end) and self.joins(end):
            end += 1
        return end

    def site_end(self, i: int, limit: int) -> int:
        """Return the token after the words such as "River Valley" that make one name with the place before *i*."""
        end, sites = i, self.known.classes["site"]
        while end < min(limit, i + LONGEST_NAME) and self.is_capital(end) and self.joins(end):
            if self.words[end] not in sites:
                return i  # "Leeds River Police"
            end += 1
        return end

    def region(self, i: int, limit: int, inside: tuple[str, ...] = ()) -> tuple[int, str | None]:
        """
        Return the token after the state or country that follows a comma at token *i*, and its country.

        Where its name is one of several countries it is that of *inside*, those where the place before it may lie:
        "Tbilisi, Georgia".
        """
        words = self.words
        if i + 1 >= limit or words[i] != "," or not self.is_capital(i + 1):
            return i, None
        for rest, country in self.known.states.get(words[i + 1], ()):
            if words[i + 2 : i + 2 + len(rest)] == rest and i + 2 + len(rest) <= limit:
                end = i + 2 + len(rest)
                return (i if end < limit and words[end] == "'s" else end), self._shared(i + 1, end, country, inside)
        for rest, entry in self.known.names.get(words[i + 1], ()):
            end = i + 2 + len(rest)
            if words[i + 2 : end] == rest and end <= limit and entry.kind in ("country", "state", "region"):
                follows_list = end < limit and words[end] in ("and", "or")
                chained = end + 1 < limit and words[end] == "," and self.is_capital(end + 1)
                if entry.countries and not follows_list and not chained:
                    country = self._shared(i + 1, end, entry.countries[0], inside)
                    return (i if end < limit and words[end] == "'s" else end), country
        return i, None

    def _shared(self, first: int, last: int, country: str, inside: tuple[str, ...]) -> str:
        """Return the country of a region's name that is one of *inside*, else *country*."""
        rest = self.words[first + 1 : last]
        listed = (entry for tokens, entry in self.known.names.get(self.words[first], ()) if tokens == rest)
        shared = (code for entry in listed for code in entry.countries if code in inside)
        return country if country in inside else next(shared, country)
