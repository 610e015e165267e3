"""`Reading`: a document with its quotation marks, names and grammar, shared by the rules of attribution."""

from dataclasses import dataclass
from typing import Final, final

from newsmodel.text.document import Document
from newsmodel.text.grammar.reporting import CueWord, cue_words
from newsmodel.text.grammar.tagset import BE, DO, HAVE, MODAL, NAME, PARTICIPLE, PAST, VERB, VERB_S
from newsmodel.text.grammar.word_classes import WordClasses, word_classes
from newsmodel.text.names.finding import find_names
from newsmodel.text.names.kinds import Name
from newsmodel.text.quotes.marks import Stretch

_FINITE: Final = bytes(tag in {BE, DO, HAVE, MODAL, PAST, PARTICIPLE, VERB, VERB_S} for tag in range(256))
# Ends of a quotation after which its sentence may go on: '“Why?” Obama asked'.
_CRIES: Final = frozenset({"?", "!", "…", "...", "—", "–", "-", "--"})
_NEAR: Final = 12
_SHORT: Final = 4
_CLAUSE_MARKS: Final = frozenset({",", ":", ";", "(", "—"})
Range = tuple[int, int]
"""Tokens from the first up to, not including, the second."""


@final
@dataclass(frozen=True, kw_only=True, eq=False, slots=True)
class Reading:
    """What the rules of attribution look at. Nothing in it changes."""

    document: Document
    words: list[str]
    language: str
    rules: WordClasses
    stretches: list[Stretch]
    inside: list[int]
    """For each token the index of the stretch it stands in, marks included; -1 outside."""
    names: tuple[Name, ...]
    name_at: dict[int, Name]
    """The name that each of its tokens belongs to."""
    units: list[Range]
    """The sentences, with those joined that one quotation spans."""
    tags: bytes
    """The part of speech of each token."""
    finite: bytearray
    """1 for each verb that ends a subject, outside of quotation marks and names; 0 for the rest."""

    def capital(self, i: int) -> bool:
        """Tell whether the token starts with a capital."""
        return self.document.capitals[i] > 0

    def has_verb(self, first: int, last: int) -> bool:
        """Tell whether there is a finite verb, or a quotation, among the tokens."""
        return any(self.inside[i] >= 0 or self.finite[i] for i in range(first, last))

    def opens_phrase(self, i: int) -> bool:
        """Tell whether a noun phrase can start at the token."""
        word, rules = self.words[i], self.rules
        return word in rules.determiners or word in rules.subjects or i in self.name_at or word in rules.people


def read(document: Document, language: str, stretches: list[Stretch]) -> Reading:
    """Return the reading of *document*."""
    names = find_names(document)
    name_at = {i: name for name in names for i in range(name.title, name.last)}
    inside = inside_of(document, stretches)
    finite = bytearray(document.tags.translate(_FINITE))
    for stretch in stretches:
        finite[stretch.start : stretch.end] = bytes(stretch.end - stretch.start)
    for i in name_at:
        finite[i] = 0
    rules = word_classes(language)
    for name in names:  # “...,” coach Jane Roe said
        before = name.title - 1
        if (
            before > 0
            and inside[before - 1] >= 0
            and document.tags[before] == VERB
            and document.words[before] in rules.people
        ):
            finite[before] = 0
    return Reading(
        document=document,
        words=document.words,
        language=language,
        rules=rules,
        stretches=stretches,
        inside=inside,
        names=names,
        name_at=name_at,
        units=_units(document, inside, language),
        tags=document.tags,
        finite=finite,
    )


def inside_of(document: Document, stretches: list[Stretch]) -> list[int]:
    """Return for each token the index of the stretch it stands in, -1 outside."""
    inside = [-1] * len(document.words)
    for k, stretch in enumerate(stretches):
        inside[stretch.start : stretch.end] = [k] * (stretch.end - stretch.start)
    return inside


def _units(document: Document, inside: list[int], language: str) -> list[Range]:
    """Return the sentences; one where a quotation spans them, or its attribution follows: '“Why?” she asked.'."""
    units: list[Range] = []
    for number, (first, last) in enumerate(document.sentences):
        joins = (
            units
            and document.block_of[number] == document.block_of[number - 1]
            and (
                (inside[first] >= 0 and inside[first] == inside[first - 1])
                or _attributes_before(document, inside, language, first, last)
            )
        )
        if joins:
            units[-1] = (units[-1][0], last)
        else:
            units.append((first, last))
    return units


def _only_attributes(words: list[str], cues: dict[str, tuple[CueWord, ...]], first: int, last: int) -> bool:
    """Tell whether a sentence is nothing but a source and its verb: '“We won.” Roe said.'."""
    verb = last - 2
    if not first < verb <= first + _SHORT or words[last - 1] != "." or words[verb] not in cues:
        return False
    return cues[words[verb]][0].takes[:1] == "c" and cues[words[verb]][0].form in ("past", "s")


def _attributes_before(document: Document, inside: list[int], language: str, first: int, last: int) -> bool:
    """Tell whether the sentence says who asked or cried what stands in quotation marks right before it."""
    words, cues, relatives = document.words, cue_words(language), word_classes(language).relatives
    at = first - 2
    while at > 0 and words[at] in ("'", "’", "‘"):
        at -= 1
    if at < 1 or inside[first - 1] < 0 or inside[first] >= 0:
        return False
    if words[at] not in _CRIES:
        return words[at] == "." and _only_attributes(words, cues, first, last)
    described = False  # "Roe, the mayor, asked"
    for i in range(first, min(last, first + _NEAR)):
        word = words[i]
        if word in cues and inside[i] < 0 and i > first:
            if i + 2 < last and inside[i + 2] >= 0 and words[i + 1] in (",", ":"):
                return False
            subject = words[i - 1] not in relatives and (words[i - 1] != ",") != described
            return cues[word][0].form in ("past", "s") and subject
        if word == "," and document.tags[first] == NAME:
            described = True
        elif word in _CLAUSE_MARKS or word in relatives or _FINITE[document.tags[i]]:
            return False
    return False
