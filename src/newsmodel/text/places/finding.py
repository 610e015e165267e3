"""Places: what the gazetteer knows, and the names that stand where only a place can stand."""

from collections.abc import Iterator
from typing import Final

from newsmodel.model import Dateline, MentionKind, Place, Speaker, SpeakerKind
from newsmodel.text.document import Document
from newsmodel.text.places.gazetteer import Gazetteer, gazetteer
from newsmodel.text.places.listed import ListedPlaces
from newsmodel.text.places.merging import Mention, merged
from newsmodel.text.places.surroundings import Surroundings
from newsmodel.text.places.unlisted import UnlistedPlaces
from newsmodel.text.word_kinds import PLACES

_NOT_PEOPLE_OR_BODIES: Final = frozenset({SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED})


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
    return merged(document, sorted(mentions + finder.find_again(mentions)), finder.listed.evidence, finder.known)


def _filed(document: Document, dateline: Dateline | None, finder: "_Finder") -> Mention | None:
    """Return the place of the dateline as a mention."""
    if dateline is None or dateline.place is None:
        return None
    at = document.text.find(dateline.place, dateline.span.start, dateline.span.end)
    if at < 0:
        return None
    first, end = document.token_from(at), document.token_at(at + len(dateline.place) - 1) + 1
    comma = next((i for i in range(first, end) if document.words[i] == ","), end)
    rest = document.words[first + 1 : comma]
    listed = finder.known.names.get(document.words[first], ())
    inside = next((entry.countries for tokens, entry in listed if tokens == rest), ())
    _, country = finder.around.region(comma, end, inside)
    return Mention(first, end, " ".join(document.words[first:comma]), (country,) if country else ())


class _Finder:
    """One look for places, from left to right."""

    def __init__(
        self, document: Document, known: Gazetteer, speakers: tuple[Speaker, ...], dateline: Dateline | None
    ) -> None:
        self.document = document
        self.words: list[str] = document.words
        self.known = known
        people = {word.lower() for s in speakers if s.kind is SpeakerKind.PERSON for word in s.name.split()[1:]}
        self.around = Surroundings(document, known, people)
        self.listed = ListedPlaces(
            self.around, document.token_at(dateline.span.end - 1) + 1 if dateline is not None else 0
        )
        self.unlisted = UnlistedPlaces(self.around)
        self._blocked: set[int] = _sources(document, speakers)

    def find(self) -> Iterator[Mention]:
        """Yield the mentions, in order."""
        capital, known, around, listed, unlisted = (
            self.document.capitals, self.known, self.around, self.listed, self.unlisted
        )  # fmt: skip
        names, classes, demonyms = known.names, known.classes, known.demonyms
        locative = classes["in"] | classes["at"]
        sites = classes["site"] | classes["mount"]
        leading, last = known.leading, len(self.words) - 1
        done = 0
        for i in self.document.sought(PLACES):
            if i < done:
                continue
            word = self.words[i]
            found = None
            if capital[i]:
                if word in names:
                    found = listed.at(i, done)
                if found is None and word in sites:
                    found = unlisted.site(i, done)
                if found is None and word in demonyms:
                    listed.evidence[demonyms[word]] += 1
            elif (i < last and (capital[i + 1] or self.words[i + 1] in leading)) and (
                word in locative or around.is_seat(i)
            ):
                found = unlisted.after_preposition(i)
            if found is None:
                continue
            if not self._blocked.isdisjoint(range(found.first, found.last)) and not around.is_placed(found.first):
                continue
            done = found.last
            yield found

    def find_again(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions that stand free of a preposition of places that only the article knows."""
        own = {mention.key: mention for mention in reversed(mentions) if mention.canonical is None}
        if not own:
            return []
        firsts = {key.split(" ", 1)[0]: key for key in own}
        taken = {i for mention in mentions for i in range(mention.first, mention.last)} | self._blocked
        again: list[Mention] = []
        for i in [i for i, word in enumerate(self.words) if word in firsts and i not in taken]:
            key = firsts[self.words[i]]
            last, limit = i + key.count(" ") + 1, self.around.sentence_end(i)
            if last <= limit and " ".join(self.words[i:last]) == key and self.around.is_capital(i):
                after = last == limit or not self.around.is_capital(last)
                if after and not taken.intersection(range(i, last)) and self.listed.stands_free(i, last, limit, 0):
                    again.append(Mention(i, last, key, own[key].countries))
                    taken.update(range(i, last))
        return again


def _sources(document: Document, speakers: tuple[Speaker, ...]) -> set[int]:
    """Return the tokens that name a source: a person or an organisation."""
    tokens: set[int] = set()
    for speaker in speakers:
        if speaker.kind not in _NOT_PEOPLE_OR_BODIES:
            for mention in speaker.mentions:
                if mention.kind is MentionKind.NAME:
                    first, last = document.token_from(mention.span.start), document.token_at(mention.span.end - 1)
                    tokens.update(range(first, last + 1))
    return tokens
