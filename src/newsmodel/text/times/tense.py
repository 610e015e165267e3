"""The tense of the clause in which a day stands: whether the day is one that was or one to come."""

from typing import Final

from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    GENITIVE,
    NAME,
    NOUN,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    VERB,
    VERB_S,
)
from newsmodel.text.times.scan import Scan

# So many tokens of a clause are looked through for its verb.
_REACH: Final = 12
_LEAST_REGULAR: Final = 5
_CLOCK_KINDS: Final = frozenset({"clock", "time", "meridiem", "number"})
# The tags of the words of a subject.
_OF_PHRASES: Final = frozenset(
    {ADJECTIVE, ADVERB, CONJUNCTION, DETERMINER, GENITIVE, NAME, NOUN, NUMBER, POSSESSIVE, PREPOSITION, PRONOUN}
)
_BEFORE_NOUNS: Final = frozenset({DETERMINER, POSSESSIVE, PREPOSITION})


def direction(scan: Scan, i: int) -> int:
    """
    Return -1 where the clause of the day at token *i* tells what was, 1 where it tells what is to come, else 0.

    The verb is looked for before the day, after it only where the day opens the sentence ("On Nov. 5, voters will").
    A day that goes with a noun follows no tense: "will be tried for the June 9 crash".
    """
    first = scan.document.sentences[scan.sentence][0]
    k = _before_day(scan, i, first)
    if k < first or (k == first and scan.is_word(k, "before-month")):
        return _opening(scan, i)
    if scan.is_word(k, "of-noun"):
        return 0
    told = _closing(scan, k, max(first, k - _REACH))
    until = scan.is_word(k + 1, "on-day") and not scan.is_word(k + 1, "was-day")
    return 0 if told < 0 and until else told  # "the offer was extended to Nov. 5"


def planned(scan: Scan, i: int) -> bool:
    """Tell whether the day of the week at token *i* is one to come: "open until Friday", "would end on Friday"."""
    if scan.is_ahead(i):
        return True
    k, first = i - 1, scan.document.sentences[scan.sentence][0]
    if scan.word(k) == "and" and scan.kind(k - 1) == "weekday":  # "until Friday and Saturday"
        k -= 2
    if k < first or (k == first and scan.is_word(k, "on-day")):
        return scan.word(i + 1) != "'s" and _opening(scan, i) > 0  # "On Friday the two are to meet"
    if k == first or scan.word(i + 1) == "'s" or (scan.is_word(k, "of-noun") and scan.word(k) != "that"):
        return False  # "a Sunday talk show"
    before = before_clock(scan, k)
    until, set_for = scan.is_word(before, "deadline"), scan.word(before) == "for"
    k = before - 1 if scan.is_word(before, "on-day") else before
    infinitive, tags = False, scan.document.tags
    for at in range(k, max(first, k - _REACH) - 1, -1):
        word = scan.words[at]
        if not (word[0].isalnum() or word == "'s") or word == "during" or scan.is_word(at, "new-clause"):
            break
        if scan.is_word(at, "modal"):
            return not (infinitive or scan.is_word(at + 1, "have") or word.endswith("n't"))
        if set_for and scan.is_word(at, "setting"):  # "called a strike for Friday"
            return not (scan.is_word(at - 1, "was") or scan.is_word(at - 1, "be"))
        if infinitive and scan.is_word(at, "asking"):
            return True
        infinitive = infinitive or (word == "to" and at < k and tags[at + 1] == VERB)
        if not infinitive and (scan.is_word(at, "was") or _is_past(scan, at)):
            return False
        if not infinitive and tags[at - 1] not in _BEFORE_NOUNS and _is_present(scan, at, first):
            return True
        if scan.is_word(at, "schedule") and _is_scheduled(scan, at, k, first):
            return True
    return until


def _is_present(scan: Scan, at: int, first: int) -> bool:
    """Tell whether token *at* is a verb of the present: "opens", and "host" of "the Lakers host"."""
    tags = scan.document.tags
    if tags[at] == VERB_S:
        return True
    if tags[at] != VERB or scan.word(at) in scan.known.unchanging:
        return False
    plural = _is_plural(scan, at - 1)
    for k in range(at - 1, max(first, at - _REACH) - 1, -1):
        if tags[k] == PUNCTUATION or scan.is_word(k, "new-clause"):
            break
        if tags[k] not in _OF_PHRASES:
            return False  # "helped officers catch"
        if tags[k] == PREPOSITION:
            plural = _is_plural(scan, k - 1)  # "voters in Ohio go"
    return plural


