"""Places that the gazetteer lists, where the words around them do not forbid it."""

from collections import Counter
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.grammar.tagset import VERB
from newsmodel.text.places.gazetteer import Entry, Gazetteer
from newsmodel.text.places.merging import Mention
from newsmodel.text.places.surroundings import Surroundings

_LONGEST_INITIALS: Final = 4
# A score stands no further behind its verb.
_FAR_SCORE: Final = 6


class ListedPlaces:
    """
    Finds the places of the gazetteer.

    Attributes:
        evidence: How often each country is named by what can mean no other.
    """

    def __init__(self, around: Surroundings, dateline: int) -> None:
        """Take what tells of the words around, and the token after the dateline."""
        self.around: Surroundings = around
        self.document: Document = around.document
        self.words: list[str] = around.words
        self.known: Gazetteer = around.known
        self.evidence: Counter[str] = Counter()
        self._dateline = dateline
        self._sure: set[str] = set()

    def at(self, i: int, done: int) -> Mention | None:
        """Return the place of the gazetteer that token *i* begins, where the words around it do not forbid it."""
        limit = self.around.sentence_end(i)
        for rest, entry in self.known.names[self.words[i]]:
            last = i + 1 + len(rest)
            if last <= limit and self.words[i + 1 : last] == rest and self._written_as(i, last, entry):
                break
        else:
            return None
        stretched = self.around.site_end(last, limit)
        if entry.kind in ("country", "state") and self._leads_to_seat(last, limit):
            self.evidence.update(entry.countries[:1])
            return None
        region_end, country = last, None
        if entry.kind not in ("country", "area"):
            region_end, country = self.around.region(last, limit, entry.countries)
        if country is None and entry.kind in ("city", "capital") and self.around.is_seat(i - 1):
            country = self._of_seat(i - 3)
        in_dateline = last <= self._dateline
        if not (in_dateline or country) and not self.stands_free(i, stretched, limit, done):
            self.around.people.update(self.words[i:last])
            return None
        if entry.doubtful and not (in_dateline or country or self._is_certain(i, stretched, entry)):
            return None
        if stretched > last:
            return Mention(i, stretched, " ".join(self.words[i:stretched]), entry.countries)
        self._sure.add(entry.name)
        countries = (country,) if country else entry.countries
        if len(countries) == 1:
            self.evidence[countries[0]] += 1
        key = countries[0] if entry.kind == "country" else entry.name.lower()
        return Mention(i, region_end, key, countries, entry.name)

    def _leads_to_seat(self, i: int, limit: int) -> bool:
        """Tell whether a country or state only says where a town lies: "Ohio" of "the Ohio town of Milan"."""
        return i + 2 < limit and self.around.is_seat(i + 1) and self.around.is_capital(i + 2)

    def _of_seat(self, i: int) -> str | None:
        """Return the country of the word before "town of": "Ohio", "French"."""
        word = self.words[i] if i >= 0 else ""
        listed = (entry for rest, entry in self.known.names.get(word, ()) if not rest)
        country = next((entry.countries[0] for entry in listed if entry.kind in ("country", "state")), None)
        return country or self.known.demonyms.get(word)

    def _written_as(self, first: int, last: int, entry: Entry) -> bool:
        """Tell whether the capitals are those of a name: "US" and not "us" or "Us"."""
        surface = self.document.surface(first, last)
        if entry.name.isupper() and len(entry.name) < 5:
            return surface == entry.name
        if surface.isupper() and len(surface) <= _LONGEST_INITIALS and last > self._dateline:
            return False  # "SWAT"
        ends_small = entry.name.rsplit(" ", 1)[-1][0].islower()
        return surface[0].isupper() and (last - first == 1 or ends_small or surface.split()[-1][0].isupper())

    def stands_free(self, first: int, last: int, limit: int, done: int) -> bool:
        """Tell whether the name is not part of a longer one, of a person or a body, and not a government speaking."""
        words, classes = self.words, self.known.classes
        titled = self.around.in_headline(first)
        if last < limit:
            follows = words[last]
            if follows in classes["speaks"] and not self.around.follows_preposition(first):
                return False
            if self._is_team(last, limit) and not self.around.follows_preposition(first):
                return False
            if self._is_many(first, last) and not self.around.follows_preposition(first):
                return False
            if self.around.is_short(first, last) and self.around.modifies(last, limit):
                return False
            if (
                self.around.is_capital(last)
                and not titled
                and self.around.joins(last)
                and not self.around.is_title(last)
            ):
                return self.around.is_locative(first - 1) and words[last] in self.known.names
        before = first - 1
        if before < done or before < self.around.sentence_start(first) or titled:
            return True
        if words[before] in classes["plays"] and self.around.is_capital(before - 1) and not titled:
            return False  # "City beat Arsenal"
        if words[before] in classes["particle"]:
            return False
        if words[before] == "of":
            head = words[before - 1] if before > 0 else ""
            return head not in classes["of"] and not (
                head in self.known.organizations and self.around.is_capital(before - 1)
            )
        if not self.around.is_capital(before) or words[before] in self.known.functions:
            return True
        if words[before] in classes["before"] or words[before] in self.known.demonyms:
            return words[before] not in classes["compass"] or self.around.is_short(first, last)
        opens = before == self.around.sentence_start(first) and words[before].isalpha()
        return opens and words[before] not in self.known.given_names and not self.around.is_title(before)

    def _is_many(self, first: int, last: int) -> bool:
        """Tell whether a verb in the plural follows a single name, which then is a team: "Leeds travel to Hull"."""
        words, classes = self.words, self.known.classes
        if words[last - 1] in classes["many"] or (first and words[first - 1] in classes["not-many"]):
            return False
        return self.document.tags[last] == VERB or words[last] in classes["are"]

    def _is_team(self, verb: int, limit: int) -> bool:
        """Tell whether what follows a name is told of a team: "beat Arsenal", "lost 3-1", "lost at home, 3-1"."""
        classes, word = self.known.classes, self.words[verb]
        if word in classes["plays"] and verb + 1 < limit and self.around.is_capital(verb + 1):
            return True
        if word not in classes["plays"] and word not in classes["scores"]:
            return False
        return any(word[0].isdigit() and "-" in word for word in self.words[verb + 1 : min(limit, verb + _FAR_SCORE)])

    def _is_certain(self, first: int, last: int, entry: Entry) -> bool:
        """Tell whether the words around a doubtful name make it a place."""
        before = self.words[first - 1] if first else ""
        if before in self.known.classes["before"] and first > 1:
            before = self.words[first - 2]
        if before == "the" and first > 1:
            before = self.words[first - 2]
        if before in self.known.classes["in"] or before == "at":
            return True
        if self.around.is_seat(first - 1) or self._is_listed_with_country(last):
            return True
        if before in self.known.classes["at"] and not self.around.people.intersection(self.words[first:last]):
            return entry.kind in ("country", "state") or entry.name in self._sure
        return entry.name in self._sure and not self.around.people.intersection(self.words[first:last])

    def _is_listed_with_country(self, i: int) -> bool:
        """Tell whether token *i* goes on to a country that is none but that: "Jordan and Egypt"."""
        if i + 1 >= len(self.words) or self.words[i] not in (",", "and"):
            return False
        entries = self.known.names.get(self.words[i + 1], ())
        return self.around.is_capital(i + 1) and any(
            not rest and entry.kind == "country" and not entry.doubtful for rest, entry in entries
        )
