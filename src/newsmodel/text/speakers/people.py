"""Entities: the names of an article joined into those who bear them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, final

from newsmodel.lexicon import pairs, rows, words
from newsmodel.model import MentionKind, SpeakerKind
from newsmodel.text.grammar.inflection import singulars
from newsmodel.text.grammar.tagset import ADJECTIVE, GENITIVE, NOUN
from newsmodel.text.names.kinds import Name, NameKind
from newsmodel.text.names.lexicon import LONGEST_TITLE, bare, name_lexicon, place_names
from newsmodel.text.quotes.content_bounds import without_dateline
from newsmodel.text.quotes.reading import Range, Reading

_PERSON: Final = SpeakerKind.PERSON
# More forms of one name, or people of one name, are in no article.
_MOST_NAMES: Final = 12
_MOST_BEARERS: Final = 12
_NOMINAL: Final = frozenset({ADJECTIVE, GENITIVE, NOUN})


@final
class Sighting:
    """
    One place where an entity is named, described or meant, in token indices.

    Where it is a *subject*, it stands first in its sentence, or is the source of a quote.
    """

    __slots__ = ("first", "kind", "last", "subject")

    def __init__(self, first: int, last: int, kind: MentionKind, *, subject: bool) -> None:
        self.first: int = first
        self.last: int = last
        self.kind: MentionKind = kind
        self.subject: bool = subject


@final
class Entity:
    """
    Someone or something that may speak; grows while the article is read.

    Attributes:
        kind: What it is, as far as is known.
        names: The names it goes by, each as its words in lower case, without titles and suffixes.
        fullest: Where its fullest name stands.
        description: Where it is described, if it has no name.
        gender: f, m, or e where nothing tells.
        votes: What pronouns near the name say: above zero a man, below a woman.
        things: How often "it" or "its" goes with the name.
        honorific: The title before its names: "Lt. Gen.".
        role: What the text says it is.
        affiliation: The body that the text puts it with.
        offices: The titles before its names, as they are looked up.
        nouns: The nouns that describe it: "senator", "spokesman".
        sightings: Where it is named, described or meant.
    """

    __slots__ = (
        "affiliation", "description", "fullest", "gender", "honorific", "kind", "names", "nouns", "offices", "role",
        "sightings", "things", "votes",
    )  # fmt: skip

    def __init__(
        self, kind: SpeakerKind, *, description: Range | None = None, nouns: Iterable[str] = (), gender: str = "e"
    ) -> None:
        self.kind: SpeakerKind = kind
        self.names: list[tuple[str, ...]] = []
        self.fullest: Range | None = None
        self.description: Range | None = description
        self.gender: str = gender
        self.votes: int = 0
        self.things: int = 0
        self.honorific: str | None = None
        self.role: str | None = None
        self.affiliation: str | None = None
        self.offices: set[str] = set()
        self.nouns: set[str] = set(nouns)
        self.sightings: list[Sighting] = []

    def fits(self, gender: str) -> bool:
        """Tell whether a pronoun of this gender can mean it."""
        known = self.known_gender()
        return known in ("e", gender)

    def known_gender(self) -> str:
        """Return f, m or e by name, title and role, else by what pronouns near it say."""
        if self.gender != "e" or not self.votes:
            return self.gender
        return "m" if self.votes > 0 else "f"


@final
@dataclass(frozen=True, slots=True)
class _Lexicon:
    genders: dict[str, str]
    titles: dict[str, tuple[str, str]]
    title_nouns: dict[str, str]
    suffixes: frozenset[str]
    letters: frozenset[str]
    particles: frozenset[str]
    short_forms: dict[str, str]
    company_ends: frozenset[str]


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(
        genders=pairs(language, "first_names"),
        titles={bare(title): (gender, kind) for title, gender, kind in rows(language, "titles")},
        title_nouns=pairs(language, "title_nouns"),
        suffixes=words(language, "name_suffixes"),
        letters=frozenset(row[0] for row in rows(language, "name_suffixes") if "letters" in row[1:]),
        particles=words(language, "name_particles"),
        short_forms=pairs(language, "short_names"),
        company_ends=frozenset(row[0] for row in rows(language, "organization_words") if "end" in row[1:]),
    )


def gather(reading: Reading) -> tuple[list[Entity], dict[int, Entity]]:
    """Return the entities that the article names, and by the first token of each name whose it is."""
    gatherer = _Gatherer(reading)
    return gatherer.entities, gatherer.of_name


class _Gatherer:
    """Goes through the names in order and joins each to the entity it means."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lexicon = _lexicon(reading.language)
        self.names = name_lexicon(reading.language)
        self.places = place_names(reading.language)
        self.entities: list[Entity] = []
        self.of_name: dict[int, Entity] = {}
        self.by_word: dict[str, list[Entity]] = {}
        self.by_initials: dict[str, Entity] = {}
        self.first_in_sentence: dict[int, int] = {}
        document = reading.document
        for name in reading.names:
            sentence = document.sentence_of[name.first]
            if reading.inside[name.first] >= 0 or name.first < self._start(sentence):
                continue
            known = self.first_in_sentence.setdefault(sentence, name.first)
            if known != name.first and self._modifies(known, name.title):
                self.first_in_sentence[sentence] = name.first
        self.courtesy = self._courtesy()
        self.nobody = Entity(_PERSON)
        for name in reading.names:
            self._add(name)

    def _start(self, sentence: int) -> int:
        """Return the first token of a sentence after its dateline: "BERLIN (AP) —"."""
        first, last = self.reading.document.sentences[sentence]
        headed = self.reading.words[first] in self.places
        return without_dateline(self.reading, (first, last))[0] if headed else first

    def _modifies(self, first: int, last: int) -> bool:
        """Tell whether a name only tells which, in the noun phrase of another one: "Rovers captain", "Ulm's"."""
        after = self.reading.name_at[first].last
        return after < last and _NOMINAL.issuperset(self.reading.tags[after:last])

    def _courtesy(self) -> dict[str, set[str]]:
        """Return the genders that titles give to those named by their last name alone: "Mr. Obama"."""
        found: dict[str, set[str]] = {}
        for name in self.reading.names:
            titled = name.title < name.first and name.last - name.first == 1
            gender = self._gender(name) if titled else "e"
            if gender != "e":
                found.setdefault(self.reading.words[name.first], set()).add(gender)
        return found

    def _add(self, name: Name) -> None:
        words_ = self._bare_words(name)
        gender = self._gender(name)
        entity = self._find(name, words_, gender)
        if entity is self.nobody:
            self.of_name[name.first] = self.nobody
            return
        if entity is None:
            entity = Entity(_KINDS[name.kind])
            self.entities.append(entity)
        if name.kind is NameKind.PERSON:
            entity.kind = _PERSON
        self._note(entity, name, words_, gender)
        for word in {words_[-1], words_[0]} if entity.kind is _PERSON else {" ".join(words_), words_[0]}:
            bearers = self.by_word.setdefault(word, [])
            if not bearers or bearers[-1] is not entity:
                if entity in bearers[-_MOST_BEARERS:]:
                    bearers.remove(entity)
                bearers.append(entity)
        self.of_name[name.first] = entity

    def _note(self, entity: Entity, name: Name, words_: tuple[str, ...], gender: str) -> None:
        """Remember the name as one of the entity's, with what title and given name tell."""
        document, given = self.reading.document, words_[0]
        if words_ not in entity.names and len(entity.names) < _MOST_NAMES:
            entity.names.append(words_)
            if len(words_) > 1:
                initials = "".join([word[0] for word in words_ if word not in self.reading.rules.uninitialed])
                self.by_initials[initials] = entity
        last = self._before_letters(name)
        if entity.fullest is None or last - name.first > entity.fullest[1] - entity.fullest[0]:
            entity.fullest = (name.first, last)
        if name.title < name.first:
            office = self._office(name)
            if office:
                entity.offices.add(office)
        if entity.gender == "e":
            entity.gender = gender
        if entity.gender == "e" and (len(words_) > 1 or entity.kind is _PERSON):
            entity.gender = self.lexicon.genders.get(given, "e")
        sentence = document.sentence_of[name.first]
        subject = self.first_in_sentence.get(sentence) == name.first and not self._within(name)
        entity.sightings.append(Sighting(name.first, name.last, MentionKind.NAME, subject=subject))

    def _before_letters(self, name: Name) -> int:
        """Return the token after the name proper: what follows it tells an honour or office, as in "Jane Roe, MP"."""
        tokens, last = self.reading.words, name.last
        while last - 1 > name.first and tokens[last - 1].rstrip(".") in self.lexicon.letters:
            last -= 1 + (tokens[last - 2] == ",")
        return last

    def _within(self, name: Name) -> bool:
        """Tell whether a name only belongs to another noun: "analysts at Globex", "Globex's shares"."""
        words_, rules = self.reading.words, self.reading.rules
        at = name.title - 1
        if at > 0 and words_[at] in rules.articles:
            at -= 1
        return words_[name.last : name.last + 1] == ["'s"] or (at >= 0 and words_[at] in rules.prepositions)

    def _bare_words(self, name: Name) -> tuple[str, ...]:
        tokens = self.reading.words[name.first : name.last]
        if len(tokens) == 1:
            return (tokens[0],)
        found = [token for token in tokens if token[0].isalnum() and token.rstrip(".") not in self.lexicon.suffixes]
        while len(found) > 1 and found[0] in self.lexicon.particles:  # "De Bruyne" is Kevin De Bruyne
            del found[0]
        return tuple(found or tokens)

    def _gender(self, name: Name) -> str:
        """Return the gender that the title before the name tells."""
        if name.title == name.first:
            return "e"
        tokens = self.reading.words
        for first in range(max(name.title, name.first - LONGEST_TITLE), name.first):
            found = self.lexicon.titles.get(" ".join(word.rstrip(".") for word in tokens[first : name.first]))
            if found is not None:
                return found[0]
        return "e"

    def _find(self, name: Name, words_: tuple[str, ...], gender: str) -> Entity | None:
        """Return the entity that the name means, or None where it is new."""
        if name.kind is NameKind.PERSON or len(words_) == 1:
            bearers = [
                entity
                for entity in self.by_word.get(words_[-1], [])[-_MOST_BEARERS:]
                if self._same_person(entity, words_, gender, name)
                and (name.title == name.first or not self._other_office(entity, name))
            ]
            if bearers:
                return self._likeliest(bearers) if len(words_) == 1 else bearers[-1]
        if len(words_) == 1 and name.kind is not NameKind.PERSON:
            company = self._company(words_[0])
            if company is not None:
                return company
        whole = " ".join(words_)
        for entity in self.by_word.get(whole, [])[: -_MOST_BEARERS - 1 : -1]:
            if entity.kind is not _PERSON and any(whole == " ".join(known) for known in entity.names):
                return entity
        if len(words_) == 1 and 1 < len(whole) < 7:
            return self._acronym(name, whole)
        return None

    def _company(self, word: str) -> Entity | None:
        """Return the company that its first word means: "Lumen" of "Lumen Devices", no place and nobody's name."""
        lexicon = self.lexicon
        if word in lexicon.genders or word in self.places or self.names.is_common(word):
            return None
        for entity in self.by_word.get(word, [])[: -_MOST_BEARERS - 1 : -1]:
            if entity.kind is not _PERSON and any(
                known[0] == word and len(known) == 2 and self._are_goods(known[1]) for known in entity.names
            ):
                return entity
        return None

    def _are_goods(self, word: str) -> bool:
        """Tell whether a word of a name is a common noun in the plural, no headline's verb: "Devices", not "Says"."""
        return (
            word.endswith("s") and word not in self.names.reporting and any(map(self.names.is_common, singulars(word)))
        )

    def _likeliest(self, bearers: list[Entity]) -> Entity:
        """Return whom a last name alone means: who was named most often, and nobody where that is several."""
        ordered = sorted(bearers, key=lambda entity: -len(entity.sightings))
        if len(ordered) > 1 and len(ordered[0].sightings) == len(ordered[1].sightings):
            return self.nobody
        return ordered[0]

    def _acronym(self, name: Name, whole: str) -> Entity | None:
        """Return the organisation of which the name is the initials."""
        if not self.reading.document.surface(name.first, name.last).isupper():
            return None
        return self.by_initials.get(whole.replace(".", ""))

    def _same_person(self, entity: Entity, words_: tuple[str, ...], gender: str, name: Name) -> bool:
        """Tell whether a person's name can mean the entity: the last name agrees and no first name or title clashes."""
        if gender != "e" and entity.gender not in ("e", gender):
            return False
        for known in entity.names:
            if len(words_) == 1:
                if known[-1] == words_[0]:
                    return True
                if known[0] == words_[0] and (
                    entity.kind is _PERSON or self.lexicon.company_ends.issuperset(known[1:])
                ):
                    return True
            elif len(known) == 1:
                if known[0] == words_[-1] and (name.kind is NameKind.PERSON or entity.kind is _PERSON):
                    own = gender if gender != "e" else self.lexicon.genders.get(words_[0], "e")
                    titled = self.courtesy.get(known[0], set())
                    if own != "e" and ((titled and own not in titled) or entity.gender not in ("e", own)):
                        return False  # "Mrs. Hart", and "Peter Hart"
                    if all(len(other) == 1 for other in entity.names):
                        return True  # else the fuller names tell
            elif known[-1] == words_[-1] and self._same_given(known[0], words_[0]):
                return True
        return False

    def _other_office(self, entity: Entity, name: Name) -> bool:
        """Tell whether the titles show two people: "President Obama" and "first lady Michelle Obama"."""
        office = self._office(name)
        return bool(office and entity.offices and office not in entity.offices)

    def _office(self, name: Name) -> str:
        """Return the office or rank in the title before a name, without courtesy titles."""
        title = bare(" ".join(self.reading.words[name.title : name.first]))
        gender_and_class = self.lexicon.titles.get(title)
        if gender_and_class is None or gender_and_class[1] == "courtesy":
            return ""
        return self.lexicon.title_nouns.get(title, title)  # "Sen. Jane Roe", and then "Senator Roe"

    def _same_given(self, a: str, b: str) -> bool:
        """Tell whether two given names can be one person's: "Robert", "R.", "Bob"."""
        if a == b:
            return True
        a, b = a.rstrip("."), b.rstrip(".")
        if len(a) == 1 or len(b) == 1 or "." in a or "." in b:
            return a[0] == b[0]
        short = self.lexicon.short_forms
        return short.get(a, a) == short.get(b, b)


_KINDS: Final = {
    NameKind.PERSON: _PERSON,
    NameKind.ORGANIZATION: SpeakerKind.ORGANIZATION,
    NameKind.OTHER: SpeakerKind.ORGANIZATION,
}
