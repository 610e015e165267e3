"""Places: what the gazetteer knows, and the names that stand where only a place can stand."""

from collections import Counter
from collections.abc import Iterator

from newsmodel.model import Dateline, MentionKind, Place, Speaker, SpeakerKind
from newsmodel.text.document import Document
from newsmodel.text.places.gazetteer import Entry, Gazetteer, gazetteer
from newsmodel.text.places.merging import Mention, merged

# From this share of capitalised words on (without those of the closed classes) a capital shows nothing: a headline.
_HEADLINE_SHARE = 0.9
_LONGEST_NAME = 5
_LONGEST_INITIALS = 4
_CURRENCIES = frozenset("$£€")
_NOT_PEOPLE_OR_BODIES = frozenset({SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED})


def find_places(document: Document, speakers: tuple[Speaker, ...], dateline: Dateline | None) -> tuple[Place, ...]:
    """
    Return the places of *document*, in the order of their first naming, each with all its mentions.

    A mention is the name without its article, with the state or country that follows it after a comma. Names of
    people and organisations are no places, nor are words such as "Iraqi", which only tell which country is meant
    where several have a place of that name.
    """
    if document.language is None:
        return ()
    finder = _Finder(document, gazetteer(document.language), speakers, dateline)
    mentions = list(finder.find())
    filed = _filed(document, dateline, finder)
    if filed is not None:
        inside = [mention for mention in mentions if filed.first < mention.last and mention.first < filed.last]
        if not inside or (inside[0].last < filed.last and "," in document.words[filed.first : filed.last]):
            # "HULL, England": one place, and not England too
            mentions = [filed, *(mention for mention in mentions if mention not in inside)]
        elif inside[0].first > filed.first and inside[0].last == filed.last:
            mentions[mentions.index(inside[0])] = filed
    return merged(document, sorted(mentions + finder.find_again(mentions)), finder.evidence)


def _filed(document: Document, dateline: Dateline | None, finder: "_Finder") -> Mention | None:
    """Return the place of the dateline as a mention."""
    if dateline is None or dateline.place is None:
        return None
    at = document.text.find(dateline.place, dateline.span.start, dateline.span.end)
    if at < 0:
        return None
    first, end = document.token_from(at), document.token_at(at + len(dateline.place) - 1) + 1
    comma = next((i for i in range(first, end) if document.words[i] == ","), end)
    _, country = finder.region(comma, end)
    return Mention(first, end, " ".join(document.words[first:comma]), (country,) if country else ())


