"""What the lexicon says of the words that name events, in the shape the annotators ask it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final, final

from newsmodel.lexicon import pairs, rows, words
from newsmodel.model import EventKind, Role
from newsmodel.text.grammar.inflection import plurals, verb_bases, verbs
from newsmodel.text.grammar.small_words import SmallWords, small_words


@final
@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that names an event."""

    base: str
    """Its singular; some nouns are of two words: "hunger strike"."""
    kind: EventKind | None
    """The kind where nothing around says otherwise; None for a phrase that names no event: "in charge"."""
    weak: bool
    """Whether it names one only where the words around show that something happens."""
    done_to: bool
    """Whether what stands after "of" undergoes it, though not with its kind in general."""


@final
@dataclass(frozen=True, slots=True)
class VerbUse:
    """What the lexicon says of a verb as the name of an event."""

    kind: EventKind | None = EventKind.OTHER
    """The kind where nothing around says otherwise; None where the verb names no event."""
    particles: tuple[list[str], ...] = ()
    """The words that may follow it so that the two are one entry: "down" for "step"; longest first."""
    light: bool = False
    """Whether it leaves the event to the noun it takes."""
    copula: bool = False
    """Whether it names an event only without an adjective after it: "remained in Iraq", not "remained calm"."""


PLAIN_USE: Final = VerbUse()
"""What there is to say of a verb that is not listed: it names an event, of no special kind."""


@final
@dataclass(frozen=True, kw_only=True, slots=True)
class EventLexicon:
    """The event words of one language; nothing in it is to be changed."""

    bases: dict[str, str]
    """The base form of every verb form."""
    uses: dict[str, VerbUse]
    """What there is to say of a verb, by its base form; for the others it is `PLAIN_USE`."""
    phrasal: dict[str, EventKind]
    """Kind by verb and particle: "step down"."""
    light: frozenset[str]
    """Verbs that leave the event to their noun."""
    nouns: dict[str, EventNoun]
    """Event nouns, by their singular and their plural."""
    noun_tails: frozenset[str]
    """The last words of those of two words."""
    cues: dict[str, dict[str, EventKind | None]]
    """By trigger, the words that decide its kind where they stand near, with that kind; None for no event."""
    kind_carriers: dict[tuple[str, EventKind], Role]
    """Such verbs that do so for events of one kind only: "reported a loss"."""
    acts: dict[str, dict[str, EventKind | None]]
    """By verb that else names no event, the words with which it does, with its kind then: "declare" bankruptcy."""
    adjectives: dict[str, EventKind]
    """Adjectives that tell an outcome."""
    control: frozenset[str]
    """All forms of the verbs whose object acts: "told them to leave"."""
    denying: frozenset[str]
    """All forms of the verbs that say of a claim that it is false or unwelcome: "deny"."""
    answering: frozenset[str]
    """All forms of the verbs whose object did what "of", "for" or "from" adds: "accused him of lying"."""
    speaking: frozenset[str]
    """All forms of the verbs that report or tell a state: "say", "believe", "own"."""
    stating: frozenset[str]
    """Those of them that take a clause: "say", "believe"."""
    intransitive: frozenset[str]
    """All forms of the verbs that take no object: "die"."""
    small_words: SmallWords
    """The small words."""
    place_objects: frozenset[str]
    """The verbs whose object is where they lead: "entered the hall"."""
    prepositions: dict[str, str]
    """What the phrase of a preposition tells of an event: who, whom, where or how."""
    people: frozenset[str]
    """Nouns for people and organisations."""
    given_names: frozenset[str]
    """The given names of people."""
    living: frozenset[str]
    """Nouns, in the singular, for what can die or be hurt."""
    buildings: frozenset[str]
    """Nouns, in the singular, for buildings that something goes to rather than befalls."""
    no_participants: frozenset[str]
    """Nouns, in both numbers, that after a preposition name no one who takes part: "for the first time"."""
    living_endings: tuple[str, ...]
    """How nouns end that name them: "-ist"."""
    undergoing: frozenset[str]
    """All forms of the verbs whose subject undergoes what their object names: "suffered an injury"."""
    carriers: dict[str, Role]
    """What ties the subject of a verb to the event that a noun after it names, with the part it takes there."""

    def use(self, form: str) -> VerbUse:
        """Return what there is to say of a verb, by one of its forms."""
        base = self.bases.get(form)
        return PLAIN_USE if base is None else self.uses.get(base, PLAIN_USE)


