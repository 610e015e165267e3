"""The word classes of a language: the closed ones, and those that show where a source and its words begin and end."""

from functools import cache
from typing import final

import attrs

from newsmodel.lexicon import rows, words
from newsmodel.text.grammar.inflection import verbs


@final
@attrs.frozen
class WordClasses:
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
def word_classes(language: str) -> WordClasses:
    """Return the word classes of *language*, from its lexicon."""
    classes: dict[str, set[str]] = {}
    for word, kind in (*rows(language, "closed_classes"), *rows(language, "quote_words")):
        classes.setdefault(kind, set()).add(word)
    nouns = words(language, "nouns")
    return WordClasses(
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
