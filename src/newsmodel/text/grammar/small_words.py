"""The small words that the grammar of events turns on, by what they do."""

from dataclasses import dataclass
from functools import cache
from typing import final

from newsmodel.lexicon import rows


@final
@dataclass(frozen=True, kw_only=True, slots=True)
class SmallWords:
    """The small words of one language; grammar_words.txt of its lexicon tells what each field holds."""

    clause_prepositions: frozenset[str]
    object_pronouns: frozenset[str]
    relatives: frozenset[str]
    answering: frozenset[str]
    passives: frozenset[str]
    joining: frozenset[str]
    event_links: frozenset[str]
    light_links: frozenset[str]
    event_prepositions: frozenset[str]
    likening: frozenset[str]
    locating: frozenset[str]
    sizing: frozenset[str]
    confining: frozenset[str]
    past: frozenset[str]
    together: frozenset[str]
    count_starts: frozenset[str]
    before_counts: frozenset[str]
    no_counts: frozenset[str]
    counted: frozenset[str]
    no_one: frozenset[str]
    empty: frozenset[str]
    bare: frozenset[str]
    measures: frozenset[str]
    no_modifiers: frozenset[str]
    obligations: frozenset[str]
    shares: frozenset[str]
    particles: frozenset[str]
    noun_links: frozenset[str]
    object_links: frozenset[str]
    negating: frozenset[str]
    object_relatives: frozenset[str]
    adverbial_nouns: frozenset[str]
    content_nouns: frozenset[str]
    singular: frozenset[str]
    degrees: frozenset[str]
    adding: frozenset[str]
    owners: frozenset[str]
    terming: frozenset[str]
    persons: frozenset[str]
    judging: frozenset[str]


@cache
def small_words(language: str) -> SmallWords:
    """Return the small words of a language."""

    def of(kind: str) -> frozenset[str]:
        return frozenset(word for word, does in rows(language, "grammar_words") if does == kind)

    return SmallWords(
        clause_prepositions=of("clause preposition"),
        object_pronouns=of("object pronoun"),
        relatives=of("relative"),
        answering=of("answering"),
        passives=of("passive"),
        joining=of("joining"),
        event_links=of("event link"),
        light_links=of("light link"),
        event_prepositions=of("event preposition"),
        likening=of("likening"),
        locating=of("locating"),
        sizing=of("sizing"),
        confining=of("confining"),
        past=of("past"),
        together=of("together"),
        count_starts=of("count start"),
        before_counts=of("before count"),
        no_counts=of("no count"),
        counted=of("counted"),
        no_one=of("no one"),
        empty=of("empty"),
        bare=of("bare"),
        measures=of("measure"),
        no_modifiers=of("no modifier"),
        obligations=of("obligation"),
        shares=of("share"),
        particles=of("particle"),
        noun_links=of("noun link"),
        object_links=of("object link"),
        negating=of("negating"),
        object_relatives=of("object relative"),
        adverbial_nouns=of("adverbial noun"),
        content_nouns=of("content noun"),
        singular=of("singular"),
        degrees=of("degree"),
        adding=of("adding"),
        owners=of("owner"),
        terming=of("terming"),
        persons=of("person"),
        judging=of("judging"),
    )
