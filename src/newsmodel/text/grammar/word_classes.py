"""The word classes of a language: the closed ones, and those that show where a source and its words begin and end."""

from dataclasses import dataclass
from functools import cache
from typing import final

from newsmodel.lexicon import rows, words
from newsmodel.text.grammar.inflection import verbs


@final
@dataclass(frozen=True, kw_only=True, slots=True)
class WordClasses:
    """
    The closed classes of a language, as sets for asking whether a word is in them.

    A class of ``closed_classes.txt`` or ``quote_words.txt`` has the name of its field.
    """

    determiners: frozenset[str]
    """Words that open a noun phrase: "the", "some", "three"."""
    subjects: frozenset[str]
    """Pronouns that are the subject of a verb: "he", "who", "many"."""
    objects: frozenset[str]
    """Pronouns that are the object of a verb: "him", "themselves"."""
    auxiliaries: frozenset[str]
    """Verbs that stand before another one, contractions included: "had", "wouldn't", "he'll"."""
    be: frozenset[str]
    """The forms of "be"."""
    negations: frozenset[str]
    """Words that deny: "not", "never", "didn't"."""
    prepositions: frozenset[str]
    """Words that join a noun phrase to what stands before it: "of", "despite"."""
    subordinators: frozenset[str]
    """Words that open a clause which hangs on another one: "because", "when"."""
    coordinators: frozenset[str]
    """Words that join equals: "and", "but"."""
    relatives: frozenset[str]
    """Pronouns that open a clause about the noun before: "who", "which", "that"."""
    wh: frozenset[str]
    """Words that may ask: "what", "whether"."""
    adverbs: frozenset[str]
    """Words that may stand between a subject and its verb: "also", "later"."""
    time: frozenset[str]
    """Words for days, months and parts of them, and what goes with them: "Monday", "last"."""
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
    pointing: frozenset[str]
    """Words that point to a thing, and so are no source of a quotation: "this was"."""
    still_said: frozenset[str]
    """Words that go on with what was said after ", but": "but also"."""
    leading: frozenset[str]
    """Words that open a clause which another one follows: "While critics argue that ...,"."""
    clause_openers: frozenset[str]
    """Words that open a clause as its subject, verb included: "there", "it's"."""
    reporter_again: frozenset[str]
    """Words after a comma with which the reporter speaks again: ", adding that"."""
    new_clause: frozenset[str]
    """Words after a comma with which the reporter's own clause goes on: ", who"."""
    opening: frozenset[str]
    """Words that open a sentence alone before the attribution: "Still, he said"."""
    joining: frozenset[str]
    """Words that may join a clause with a subject of its own after a comma: ", and Lopez left"."""
    owned: frozenset[str]
    """Words of, at or after the name of a body, never a person's: "shares of", "'s headquarters"."""
    told: frozenset[str]
    """Whom one addresses without a preposition: "told reporters"."""
    own_kind: frozenset[str]
    """Nouns for bodies that no other kind is called by: "the government", unlike "the company"."""
    declared: frozenset[str]
    """Nouns for what comes about by declaring it: "war", "bankruptcy"."""
    hearers: frozenset[str]
    """Nouns for those before whom it is said, and of whom the report tells: "the court heard that"."""
    questions: frozenset[str]
    """Words that open an indirect question: "whether", "whom"."""
    only_questions: frozenset[str]
    """Those of them that never describe the noun before: "whether", "how"."""
    added: frozenset[str]
    """Words after "according to X," that open what the reporter adds: "but", "while"."""
    possessives: frozenset[str]
    """Words that tell whose: "in her words", "the town's words"."""
    noun_openers: frozenset[str]
    """Words that stand before a noun and never before a finite verb: "the claims"."""
    articles: frozenset[str]
    """Words before a noun that tell no more than whether it is known: "a", "the"."""
    definite: frozenset[str]
    """Words before a noun that point to what is known: "the", "those"."""
    before_days: frozenset[str]
    """Words before a word of time: "on Monday", "late Monday"."""
    before_mediums: frozenset[str]
    """Prepositions before where it was said: "in a statement"."""
    repeating: frozenset[str]
    """Words between a cue and what was said: "said again"."""
    asked_for: frozenset[str]
    """Words after a verb of asking that open what is asked for: "asked for help"."""
    after_addressees: frozenset[str]
    """Words that end whom it was said to: "told the court that"."""
    before_participles: frozenset[str]
    """Words before a participle that reports: "by noting that", "while saying"."""
    plural_subjects: frozenset[str]
    """Subjects of a verb without ending: "they say", "most say", "40 percent say"."""
    parting: frozenset[str]
    """Words that part what one cue reports from the next attribution: "and", "while"."""
    inserting: frozenset[str]
    """Words that open a clause which only describes, and may attribute: "the toll, which drivers call"."""
    likening: frozenset[str]
    """Words that liken, and so join phrases rather than clauses: "like"."""
    quoting: frozenset[str]
    """Words that open an attribution, or lead from whom is quoted to a verb: "as Roe noted", "cited him as saying"."""
    agents: frozenset[str]
    """Words before who did what a passive says: "as reported by the Gazette"."""
    conjoining: frozenset[str]
    """Words that join two clauses: ", and he"."""
    contrasting: frozenset[str]
    """Words with which the reporter objects to what was said: ", but he"."""
    persons_again: frozenset[str]
    """Subjects after them with which the reporter goes on: ", and she accused"."""
    comparing: frozenset[str]
    """Participles with which the reporter compares what was said: ", compared with"."""
    adding_more: frozenset[str]
    """Pronouns after a comma with which the reporter adds something: ", which"."""
    of_persons: frozenset[str]
    """Pronouns that open a clause about the person before: "said Roe, whose car"."""
    singling: frozenset[str]
    """Words that open a description after a comma: ", one of", ", of Ulm"."""
    neutral: frozenset[str]
    """Nouns for a person of either sex, whom "they" may mean."""
    trading: frozenset[str]
    """Nouns for people and companies alike: "the owner"."""
    asides: frozenset[str]
    """Verbs that after "I" or "you" only turn to the hearer: "you said, and I quote, that"."""
    perceiving: frozenset[str]
    """Forms of verbs whose object is heard, seen or quoted saying something: "heard Hale saying"."""
    naming: frozenset[str]
    """Participles after which a name tells who is meant: "a driver named Hale"."""
    giving: frozenset[str]
    """Forms of verbs whose subject says the noun of speech after them: "made a promise"."""
    authors: frozenset[str]
    """Prepositions between a noun of speech and who said it: "a claim by Roe that"."""
    bearing: frozenset[str]
    """Prepositions before the noun of speech with which someone does something: "won with a promise"."""
    polled: frozenset[str]
    """Words before a participle that tells which people: "those surveyed"."""
    sharing: frozenset[str]
    """Words that join a verb to the subject of the one before: "arrived and said"."""
    locating: frozenset[str]
    """Words between a noun and a name that tells which: "the ambassador to France"."""
    in_return: frozenset[str]
    """Words after "responded" that open deeds: "by building"."""
    belonging: frozenset[str]
    """Words between people and the body that they are of: "Khan, of the University of Leeds"."""
    owning: frozenset[str]
    """Words between a body and what shows that it is one: "shares of"."""
    uninitialed: frozenset[str]
    """Words of a name that have no letter in its acronym: "of"."""
    organization_links: frozenset[str]
    """Words that join those of a body's name: "Department of Justice"."""
    after_names: frozenset[str]
    """Words that describe the bearer of the name before their comma: ", based in"."""
    turns: frozenset[str]
    """What stands for a speaker before a colon: "Q: ... A: ..."."""
    third_person: frozenset[str]
    """Pronouns for whom the text speaks of: "she"."""
    nobody: frozenset[str]
    """Sources that name nobody: the writer, the reader, the turns of a questionnaire."""
    past: frozenset[str]
    """Past forms of all verbs."""
    participles: frozenset[str]
    """Past participles of all verbs, regular ones included."""
    plurals: frozenset[str]
    """Nouns that are plurals without ending in -s: "police"."""
    in_ly: frozenset[str]
    """Words in -ly that are no adverbs: "early", "rally"."""
    people: dict[str, tuple[str, str]]
    """Nouns that name people and bodies, with class and gender."""

    persons: frozenset[str]
    """Those of them that name one person: "host"."""

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
    listed = {kind: frozenset(found) for kind, found in classes.items()}
    no_adverbs = words(language, "nouns") | words(language, "adjectives")
    return WordClasses(
        past=frozenset(form for forms in verbs(language).values() for form in forms.past),
        participles=frozenset(form for forms in verbs(language).values() for form in forms.participle),
        plurals=words(language, "irregular_plurals"),
        in_ly=frozenset(word for word in no_adverbs if word.endswith("ly")),
        people={word: (kind, gender) for word, kind, gender in rows(language, "people_nouns")},
        persons=frozenset(word for word, kind, _ in rows(language, "people_nouns") if kind == "person"),
        **listed,
    )
