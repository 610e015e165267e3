"""Triggers: the words that name an event, and the kind they name."""

import re
from collections.abc import Container, Mapping, Sequence
from itertools import chain, compress, zip_longest
from typing import Final, final

from newsmodel.model import EventKind
from newsmodel.text.document import Document
from newsmodel.text.events.lexicon import PLAIN_USE, EventLexicon
from newsmodel.text.grammar.inflection import singulars, verb_base
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    DO,
    HAVE,
    ING,
    NAME,
    NOUN,
    NUMBER,
    PARTICIPLE,
    POSSESSIVE,
    PRONOUN,
    TO,
    VERB,
    VERBAL,
)
from newsmodel.text.word_kinds import EVENTS

# Maps tags to whether they are a verb's.
_IS_VERBAL: Final = bytes(tag in VERBAL for tag in range(256))
# Scores are told in event_cues.txt by what they look like: "2-1" is "0-0".
_SCORE: Final = re.compile(r"\A\d+-\d+\Z")
# So many tokens before and after a trigger its cues are looked for.
_CUES_BEFORE: Final = 4
_CUES_AFTER: Final = 7

# What makes "going to" a future.
_AFTER_GOING_TO: Final = frozenset({VERB, BE, HAVE, DO})
# After these "dead" and its like tell what became of someone: "left 12 dead", "was found dead".
_BEFORE_OUTCOME: Final = VERBAL | {NUMBER, NOUN, NAME, PRONOUN}
_AFTER_COPULA: Final = frozenset({ADJECTIVE, PARTICIPLE, ING, ADVERB, TO})
_HEADS: Final = frozenset({NOUN, NAME})
_BEFORE_HEAD: Final = frozenset({DETERMINER, POSSESSIVE, ADJECTIVE, NUMBER, NAME})
_NOUN_PARTS: Final = frozenset({DETERMINER, POSSESSIVE, ADJECTIVE, NUMBER, NOUN, NAME})


@final
class Trigger:
    """
    The words that name an event.

    Attributes:
        first: Their first token.
        last: The token after their last.
        base: The verb's base form or the noun's singular.
        kind: What kind of event they name.
        tag: The tag of the head: a verb's, NOUN or ADJECTIVE.
        settled: Whether a telling word near them gave the kind.
    """

    __slots__ = ("base", "first", "kind", "last", "settled", "tag")

    def __init__(self, first: int, last: int, base: str, kind: EventKind, tag: int) -> None:
        self.first: int = first
        self.last: int = last
        self.base: str = base
        self.kind: EventKind = kind
        self.tag: int = tag
        self.settled: bool = False


def find_triggers(document: Document, lexicon: EventLexicon, apart: Container[int]) -> list[Trigger]:
    """Return the triggers of *document*, in order; the tokens *apart* (of time expressions) name none."""
    words, tags = document.words, document.tags
    nouns, tails, adjectives, cues = lexicon.nouns, lexicon.noun_tails, lexicon.adjectives, lexicon.cues
    sentences, sentence_of = document.sentences, document.sentence_of
    found: list[Trigger] = []
    end = 0
    verbs = compress(range(len(tags)), tags.translate(_IS_VERBAL))
    others = [i for i in document.sought(EVENTS) if tags[i] == NOUN or tags[i] == ADJECTIVE]
    for i in sorted([*verbs, *others]):
        if i < end or i in apart:
            continue
        tag, word = tags[i], words[i]
        first, last = sentences[sentence_of[i]]
        if tag in VERBAL:
            trigger = _verb(words, tags, i, first, last, lexicon)
        elif tag == NOUN:
            named = word in nouns or word in tails
            trigger = _noun(words, tags, i, first, last, lexicon) if named else None
        elif word in adjectives and " ".join(words[i : i + 2]) not in nouns:
            trigger = Trigger(i, i + 1, word, adjectives[word], ADJECTIVE)
        else:
            continue
        if trigger is not None and trigger.base in cues:
            trigger = _by_cue(words, trigger, first, last, cues[trigger.base])
        if trigger is not None:
            found.append(trigger)
            end = trigger.last
    return found


def _by_cue(
    words: Sequence[str], trigger: Trigger, first: int, last: int, cues: Mapping[str, EventKind | None]
) -> Trigger | None:
    """Return the trigger with the kind that the nearest telling word gives, None where that makes it no event."""
    before = words[max(first, trigger.first - _CUES_BEFORE) : trigger.first]
    after = words[trigger.last : min(last, trigger.last + _CUES_AFTER)]
    for word in chain.from_iterable(zip_longest(after, before[::-1], fillvalue="")):
        if word in cues:
            found = word
        elif word.endswith(("s", "men")):
            found = next(filter(cues.__contains__, singulars(word)), "")
        else:
            found = "0-0" if "0-0" in cues and _SCORE.match(word) else ""
        if found:
            kind = cues[found]
            if kind is None:
                return None
            trigger.kind, trigger.settled = kind, True
            return trigger
    return trigger