def _is_plural(scan: Scan, i: int) -> bool:
    """Tell whether a subject in the plural may end at token *i*: "voters", "they", "Ulm and Bern"."""
    noun = scan.document.tags[i] in (NOUN, NAME)
    return scan.is_word(i, "plural") or (noun and (scan.word(i).endswith("s") or scan.word(i - 1) == "and"))


def _is_scheduled(scan: Scan, at: int, last: int, first: int) -> bool:
    """
    Tell whether the verb of token *at* is one of the present: "his term ends on Aug. 6".

    Right before its day it is one after a noun too, where it may be read as a second noun.
    """
    tags = scan.document.tags
    near = at == last or (at == last - 1 and tags[last] == PREPOSITION)
    as_noun = near and at > first and tags[at] == tags[at - 1] == NOUN
    return (as_noun and scan.word(at).endswith("s")) or _is_present(scan, at, first)


def before_clock(scan: Scan, k: int) -> int:
    """Return the token before the clock time that ends, with its "on", at token *k*: "until" of "until noon on"."""
    at = k - 1 if scan.word(k) == "on" else k
    if scan.kind(at) not in _CLOCK_KINDS:
        return k
    while scan.kind(at) in _CLOCK_KINDS:
        at -= 1
    return at


def _before_day(scan: Scan, i: int, first: int) -> int:
    """Return the token before the day, its weekday and its preposition; one before *first* where there is none."""
    k = i - 1
    if scan.word(k) == "," and scan.kind(k - 1) == "weekday":
        k -= 2
    elif scan.kind(k) == "weekday":
        k -= 1
    if scan.word(k) == "least" and scan.word(k - 1) == "at":  # "until at least Nov. 5"
        k -= 2
    return k - 1 if k >= first and scan.is_word(k, "on-day") else k


def _closing(scan: Scan, last: int, first: int) -> int:
    """Read the clause before the day backwards, up to the verb that tells its tense."""
    if scan.is_word(last, "is") or (scan.word(last) == "due" and scan.is_word(last - 1, "is")):
        return 1  # "is on Nov. 5"
    if scan.known.ahead.get(scan.word(last)) == "to" and scan.word(last + 1) == "for":  # "a strike planned for Monday"
        return 0 if scan.is_word(last - 1, "past") or scan.is_word(last - 1, "be") else 1
    told = 0
    participle = infinitive = False
    for k in range(last, first - 1, -1):
        word = scan.words[k]
        if not word[0].isalnum() or scan.is_word(k, "new-clause"):
            break
        if _is_ahead(scan, k):  # a past form after it was a participle or none: "will redeem preferred shares on"
            return 0 if told or scan.is_word(k - 1, "past") else 1
        if told or scan.is_word(k, "be"):
            continue
        if scan.is_word(k, "schedule") and not (infinitive or participle) and _is_scheduled(scan, k, last, first):
            return 1
        if infinitive or scan.is_word(k, "modal") or scan.is_word(k, "is"):
            return 0  # "agreed to meet", "is held"
        if word == "to" and k < last:
            infinitive = True
        elif scan.is_word(k, "was") or (participle and scan.is_word(k, "have")):
            told = -1
        elif _is_past(scan, k):
            participle = scan.is_word(k - 1, "be") or scan.is_word(k - 1, "is") or scan.is_word(k - 1, "have")
            told = 0 if participle else -1
    return told


def _opening(scan: Scan, i: int) -> int:
    """Read the clause after a day that opens the sentence, up to the verb that tells its tense."""
    for k in range(i + 2, i + 2 + _REACH):
        if _is_ahead(scan, k):
            if scan.document.tags[k] in _OF_PHRASES:
                continue  # "a man likely to be charged was arrested"
            return 1
        if scan.is_word(k, "is"):
            return int(_is_ahead(scan, k + 1))  # "is due to appear"
        if scan.is_word(k, "new-clause") or scan.is_word(k, "modal"):
            return 0
        if scan.is_word(k, "was") or _is_past(scan, k):
            return -1
    return 0


def _is_ahead(scan: Scan, k: int) -> bool:
    """Tell whether token *k* says that something is to come: "will", "plans to", "scheduled for"."""
    word, ahead = scan.word(k), scan.known.ahead
    if word.endswith("'ll"):
        return True
    return word in ahead and (ahead[word] == "-" or scan.word(k + 1) == "to")


def _is_past(scan: Scan, k: int) -> bool:
    """Tell whether the word of token *k* has the form of a past tense or of a participle."""
    word = scan.word(k)
    if scan.is_capital(k):
        return False
    regular = word.endswith("ed") and (len(word) >= _LEAST_REGULAR or scan.document.tags[k] == PAST)
    return regular or word in scan.known.pasts