@cache
def event_lexicon(language: str) -> EventLexicon:
    """Return the event words of a language."""
    kinds = {verb: EventKind(kind) for verb, kind in pairs(language, "event_verbs").items()}
    nouns = _nouns(language)
    eventless = pairs(language, "eventless_verbs")
    living = words(language, "living_nouns")
    people = frozenset(noun for noun, what, *_ in rows(language, "people_nouns") if what != "document")
    return EventLexicon(
        bases=verb_bases(language),
        uses=_uses(language, kinds, eventless),
        phrasal={verb: kind for verb, kind in kinds.items() if " " in verb},
        light=words(language, "light_verbs"),
        nouns=nouns,
        noun_tails=frozenset(form.partition(" ")[2] for form in nouns if " " in form),
        cues=_cues(language, "event_cues"),
        acts=_cues(language, "event_acts"),
        control=_forms(language, words(language, "object_control_verbs")),
        denying=_forms(language, words(language, "denying_verbs")),
        answering=_forms(language, words(language, "answering_verbs")),
        speaking=_forms(
            language, {verb for verb, why in eventless.items() if why in {"reporting", "state", "thought"}}
        ),
        stating=_forms(language, {verb for verb, why in eventless.items() if why in {"reporting", "thought"}}),
        intransitive=_forms(language, words(language, "intransitive_verbs")),
        small_words=small_words(language),
        place_objects=words(language, "place_object_verbs"),
        prepositions=pairs(language, "participant_prepositions"),
        people=people,
        given_names=words(language, "first_names"),
        living=people | living,
        buildings=frozenset(
            word.lower()
            for kind, listed in rows(language, "place_words")
            if kind == "building"
            for word in listed.split()
        ),
        no_participants=frozenset(
            form for noun in words(language, "no_participants") for form in (noun, *plurals(noun))
        ),
        living_endings=tuple(noun[1:] for noun in living if noun.startswith("-")),
        undergoing=_forms(language, words(language, "undergoing_verbs")),
        carriers={words: Role(role) for words, role, *only in rows(language, "event_carriers") if not only},
        kind_carriers={
            (words, EventKind(only[0])): Role(role) for words, role, *only in rows(language, "event_carriers") if only
        },
        adjectives={word: EventKind(kind) for word, kind in pairs(language, "event_adjectives").items()},
    )


def _uses(language: str, kinds: dict[str, EventKind], eventless: dict[str, str]) -> dict[str, VerbUse]:
    particles: dict[str, list[list[str]]] = {}
    for head, *rest in sorted(map(str.split, kinds), key=len, reverse=True):
        if rest:
            particles.setdefault(head, []).append(rest)
    light = words(language, "light_verbs")
    uses: dict[str, VerbUse] = {}
    for verb in {*kinds, *eventless, *particles, *light}:
        why = eventless.get(verb)
        uses[verb] = VerbUse(
            kind=kinds.get(verb, EventKind.OTHER) if why in {None, "copula"} else None,
            particles=tuple(particles.get(verb, ())),
            light=verb in light,
            copula=why == "copula",
        )
    return uses


def _nouns(language: str) -> dict[str, EventNoun]:
    found: dict[str, EventNoun] = {}
    for base, kind, *marks in rows(language, "event_nouns"):
        noun = EventNoun(base, None if kind == "-" else EventKind(kind), "weak" in marks, "done-to" in marks)
        for form in plurals(base):
            found.setdefault(form, noun)
        found[base] = noun
    return found


def _cues(language: str, name: str) -> dict[str, dict[str, EventKind | None]]:
    groups = {name: listed.split() for name, listed in rows(language, "cue_words")}
    found: dict[str, dict[str, EventKind | None]] = {}
    for trigger, kind, listed in rows(language, name):
        cues = found.setdefault(trigger, {})
        for cue in listed.split():
            for word in groups.get(cue, [cue]):
                cues.setdefault(word, None if kind == "-" else EventKind(kind))
    return found


def _forms(language: str, listed: Collection[str]) -> frozenset[str]:
    """Return every form of the verbs listed, but for those that are another verb's too, and rather that one's."""
    inflected, bases = verbs(language), verb_bases(language)
    forms = ((form, base) for base in listed if base in inflected for form in chain((base,), *inflected[base]))
    return frozenset(form for form, base in forms if bases[form] == base)
