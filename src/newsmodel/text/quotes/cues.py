"""Cues: the words of a text that report speech."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Final, final

from newsmodel.text.document import Document
from newsmodel.text.grammar.reporting import CueWord, cue_words
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    DETERMINER,
    GENITIVE,
    ING,
    NAME,
    NOUN,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    VERB,
    VERB_S,
)
from newsmodel.text.grammar.word_classes import WordClasses, word_classes
from newsmodel.text.names.lexicon import LONGEST_TITLE, title_end
from newsmodel.text.word_kinds import CUES

# What a source may be made of between a quotation and its verb.
_NOMINAL: Final = frozenset({ADJECTIVE, DETERMINER, GENITIVE, NAME, NOUN, POSSESSIVE, PREPOSITION, PRONOUN})
_LONGEST_NAMED: Final = 12
_VERBS: Final = (bytes([VERB_S]), bytes([PAST]))
_ENDS_QUOTATION: Final = frozenset({",", "?", "!", "…", "..."})
# The tags of words that may report: no word of a closed class does.
_MAY_REPORT: Final = frozenset({ADJECTIVE, ING, NAME, NOUN, PARTICIPLE, PAST, VERB, VERB_S})
# What stands before a participle that reports: "..., adding that", "by noting that".
_BEFORE_PARTICIPLE: Final = frozenset({",", "—", "–", "―", "--"})


@final
@dataclass(eq=False, slots=True)
class Cue:
    """
    A cue in the text, in token indices: `first` up to, not including, `last`, around the token `verb`.

    Auxiliaries, negation and adverbs before the verb belong to it.
    """

    first: int
    last: int
    verb: int
    word: CueWord
    passive: bool


def find_cues(document: Document, inside: list[int], names: Container[int], language: str) -> list[Cue]:
    """Return the verbs that may report speech, outside quotation marks and names, in order."""
    table, rules = cue_words(language), word_classes(language)
    tokens = document.words
    found: list[Cue] = []
    for i in document.sought(CUES):
        if document.tags[i] not in _MAY_REPORT or inside[i] >= 0:
            continue
        last = document.sentences[document.sentence_of[i]][1]
        for entry in table[tokens[i]]:
            if entry.particle and (i + 1 >= last or tokens[i + 1] != entry.particle):
                continue
            cue = _cue(document, rules, inside, names, i, entry)
            if cue is not None:
                found.append(cue)
            break
    return found


def _cue(
    document: Document, rules: WordClasses, inside: list[int], names: Container[int], i: int, entry: CueWord
) -> Cue | None:
    """Return the cue around verb *i*, or None where the word is a noun or an adjective here."""
    sentence = document.sentences[document.sentence_of[i]][0]
    tokens, form = document.words, entry.form
    tag = document.tags[i]
    if tag == NAME and (form != "past" or document.tags[i + 1 : i + 2] in _VERBS):  # "Omar Said says"
        return None
    named = (form == "base" and tag != VERB) or (form == "s" and "b" in entry.takes and tag != VERB_S)
    if named and not (i > sentence and (_beside_quotation(document, inside, i) or _ends_clause(document, names, i))):
        return None
    first, be, modal = _verb_group(document, rules, names, sentence, i)
    before = tokens[first - 1] if first > sentence else ""
    if form == "ing":
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        reports = be or modal or entry.lemma in ("say", "tell") or (first > sentence and inside[first - 1] >= 0)
        reports = (
            reports or following in ("that", ":") or before in rules.announcing or _quotes(document, inside, i + 1)
        )
        reports = reports or (following == "to" and entry.lemma in rules.infinitive)  # "with Hale vowing to"
        heard = first - 2 > sentence and tokens[first - 2] in rules.perceiving  # "heard her saying"
        noun = not (be or modal or heard) and (before in rules.determiners or before == "'s")
        if noun or not (reports or before in _BEFORE_PARTICIPLE or before in rules.before_participles):
            return None
    elif before in rules.noun_openers:
        return None
    elif form == "base":
        after = i + 1
        titled = (
            after < len(tokens) and title_end(tokens, after, after + LONGEST_TITLE, document.language or "") > after
        )
        if before == "," and titled:  # ", state Sen. Jane Roe"
            return None
        if not modal and before != "to":
            noun = "b" in entry.takes
            if not _plural_subject(document, rules, first - 1, sentence, noun=noun):
                return None
            if noun and not (_reports(document, rules, i) or _after_quotation(document, inside, i)):
                return None
        first -= before == "to"
    elif (
        before in rules.prepositions
        or before == "'s"
        or ("b" in entry.takes and before[:1].isdigit() and not _year(tokens, rules, first - 1))
        or (form == "past" and not (be or modal) and _bare_participle(rules, tokens[i], before))
    ):
        return None
    return Cue(first, i + 1 + bool(entry.particle), i, entry, be and form == "past")


def _quotes(document: Document, inside: list[int], i: int) -> bool:
    """Tell whether a quotation starts at token *i*, or after its comma."""
    return i < len(inside) and (inside[i] >= 0 or _before_quotation(document, inside, i))


def _before_quotation(document: Document, inside: list[int], i: int) -> bool:
    """Tell whether token *i* is a comma and a quotation starts after it."""
    return i + 1 < len(inside) and document.words[i] == "," and inside[i + 1] >= 0


def _beside_quotation(document: Document, inside: list[int], i: int) -> bool:
    """Tell whether a quotation stands next to token *i*, or before its source."""
    return _before_quotation(document, inside, i + 1) or _after_quotation(document, inside, i)


def _ends_clause(document: Document, names: Container[int], i: int) -> bool:
    """Tell whether a comma and a name stand before token *i*, and nothing after it: "It is late, Roe cautions."."""
    at = i - 1
    while at > 0 and at in names:
        at -= 1
    return at < i - 1 and document.words[at] == "," and document.words[i + 1 : i + 2] in ([], ["."])


def _after_quotation(document: Document, inside: list[int], i: int) -> bool:
    """Tell whether a quotation and its source stand before token *i*, and nothing it could describe after it."""
    words = document.words
    if i + 1 < len(words) and document.tags[i + 1] in (ADJECTIVE, NAME, NOUN):
        return False
    at = i - 1
    while at > 0 and i - at < _LONGEST_NAMED and inside[at] < 0 and document.tags[at] in _NOMINAL:
        at -= 1
    return at < i - 1 and inside[at] >= 0 and words[at - 1] in _ENDS_QUOTATION


def _year(tokens: list[str], rules: WordClasses, i: int) -> bool:
    """Tell whether a number is a year after its preposition: "a report made in 2019 warned"."""
    return i > 0 and len(tokens[i]) == 4 and tokens[i].isdigit() and tokens[i - 1] in rules.prepositions


def _bare_participle(rules: WordClasses, word: str, before: str) -> bool:
    """Tell whether a word without an auxiliary only describes the noun before it: "a report written for"."""
    return (
        rules.only_participle(word)
        and before[:1].isalpha()
        and not (before in rules.subjects or before in rules.coordinators or before in rules.relatives)
        and "'" not in before
    )


def _verb_group(
    document: Document, rules: WordClasses, names: Container[int], sentence: int, verb: int
) -> tuple[int, bool, bool]:
    """Return where the verb's auxiliaries and adverbs begin, and whether a form of "be" and another one are there."""
    tokens, first = document.words, verb
    be = modal = False
    while first > sentence:
        before = tokens[first - 1]
        if "'" in before and before.partition("'")[0] in rules.subjects:  # "he'd said"
            modal = True
            break
        if before in rules.auxiliaries and before not in ("'s", "'d") and first - 1 not in names:
            be = be or before in rules.be
            modal = modal or before not in rules.be
        elif before == "'s" and first - 1 > sentence and tokens[first - 2] in rules.subjects:
            modal = True
        elif first - 1 in names or not (before in rules.adverbs or rules.is_adverb(before)):
            break
        first -= 1
    # adverbs that open the sentence or follow a comma belong to the clause, not to the cue
    while first < verb and (first == sentence or tokens[first - 1] == ",") and tokens[first] not in rules.auxiliaries:
        first += 1
    return first, be, modal


def _reports(document: Document, rules: WordClasses, i: int) -> bool:
    """Tell whether what follows a word that may be a noun is what a verb reports: a clause or a quotation."""
    if i + 1 >= len(document.words):
        return False
    following = document.words[i + 1]
    return (
        following in (".", ",")
        or following in rules.only_questions
        or following in rules.subjects
        or following in rules.determiners
        or following in ("that", "“", '"', "''", ":")
        or document.is_capitalized(i + 1)
    )


def _plural_subject(document: Document, rules: WordClasses, i: int, sentence: int, *, noun: bool) -> bool:
    """Tell whether the word at *i* can be the subject of a verb's base form: "they say", "critics say"."""
    if i < sentence:
        return False
    word = document.words[i]
    if word == "," or word in rules.plural_subjects:
        return True
    if word in rules.prepositions or word in rules.coordinators or word in rules.subjects:
        return False
    if not noun:
        return True
    return (word.endswith("s") and not word.endswith("ss") and word[0].isalpha()) or word in rules.plurals
