"""Places that nobody has listed: names of sites, and names that stand where only a place can stand."""

from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.places.gazetteer import Gazetteer
from newsmodel.text.places.merging import Mention
from newsmodel.text.places.surroundings import LONGEST_NAME, Surroundings

_OPENING: Final = frozenset({'"', "“", "‘", "``", "«"})
_CLOSING: Final = (['"'], ["”"], ["’"], ["''"], ["»"])


class UnlistedPlaces:
    """Finds the places that the gazetteer does not hold."""

    def __init__(self, around: Surroundings) -> None:
        """Take what tells of the words around."""
        self.around: Surroundings = around
        self.document: Document = around.document
        self.words: list[str] = around.words
        self.known: Gazetteer = around.known

    def site(self, i: int, done: int) -> Mention | None:
        """Return the place whose name ends in "River", "Airport" or its like at token *i*, or begins with "Mount"."""
        limit = self.around.sentence_end(i)
        if self.around.in_headline(i):
            return None
        if self.words[i] in self.known.classes["mount"]:
            last = self.around.run_end(i, limit)
            return self._named(i, last) if 1 < last - i <= LONGEST_NAME else None
        first = i
        start = max(done, self.around.sentence_start(i), i - LONGEST_NAME)
        while first > start and self.around.is_capital(first - 1) and self.words[first - 1] not in self.known.functions:
            first -= 1
        if first == i or i - first >= LONGEST_NAME or (i + 1 < limit and self.around.is_capital(i + 1)):
            return None
        if self._is_person(first) or (
            first and self.words[first - 1] in _OPENING and self.words[i + 1 : i + 2] in _CLOSING
        ):
            return None  # "Gov. Maura Lane", the film "Night Harbor"
        return self._named(first, i + 1)

    def _is_person(self, first: int) -> bool:
        return self.words[first].endswith(".") and self.around.is_title(first)

    def after_preposition(self, i: int) -> Mention | None:
        """Return the place whose unknown name follows the preposition at token *i*: "in Millom", "at Howe House"."""
        words, classes, limit = self.words, self.known.classes, self.around.sentence_end(i)
        first = i + 2 if i + 1 < limit and words[i + 1] in classes["leads"] else i + 1
        while first < limit and words[first] in classes["before"] and not self.around.is_capital(first):
            first += 1
        if first >= limit or not self.around.is_capital(first):
            return None
        end = self.around.run_end(first, limit)
        last = self._owned_end(end, limit)
        if last == end and words[first] in self.known.names and not self._outgrows_gazetteer(first, last):
            return None
        named = words[first:last]
        if len(named) == 1 and (len(named[0]) == 1 or named[0] in classes["building"]):
            return None  # "in R and D", "at the University of"
        if named[-1] in classes["body"] and words[i] not in classes["in"] and words[i] != "at":
            return None  # "to the Supreme Court"
        is_place = named[-1] in classes["building"] or named[-1] in classes["site"]
        if last - first > LONGEST_NAME or not (is_place or self._takes_unknown(i)):
            return None
        modifies = last < limit and self.around.modifies(last, limit) and not words[last].endswith("ed")
        if not is_place and (self._is_no_place(first, last, limit) or (modifies and not self.around.is_seat(i))):
            return None
        return self._named(first, last)

    def _owned_end(self, last: int, limit: int) -> int:
        """Return where a name with an owner in it ends, if it is a building's: "St. Mary's Hospital"."""
        if last + 1 >= limit or self.words[last] != "'s" or not self.around.is_capital(last + 1):
            return last
        end = self.around.run_end(last + 1, limit)
        return end if self.words[end - 1] in self.known.classes["building"] else last

    def _outgrows_gazetteer(self, first: int, last: int) -> bool:
        """Tell whether a name only begins like a town of the gazetteer: "Porto Velho"."""
        if last - first < 2:
            return False
        entries = [(rest, entry) for rest, entry in self.known.names[self.words[first]] if len(rest) < last - first]
        matching = [entry for rest, entry in entries if self.words[first + 1 : first + 1 + len(rest)] == rest]
        return all(entry.kind in ("city", "capital") and " " not in entry.name for entry in matching)

    def _takes_unknown(self, i: int) -> bool:
        """Tell whether after the preposition at token *i* even a name that nobody has listed is a place."""
        if self.words[i + 1] == "the" or (i and self.words[i - 1] in self.known.classes["not-in"]):
            return False
        return self.words[i] in self.known.classes["unknown"] or self.around.is_seat(i)

    def _is_no_place(self, first: int, last: int, limit: int) -> bool:
        """Tell whether an unknown name after "in" is a person, a body, a language, a month or the like."""
        words, known = self.words, self.known
        if self.around.in_headline(first) or self.around.people.intersection(words[first:last]):
            return True
        if last < limit and (words[last] == "'s" or words[last] in known.classes["speaks"]):
            return True
        for k in range(first, last):
            word = words[k]
            parts = word.split("-")
            surface = self.document.surface(k, k + 1)
            if (
                not known.classes["no-place"].isdisjoint(parts)  # "in April-May"
                or word in known.demonyms
                or word in known.organizations
                or word in known.functions
                or word in known.given_names
                or self.around.is_title(k)
                or (len(surface) > 1 and surface.isupper())
                or not word[0].isalpha()
            ):
                return True
        return False

    def _named(self, first: int, last: int) -> Mention:
        end, country = self.around.region(last, self.around.sentence_end(first))
        return Mention(first, end, " ".join(self.words[first:last]), (country,) if country else ())