class _Finder:
    """One look for places, from left to right; holds what is asked for at every name."""

    def __init__(
        self, document: Document, known: Gazetteer, speakers: tuple[Speaker, ...], dateline: Dateline | None
    ) -> None:
        self.document = document
        self.words = document.words
        self.known = known
        self.evidence: Counter[str] = Counter()
        """How often each country is named by what can mean no other."""
        self._sources = [
            mention.span
            for speaker in speakers
            if speaker.kind not in _NOT_PEOPLE_OR_BODIES
            for mention in speaker.mentions
            if mention.kind is MentionKind.NAME
        ]
        self._dateline = document.token_at(dateline.span.end - 1) + 1 if dateline is not None else 0
        self._titled: dict[int, bool] = {}
        self._sure: set[str] = set()
        self._people: set[str] = {
            word.lower() for s in speakers if s.kind is SpeakerKind.PERSON for word in s.name.split()[1:]
        }

    def find(self) -> Iterator[Mention]:
        """Yield the mentions, in order."""
        text, starts, known = self.document.text, self.document.starts, self.known
        names, classes, demonyms, starters = known.names, known.classes, known.demonyms, known.starters
        locative = classes["in"] | classes["at"]
        sites = classes["site"] | classes["mount"]
        blocked = self._blocked()
        done = 0
        for i in [i for i, word in enumerate(self.words) if word in starters]:
            if i < done:
                continue
            word = self.words[i]
            found = None
            if text[starts[i]].isupper():
                if word in names:
                    found = self._listed(i, done)
                if found is None and word in sites:
                    found = self._site(i, done)
                if found is None and word in demonyms:
                    self.evidence[demonyms[word]] += 1
            elif word in locative or self._is_seat(i):
                found = self._after_preposition(i)
            if found is None:
                continue
            if not blocked.isdisjoint(range(found.first, found.last)) and not self._is_placed(found.first):
                continue
            done = found.last
            yield found

    def find_again(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions that stand free of a preposition of places that only the article knows."""
        own = {mention.key: mention for mention in reversed(mentions) if mention.canonical is None}
        firsts = {key.split(" ", 1)[0]: key for key in own}
        taken = {i for mention in mentions for i in range(mention.first, mention.last)}
        taken |= self._blocked()
        again: list[Mention] = []
        for i in [i for i, word in enumerate(self.words) if word in firsts and i not in taken]:
            key = firsts[self.words[i]]
            last, limit = i + key.count(" ") + 1, self._sentence_end(i)
            if last <= limit and " ".join(self.words[i:last]) == key and self._is_capital(i):
                after = last == limit or not self._is_capital(last)
                if after and not taken.intersection(range(i, last)) and self._stands_free(i, last, limit, 0):
                    again.append(Mention(i, last, key, own[key].countries))
                    taken.update(range(i, last))
        return again

    def _blocked(self) -> set[int]:
        """Return the tokens that name a source: a person or an organisation."""
        tokens: set[int] = set()
        for span in self._sources:
            tokens.update(range(self.document.token_from(span.start), self.document.token_at(span.end - 1) + 1))
        return tokens

    # -- names of the gazetteer -------------------------------------------------------------------------------

    def _listed(self, i: int, done: int) -> Mention | None:
        """Return the place of the gazetteer that token *i* begins, where the words around it do not forbid it."""
        limit = self._sentence_end(i)
        for rest, entry in self.known.names[self.words[i]]:
            last = i + 1 + len(rest)
            if last <= limit and self.words[i + 1 : last] == rest and self._written_as(i, last, entry):
                break
        else:
            return None
        stretched = self._site_end(last, limit)
        region_end, country = self.region(last, limit) if entry.kind not in ("country", "area") else (last, None)
        in_dateline = last <= self._dateline
        if not (in_dateline or country) and not self._stands_free(i, stretched, limit, done):
            self._people.update(self.words[i:last])
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

    def _written_as(self, first: int, last: int, entry: Entry) -> bool:
        """Tell whether the capitals are those of a name: "US" and not "us" or "Us"."""
        surface = self.document.surface(first, last)
        if entry.name.isupper() and len(entry.name) < 5:
            return surface == entry.name
        if surface.isupper() and len(surface) <= _LONGEST_INITIALS and last > self._dateline:
            return False  # "SWAT"
        ends_small = entry.name.rsplit(" ", 1)[-1][0].islower()
        return surface[0].isupper() and (last - first == 1 or ends_small or surface.split()[-1][0].isupper())

    def _stands_free(self, first: int, last: int, limit: int, done: int) -> bool:
        """Tell whether the name is not part of a longer one, of a person or a body, and not a government speaking."""
        words, classes = self.words, self.known.classes
        titled = self._in_headline(first)
        if last < limit:
            follows = words[last]
            if follows in classes["speaks"] and not self._follows_preposition(first):
                return False
            if self._is_short(first, last) and self._modifies(last, limit):
                return False
            if self._is_capital(last) and not titled and self._joins(last) and not self._is_title(last):
                return self._is_locative(first - 1) and words[last] in self.known.names
        before = first - 1
        if before < done or before < self._sentence_start(first) or titled:
            return True
        if words[before] == "of":
            head = words[before - 1] if before > 0 else ""
            return head not in classes["of"] and not (head in self.known.organizations and self._is_capital(before - 1))
        if not self._is_capital(before) or words[before] in self.known.functions:
            return True
        if words[before] in classes["before"] or words[before] in self.known.demonyms:
            return words[before] not in ("north", "south", "east", "west", "new", "old") or self._is_short(first, last)
        opens = before == self._sentence_start(first) and words[before].isalpha()
        return opens and words[before] not in self.known.given_names and not self._is_title(before)

    def _modifies(self, i: int, limit: int) -> bool:
        """Tell whether a name before token *i* only modifies what follows: "U.S. troops", "U.S. and British troops"."""
        follows = self.words[i]
        if follows in _CURRENCIES:
            return True  # "US $5 million"
        if follows in ("and", "or") and i + 1 < limit:
            return self.words[i + 1] in self.known.demonyms
        ends = follows in self.known.functions or follows in self.known.classes["goes-on"]
        return follows[0].isalnum() and not ends

    def _is_certain(self, first: int, last: int, entry: Entry) -> bool:
        """Tell whether the words around a doubtful name make it a place."""
        before = self.words[first - 1] if first else ""
        if before in self.known.classes["before"] and first > 1:
            before = self.words[first - 2]
        if before == "the" and first > 1:
            before = self.words[first - 2]
        if before in self.known.classes["in"] or before == "at":
            return True
        if self._is_seat(first - 1) or self._is_listed_with_country(last):
            return True
        if before in self.known.classes["at"] and not self._people.intersection(self.words[first:last]):
            return entry.kind in ("country", "state") or entry.name in self._sure
        return entry.name in self._sure and not self._people.intersection(self.words[first:last])

    def _follows_preposition(self, first: int) -> bool:
        before = self.words[first - 1] if first else ""
        return before == "of" or before in self.known.classes["in"] or before in self.known.classes["at"]

    def _is_seat(self, i: int) -> bool:
        """Tell whether token *i* is the "of" of "the mayor of" or "the town of"."""
        return i > 0 and self.words[i] == "of" and self.words[i - 1] in self.known.classes["seat"]

    def _is_listed_with_country(self, i: int) -> bool:
        """Tell whether token *i* goes on to a country that is none but that: "Jordan and Egypt"."""
        if i + 1 >= len(self.words) or self.words[i] not in (",", "and"):
            return False
        entries = self.known.names.get(self.words[i + 1], ())
        return self._is_capital(i + 1) and any(
            not rest and entry.kind == "country" and not entry.doubtful for rest, entry in entries
        )

    def region(self, i: int, limit: int) -> tuple[int, str | None]:
        """Return the token after the state or country that follows a comma at token *i*, and its country."""
        words = self.words
        if i + 1 >= limit or words[i] != "," or not self._is_capital(i + 1):
            return i, None
        for rest, country in self.known.states.get(words[i + 1], ()):
            if words[i + 2 : i + 2 + len(rest)] == rest and i + 2 + len(rest) <= limit:
                end = i + 2 + len(rest)
                return (i if end < limit and words[end] == "'s" else end), country
        for rest, entry in self.known.names.get(words[i + 1], ()):
            end = i + 2 + len(rest)
            if words[i + 2 : end] == rest and end <= limit and entry.kind in ("country", "state", "region"):
                follows_list = end < limit and words[end] in ("and", "or")
                chained = end + 1 < limit and words[end] == "," and self._is_capital(end + 1)
                if entry.countries and not follows_list and not chained:
                    return (i if end < limit and words[end] == "'s" else end), entry.countries[0]
        return i, None

    # -- names that stand where a place stands ----------------------------------------------------------------

    def _site(self, i: int, done: int) -> Mention | None:
        """Return the place whose name ends in "River", "Airport" or its like at token *i*, or begins with "Mount"."""
        limit = self._sentence_end(i)
        if self._in_headline(i):
            return None
        if self.words[i] in self.known.classes["mount"]:
            last = self._run_end(i, limit)
            return self._named(i, last) if 1 < last - i <= _LONGEST_NAME else None
        first = i
        start = max(done, self._sentence_start(i), i - _LONGEST_NAME)
        while first > start and self._is_capital(first - 1) and self.words[first - 1] not in self.known.functions:
            first -= 1
        if first == i or i - first >= _LONGEST_NAME or (i + 1 < limit and self._is_capital(i + 1)):
            return None
        return self._named(first, i + 1)

    def _after_preposition(self, i: int) -> Mention | None:
        """Return the place whose unknown name follows the preposition at token *i*: "in Millom", "at Howe House"."""
        words, classes, limit = self.words, self.known.classes, self._sentence_end(i)
        first = i + 2 if i + 1 < limit and words[i + 1] in ("the", "downtown", "nearby") else i + 1
        while first < limit and words[first] in classes["before"] and not self._is_capital(first):
            first += 1
        if first >= limit or not self._is_capital(first):
            return None
        last = self._run_end(first, limit)
        if words[first] in self.known.names and not self._outgrows_gazetteer(first, last):
            return None
        named = words[first:last]
        if len(named) == 1 and (len(named[0]) == 1 or named[0] in classes["building"]):
            return None  # "in R and D", "at the University of"
        is_place = named[-1] in classes["building"] or named[-1] in classes["site"]
        if last - first > _LONGEST_NAME or not (is_place or self._takes_unknown(i)):
            return None
        modifies = last < limit and self._modifies(last, limit) and not words[last].endswith("ed")
        if not is_place and (self._is_no_place(first, last, limit) or (modifies and not self._is_seat(i))):
            return None
        return self._named(first, last)

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
        return self.words[i] in self.known.classes["unknown"] or self._is_seat(i)

    def _is_no_place(self, first: int, last: int, limit: int) -> bool:
        """Tell whether an unknown name after "in" is a person, a body, a language, a month or the like."""
        words, known = self.words, self.known
        if self._in_headline(first) or self._people.intersection(words[first:last]):
            return True
        if last < limit and (words[last] == "'s" or words[last] in known.classes["speaks"]):
            return True
        for k in range(first, last):
            word = words[k]
            surface = self.document.surface(k, k + 1)
            if (
                word in known.classes["no-place"]
                or word in known.demonyms
                or word in known.organizations
                or word in known.functions
                or word in known.given_names
                or self._is_title(k)
                or (len(surface) > 1 and surface.isupper())
                or not word[0].isalpha()
            ):
                return True
        return False

    def _run_end(self, i: int, limit: int) -> int:
        """Return the token after the capitalised words that start at token *i*."""
        end = i + 1
        while end < limit and end - i <= _LONGEST_NAME and self._is_capital(end) and self._joins(end):
            end += 1
        return end

    def _named(self, first: int, last: int) -> Mention:
        end, country = self.region(last, self._sentence_end(first))
        return Mention(first, end, " ".join(self.words[first:last]), (country,) if country else ())

    def _site_end(self, i: int, limit: int) -> int:
        """Return the token after the words such as "River Valley" that make one name with the place before *i*."""
        end, sites = i, self.known.classes["site"]
        while end < min(limit, i + _LONGEST_NAME) and self._is_capital(end) and self._joins(end):
            if self.words[end] not in sites:
                return i  # "Albany County District Attorney"
            end += 1
        return end

    # -- small questions --------------------------------------------------------------------------------------

    def _is_capital(self, i: int) -> bool:
        return self.document.is_capitalized(i)

    def _joins(self, i: int) -> bool:
        """Tell whether only a space stands between token *i* and the one before it."""
        return self.document.starts[i] - self.document.ends[i - 1] <= 1

    def _is_title(self, i: int) -> bool:
        return self.words[i].rstrip(".") in self.known.titles

    def _is_short(self, first: int, last: int) -> bool:
        """Tell whether the name is written in initials: "U.S."."""
        return (
            last - first == 1
            and self.document.ends[first] - self.document.starts[first] < 5
            and (self.document.surface(first, last).isupper())
        )

    def _is_placed(self, first: int) -> bool:
        """Tell whether a preposition of place stands before a name: "at the White House"."""
        before = first - 2 if first and self.words[first - 1] == "the" else first - 1
        return self._is_locative(before) or (before >= 0 and self.words[before] in ("at", "to", "into"))

    def _is_locative(self, i: int) -> bool:
        return i >= 0 and self.words[i] in self.known.classes["in"]

    def _sentence_start(self, i: int) -> int:
        return self.document.sentences[self.document.sentence_of[i]][0]

    def _sentence_end(self, i: int) -> int:
        return self.document.sentences[self.document.sentence_of[i]][1]

    def _in_headline(self, i: int) -> bool:
        """Tell whether the sentence of token *i* writes nearly every word with a capital."""
        number = self.document.sentence_of[i]
        if number not in self._titled:
            first, last = self.document.sentences[number]
            functions = self.known.functions
            longer = [
                k
                for k in range(first, last)
                if len(self.words[k]) > 3 and self.words[k][0].isalpha() and self.words[k] not in functions
            ]
            capitals = sum(self._is_capital(k) for k in longer)
            self._titled[number] = len(longer) > 2 and capitals > _HEADLINE_SHARE * len(longer)
        return self._titled[number]