def _verb(
    words: Sequence[str], tags: Sequence[int], i: int, first: int, last: int, lexicon: EventLexicon
) -> Trigger | None:
    word = words[i]
    if tags[i] == ING and i > first and f"{words[i - 1]} {word}" in lexicon.nouns:  # "money laundering"
        return _noun(words, tags, i, first, last, lexicon)
    if tags[i] == PARTICIPLE and i > first and words[i - 1] == "the":
        return None  # "the families of the deceased"
    if tags[i] == ING and word in lexicon.small_words.judging and (i + 1 == last or tags[i + 1] not in _NOUN_PARTS):
        return None  # "the result was disappointing"
    if word == "going" and i + 2 < last and tags[i + 1] == TO and tags[i + 2] in _AFTER_GOING_TO:
        return None
    known = lexicon.bases.get(word)
    base = word if tags[i] == VERB else known or verb_base(word, lexicon.bases)  # "to lay off", not of "lie"
    use = lexicon.uses.get(base, PLAIN_USE) if known else PLAIN_USE
    for rest in use.particles:
        end = i + 1 + len(rest)
        if end <= last and words[i + 1 : end] == rest:
            phrase = " ".join([base, *rest])
            return Trigger(i, end, phrase, lexicon.phrasal[phrase], tags[i])
    if use.kind is None and base in lexicon.acts:
        act = _by_cue(words, Trigger(i, i + 1, base, EventKind.OTHER, tags[i]), first, last, lexicon.acts[base])
        return act if act is not None and act.settled else None
    if use.kind is None or (use.copula and not _no_copula(tags, i, last)):
        return None
    if use.light and _event_noun_follows(words, tags, i, last, lexicon):
        return None
    return Trigger(i, i + 1, base, use.kind, tags[i])


def _no_copula(tags: Sequence[int], i: int, last: int) -> bool:
    """Tell "remained in Iraq" and "got a letter" from "remained calm" and "got worse"."""
    return i + 1 == last or tags[i + 1] not in _AFTER_COPULA


def _event_noun_follows(words: Sequence[str], tags: Sequence[int], i: int, last: int, lexicon: EventLexicon) -> bool:
    """Tell whether the object right after the verb has an event noun as its head: "made an offer"."""
    for j in range(i + 1, min(i + 6, last)):
        if tags[j] == NOUN:
            if j + 1 < last and tags[j + 1] == NOUN:
                continue
            event = lexicon.nouns.get(words[j])
            return event is not None and not event.weak
        if j == i + 1 and words[j] in lexicon.small_words.light_links:  # "went on strike", "put under arrest"
            continue
        if tags[j] not in _BEFORE_HEAD:
            return False
    return False


def _noun(
    words: Sequence[str], tags: Sequence[int], i: int, first: int, last: int, lexicon: EventLexicon
) -> Trigger | None:
    word = words[i]
    if i > first and word in lexicon.adjectives and tags[i - 1] in _BEFORE_OUTCOME:
        return Trigger(i, i + 1, word, lexicon.adjectives[word], ADJECTIVE)
    if i > first and word in lexicon.noun_tails:
        pair = lexicon.nouns.get(f"{words[i - 1]} {word}")
        if pair is not None:
            return Trigger(i - 1, i + 1, pair.base, pair.kind, NOUN) if pair.kind is not None else None
    entry = lexicon.nouns.get(word)
    if entry is None or entry.kind is None:
        return None
    if i + 1 < last and tags[i + 1] in _HEADS:
        return None
    if i > first and tags[i - 1] == NUMBER and word in lexicon.small_words.measures:
        return None  # "by three votes"
    if _is_likened(words, tags, i, first, lexicon):
        return None
    if entry.weak and not _shown(words, tags, i, first, last, lexicon):
        return None
    return Trigger(i, i + 1, entry.base, entry.kind, NOUN)


def _is_likened(words: Sequence[str], tags: Sequence[int], i: int, first: int, lexicon: EventLexicon) -> bool:
    """Tell whether the noun is only what something is likened to: "a crack like a rifle shot"."""
    left = i - 1
    while left >= first and tags[left] in _NOUN_PARTS:
        left -= 1
    return left >= first and words[left] in lexicon.small_words.likening


def _shown(words: Sequence[str], tags: Sequence[int], i: int, first: int, last: int, lexicon: EventLexicon) -> bool:
    """Tell whether the words around a weak event noun show that something happens."""
    if i + 1 < last and words[i + 1] in lexicon.small_words.event_links:
        return True
    left = i - 1
    while left >= first and tags[left] in _NOUN_PARTS:
        if tags[left] == POSSESSIVE:
            return True
        left -= 1
    if left < first:
        return False
    if words[left] in lexicon.small_words.event_prepositions:
        return True
    return tags[left] in VERBAL and verb_base(words[left], lexicon.bases) in lexicon.light
