"""The verbs that report speech, in all their forms, and the other words that may make a quote."""

from dataclasses import dataclass
from functools import cache
from typing import Final, final

from newsmodel.lexicon import rows
from newsmodel.text.grammar.inflection import plurals, verb_forms
from newsmodel.text.grammar.word_classes import word_classes

# Marks that may make a quote without a verb; the dashes before a signature among them.
_SPEAKING: Final = frozenset({":", "—", "–", "―", "--", "-", "~"})
_NAMED: Final = "X"


@final
@dataclass(frozen=True, slots=True)
class CueWord:
    """One form of a reporting verb."""

    lemma: str
    takes: str
    """What the verb takes: the letters of ``reporting_verbs.txt``."""
    form: str
    """base, s, past (and participle) or ing."""
    particle: str
    """The word that belongs to the verb: "out" of "pointed out"."""


@cache
def cue_words(language: str) -> dict[str, tuple[CueWord, ...]]:
    """Return the reporting verbs by their forms; verbs of two words by the first, before the others."""
    found: dict[str, list[CueWord]] = {}
    irregular = {base: (past, participle) for base, past, participle in rows(language, "irregular_verbs")}
    for row in rows(language, "reporting_verbs"):
        lemma, takes = (*row, "")[:2]
        base, _, particle = lemma.partition(" ")
        past, participle = irregular.get(base, ("", ""))
        forms = verb_forms(
            base, tuple(past.split(",")) if past else (), tuple(participle.split(",")) if participle else ()
        )
        named = dict.fromkeys((base,), "base")
        named |= dict.fromkeys(forms.third, "s") | dict.fromkeys(forms.ing, "ing")
        named |= dict.fromkeys((*forms.past, *forms.participle), "past")
        for form, name in named.items():
            found.setdefault(form, []).append(CueWord(lemma, takes, name, particle))
    return {form: tuple(sorted(words_, key=lambda word: not word.particle)) for form, words_ in found.items()}


@final
@dataclass(frozen=True, slots=True)
class AttributingPhrase:
    """A phrase that says whose words the rest of the sentence is."""

    before: tuple[str, ...]
    """The words before who is named: "according to"."""
    after: tuple[str, ...]
    """Those after it: "words" of "in her words"."""
    telling: str
    """The word that shows it."""


@cache
def attributing_phrases(language: str) -> tuple[AttributingPhrase, ...]:
    """Return the phrases that attribute, without a verb."""
    found: list[AttributingPhrase] = []
    for phrase, telling in rows(language, "attributing_phrases"):
        before, _, after = phrase.partition(_NAMED)
        found.append(AttributingPhrase(tuple(before.split()), tuple(after.split()), telling))
    return tuple(found)


@cache
def reporting_nouns(language: str) -> dict[str, str]:
    """Return the nouns for what was said, with their plurals, and what they take: the letters of the file."""
    found: dict[str, str] = {}
    for noun, takes in rows(language, "reporting_nouns"):
        found |= dict.fromkeys((noun, *plurals(noun)), takes)
    return found


@cache
def telling_pasts(language: str) -> frozenset[str]:
    """Return the past forms of the verbs that take a clause: "said" of "said in May sales fell"."""
    return _pasts_that_take(language, frozenset("cht"))


@cache
def addressing_pasts(language: str) -> frozenset[str]:
    """Return the past forms of the verbs that take someone addressed before a clause: "told" of "told him that"."""
    return _pasts_that_take(language, frozenset("t"))


def _pasts_that_take(language: str, letters: frozenset[str]) -> frozenset[str]:
    return frozenset(
        form
        for form, words in cue_words(language).items()
        if any(word.form == "past" and not letters.isdisjoint(word.takes) for word in words)
    )


@cache
def speaking_words(language: str) -> frozenset[str]:
    """Return the words and marks that may make a quote of a sentence without a reporting verb."""
    telling = {phrase.telling for phrase in attributing_phrases(language)}
    return word_classes(language).announcing | telling | reporting_nouns(language).keys() | _SPEAKING
