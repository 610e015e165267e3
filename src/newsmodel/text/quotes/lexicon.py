"""What the lexicon says of the words that report speech, and of the small words of the grammar around them."""

from functools import cache
from typing import Final, final

import attrs

from newsmodel.lexicon import rows, words
from newsmodel.text.grammar.inflection import verb_forms, verbs

# Words and marks that may make a quote without a verb; the dashes before a signature among them.
_SPEAKING: Final = frozenset({"according", "words", ":", "—", "–", "―", "--", "-", "~"})


@final
@attrs.frozen
class Grammar:
    """
    The closed classes of a language, as sets for asking whether a word is in them.

    ``closed_classes.txt`` and ``quote_words.txt`` tell what each class is.
    """

    determiners: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    negations: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    wh: frozenset[str]
    adverbs: frozenset[str]
    time: frozenset[str]
    descriptive: frozenset[str]
    """Words that open a description set off by commas: "X, who ..., said"."""
    circumstantial: frozenset[str]
    """Prepositions that tell when, where or how rather than who."""
    attaching: frozenset[str]
    """Words that join a phrase to the noun before it: "a spokesman for"."""
    announcing: frozenset[str]
    """Nouns for what is quoted next: "issued a statement"."""
    mediums: frozenset[str]
    """Nouns for where things are said: "in an interview"."""
    infinitive: frozenset[str]
    """Verbs that report what someone is to do: "vowed to", "told him to"."""
    past: frozenset[str]
    """Past forms of all verbs."""
    participles: frozenset[str]
    """Past participles of all verbs, regular ones included."""
    pointing: frozenset[str]
    still_said: frozenset[str]
    leading: frozenset[str]
    clause_openers: frozenset[str]
    reporter_again: frozenset[str]
    new_clause: frozenset[str]
    opening: frozenset[str]
    joining: frozenset[str]
    owned: frozenset[str]
    told: frozenset[str]
    own_kind: frozenset[str]
    """Nouns for bodies that no other kind is called by: "the government", unlike "the company"."""
    questions: frozenset[str]
    added: frozenset[str]
    possessives: frozenset[str]
    articles: frozenset[str]
    people: dict[str, tuple[str, str]]
    """Nouns that name people and bodies, with class and gender."""
    in_ly: frozenset[str]
    """Words in -ly that are no adverbs: "early", "rally"."""

    def only_participle(self, word: str) -> bool:
        """Tell whether a word is a participle and no past form, so that it is never finite alone: "written"."""
        return word in self.participles and word not in self.past

    def is_adverb(self, word: str) -> bool:
        """Tell whether a word is an adverb, by the list or its ending, and can be nothing else."""
        if word in self.adverbs:
            return word not in self.determiners
        return word.endswith("ly") and len(word) > 4 and word not in self.in_ly


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of *language*, from its lexicon."""
    classes: dict[str, set[str]] = {}
    for word, kind in (*rows(language, "closed_classes"), *rows(language, "quote_words")):
        classes.setdefault(kind, set()).add(word)
    nouns = words(language, "nouns")
    return Grammar(
        determiners=frozenset(classes["determiner"]),
        subjects=frozenset(classes["subject"]),
        objects=frozenset(classes["object"]),
        auxiliaries=frozenset(classes["auxiliary"]),
        be=frozenset(classes["be"]),
        negations=frozenset(classes["negation"]),
        prepositions=frozenset(classes["preposition"]),
        subordinators=frozenset(classes["subordinator"]),
        coordinators=frozenset(classes["coordinator"]),
        relatives=frozenset(classes["relative"]),
        wh=frozenset(classes["wh"]),
        adverbs=frozenset(classes["adverb"]),
        time=frozenset(classes["time"]),
        descriptive=frozenset(classes["descriptive"]),
        circumstantial=frozenset(classes["circumstantial"]),
        attaching=frozenset(classes["attaching"]),
        announcing=frozenset(classes["announcing"]),
        mediums=frozenset(classes["medium"]),
        infinitive=frozenset(classes["infinitive"]),
        in_ly=frozenset(word for word in nouns | words(language, "adjectives") if word.endswith("ly")),
        past=frozenset(form for forms in verbs(language).values() for form in forms.past),
        participles=frozenset(form for forms in verbs(language).values() for form in forms.participle),
        pointing=frozenset(classes["pointing"]),
        still_said=frozenset(classes["still_said"]),
        leading=frozenset(classes["leading"]),
        clause_openers=frozenset(classes["clause_openers"]),
        reporter_again=frozenset(classes["reporter_again"]),
        new_clause=frozenset(classes["new_clause"]),
        opening=frozenset(classes["opening"]),
        joining=frozenset(classes["joining"]),
        owned=frozenset(classes["owned"]),
        told=frozenset(classes["told"]),
        own_kind=frozenset(classes["own_kind"]),
        questions=frozenset(classes["questions"]),
        added=frozenset(classes["added"]),
        possessives=frozenset(classes["possessives"]),
        articles=frozenset(classes["articles"]),
        people={word: (kind, gender) for word, kind, gender in rows(language, "people_nouns")},
    )


@final
@attrs.frozen
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


@cache
def speaking_words(language: str) -> frozenset[str]:
    """Return the words and marks that may make a quote of a sentence without a reporting verb."""
    return grammar(language).announcing | _SPEAKING
