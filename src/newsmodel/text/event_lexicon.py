"""What the lexicon says of the words that name events, in the shape the annotators ask it."""

from functools import cache
from typing import final

import attrs

from newsmodel.lexicon import pairs, rows, words
from newsmodel.model import EventKind
from newsmodel.text.inflection import verb_bases


@attrs.frozen
class EventNoun:
    """A noun that names an event."""

    kind: EventKind
    """The kind where nothing around says otherwise."""
    weak: bool
    """Whether it names one only where the words around show that something happens."""


@final
@attrs.frozen(kw_only=True)
class EventLexicon:
    """The event words of one language; nothing in it is to be changed."""

    bases: dict[str, str]
    """The base form of every verb form."""
    verbs: dict[str, EventKind]
    """Kind by verb, which may be of several words: "step down"."""
    particles: dict[str, tuple[str, ...]]
    """What may follow a verb so that the two are one entry of `verbs`: "down" for "step"; longest first."""
    eventless: dict[str, str]
    """Verbs that name no event, with the reason."""
    light: frozenset[str]
    """Verbs that leave the event to their noun."""
    nouns: dict[str, EventNoun]
    """Event nouns, in the singular, some of two words: "hunger strike"."""
    cues: dict[str, dict[str, EventKind | None]]
    """By trigger, the words that decide its kind where they stand near, with that kind; None for no event."""
    adjectives: dict[str, EventKind]
    """Adjectives that tell an outcome."""
    control: frozenset[str]
    """All forms of the verbs whose object acts: "told them to leave"."""
    undergoing: frozenset[str]
    """All forms of the verbs whose subject undergoes what their object names: "suffered an injury"."""


@cache
def event_lexicon(language: str) -> EventLexicon:
    """Return the event words of a language."""
    kinds = {verb: EventKind(kind) for verb, kind in pairs(language, "event_verbs").items()}
    bases = verb_bases(language)
    particles: dict[str, list[str]] = {}
    for verb in kinds:
        head, space, rest = verb.partition(" ")
        if space:
            particles.setdefault(head, []).append(rest)
    return EventLexicon(
        bases=bases,
        verbs=kinds,
        particles={verb: tuple(sorted(rest, key=lambda r: (-len(r), r))) for verb, rest in particles.items()},
        eventless=pairs(language, "eventless_verbs"),
        light=words(language, "light_verbs"),
        nouns={row[0]: EventNoun(EventKind(row[1]), len(row) > 2) for row in rows(language, "event_nouns")},
        control=_forms(language, "object_control_verbs"),
        undergoing=_forms(language, "undergoing_verbs"),
        cues=_cues(language),
        adjectives={word: EventKind(kind) for word, kind in pairs(language, "event_adjectives").items()},
    )


def _cues(language: str) -> dict[str, dict[str, EventKind | None]]:
    groups = {name: listed.split() for name, listed in rows(language, "cue_words")}
    found: dict[str, dict[str, EventKind | None]] = {}
    for trigger, kind, listed in rows(language, "event_cues"):
        cues = found.setdefault(trigger, {})
        for name in listed.split():
            for word in groups.get(name, [name]):
                cues.setdefault(word, None if kind == "-" else EventKind(kind))
    return found


def _forms(language: str, name: str) -> frozenset[str]:
    """Return every form of the verbs of a file."""
    listed = words(language, name)
    return frozenset(form for form, base in verb_bases(language).items() if base in listed)
