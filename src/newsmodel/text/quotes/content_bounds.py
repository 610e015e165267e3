"""What can be what was said, and where it ends: where the reporter speaks again."""

from typing import Final

from newsmodel.text.grammar.reporting import cue_words
from newsmodel.text.grammar.tagset import ADVERB, AUXILIARY, NAME, NOT, PARTICIPLE, RELATIVE, VERBAL
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.reading import Range, Reading

ENDS: Final = frozenset({".", "?", "!", "…", "...", "....", ";"})
DASHES: Final = frozenset({"—", "–", "―", "--", "-"})
_MOST_TITLE_WORDS: Final = 10
# So many tokens a dateline has at the most, and so many before a colon.
_LONGEST_DATELINE: Final = 12
_LONGEST_PLACE: Final = 3
_VERB_GROUP: Final = AUXILIARY | VERBAL | {ADVERB, NOT}
SET_OFF: Final = DASHES | {","}
_LEADING: Final = ENDS | DASHES | {",", ":", "(", ")", "-"}
_TRAILING: Final = ENDS | DASHES | {",", ":", "(", "-"}


def trimmed(reading: Reading, first: int, last: int) -> Range | None:
    """Return the tokens without the commas, stops, dashes and lone marks around them; None where nothing is left."""
    words, inside, stretches = reading.words, reading.inside, reading.stretches
    while first < last and (words[first] in _LEADING if inside[first] < 0 else first >= stretches[inside[first]].last):
        first += 1
    while last > first and (
        words[last - 1] in _TRAILING if inside[last - 1] < 0 else last - 1 == stretches[inside[last - 1]].open
    ):
        last -= 1
    return (first, last) if first < last else None


def speech(reading: Reading, k: int) -> bool:
    """Tell whether stretch *k* reads as speech rather than as a title or a word held with tongs."""
    stretch = reading.stretches[k]
    words = reading.words
    if stretch.continues or stretch.block:
        return True
    count = 0
    for i in range(stretch.first, stretch.last):
        count += words[i][0].isalnum()
        if count == _MOST_TITLE_WORDS:
            return True
    if count < 3:
        return words[stretch.last - 1] in (",", "?", "!", ".", "…", "...") and count > 0
    if title_like(reading, stretch.first, stretch.last):
        return words[stretch.last - 1] in (",", "?", "!", ".") and count > 4
    return True


def title_like(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are written as a title: all with a capital but small words like "of" and "the"."""
    rules = reading.rules
    words = [i for i in range(first, last) if reading.words[i][0].isalpha()]
    if not words or not reading.capital(words[0]):
        return False
    said = rules.third_person | rules.nobody
    if reading.document.surface(first, last).isupper() and not said.isdisjoint(reading.words[first:last]):
        return False  # "I THOUGHT I WOULD DIE"
    small = [reading.words[i] for i in words if not reading.capital(i)]
    unwritten = rules.prepositions | rules.coordinators | rules.be | rules.articles
    return unwritten.issuperset(small) and len(small) * 2 <= len(words)


def clause_like(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the tokens hold a subject and a verb, so that they can be what was said."""
    words, rules = reading.words, reading.rules
    if first >= last:
        return False
    word = words[first]
    if word in reading.rules.clause_openers or reading.inside[first] >= 0:
        return True
    if word.partition("'")[0] in rules.subjects and word not in rules.determiners and last - first > 1:
        return True
    verbs = relatives = 0
    for i in range(first + 1, last):
        if reading.inside[i] >= 0 or (words[i] in rules.auxiliaries and words[i] != "'s"):
            return True
        if reading.finite[i]:
            verbs += 1
        elif words[i] in rules.relatives or words[i] in rules.subordinators:
            relatives += 1
        if verbs > relatives:
            return True
    return False


def statement_cut(reading: Reading, cue: Cue, unit: Range, start: int, last: int, *, phrase: bool) -> int:
    """
    Return where the reporter's own words go on after what was said; *last* where they do not.

    That is at a semicolon, after the comma that closes "While X argues that ...,", at "which X said ...,", before
    ", but he ...", ", pointing to ..." and " and called ...".
    """
    words, rules, inside = reading.words, reading.rules, reading.inside
    subordinate = _in_subordinate(reading, cue, unit)
    relative = _relative_of(reading, cue, unit) >= 0
    verbs = int(reading.finite[start])
    opens = cue.first == unit[0] or opens_sentence(reading, cue, unit)
    if reading.finite[start] and (ends := _relative_end(reading, cue, unit, start, last)):
        return ends
    for i in range(start + 1, last - 1):
        if inside[i] >= 0:
            stretch = reading.stretches[inside[i]]
            goes_on = words[i + 1].endswith("ing") or (phrase and not verbs and reading.finite[i + 1])
            if i == stretch.close and words[stretch.last - 1] == "," and goes_on:
                return i + 1
            continue
        verbs += reading.finite[i]
        if words[i] in SET_OFF:
            if (verbs or opens) and (
                (subordinate and reading.opens_phrase(i + 1))
                or ((subordinate or relative) and reading.finite[i + 1])
                or (relative and words[i + 1] in reading.rules.past)
            ):
                return i
            conceded = words[i] == "," and words[i + 1] in rules.joining and words[i + 1] in rules.subordinators
            if (phrase and not verbs and (reading.finite[i + 1] or conceded)) or _reporter_goes_on(
                reading, i + 1, last
            ):
                return i
        elif words[i] == ";" or (
            (words[i] in rules.conjoining or words[i] in rules.contrasting)
            and _verb_of_reporter(reading, i + 1, last, phrase=phrase and not verbs)
        ):
            return i
    return last


def _relative_of(reading: Reading, cue: Cue, unit: Range) -> int:
    """Return the "who" whose clause the cue stands in, with its subject or another one; -1 without one."""
    for at in range(cue.first - 1, unit[0], -1):
        if reading.words[at] in reading.rules.inserting or reading.tags[at] == RELATIVE:
            return at
        if reading.inside[at] >= 0 or reading.finite[at] or reading.words[at] in SET_OFF:
            return -1
    return -1


def _relative_end(reading: Reading, cue: Cue, unit: Range, start: int, last: int) -> int:
    """Return where a clause ends that goes on after its report: "The man who police say fled | was found"; else 0."""
    words, rules = reading.words, reading.rules
    at = _relative_of(reading, cue, unit)
    if at <= unit[0] or reading.has_verb(unit[0], at):
        return 0
    verb = start + 1
    while verb < last and reading.tags[verb] in _VERB_GROUP:
        if reading.tags[verb] in AUXILIARY and reading.tags[verb - 1] not in AUXILIARY:
            break  # "had left | was found"
        verb += 1
    while verb < last and not (reading.finite[verb] and reading.tags[verb] != PARTICIPLE):
        if reading.inside[verb] >= 0 or words[verb] in rules.subordinators or words[verb] in rules.relatives:
            return 0
        verb += 1
    return verb if verb < last else 0


def _reporter_goes_on(reading: Reading, at: int, last: int) -> bool:
    """Tell whether the reporter goes on after a comma: ", but he ...", ", pointing to ...", a last ", which ..."."""
    words, rules = reading.words, reading.rules
    word = words[at]
    following = words[at + 1] if at + 1 < last else ""
    if word.endswith("ing"):
        return word in cue_words(reading.language)
    if word in rules.conjoining:
        return following in rules.persons_again
    if word in rules.quoting:  # ", as he noted"
        return at + 2 < last and reading.opens_phrase(at + 1) and words[at + 2] in cue_words(reading.language)
    if word in rules.comparing:
        return following in rules.prepositions
    if word in rules.contrasting:
        return following not in rules.still_said and at + 2 < last
    if word in rules.adding_more:
        return "," not in words[at:last] and not any(reading.inside[i] >= 0 for i in range(at, last))
    return False


def _verb_of_reporter(reading: Reading, at: int, last: int, *, phrase: bool) -> bool:
    """Tell whether the verb after "and" is the source's next deed: "... and called for", "... and he accused"."""
    words, rules = reading.words, reading.rules
    word = words[at]
    if word in rules.persons_again:
        return at + 1 < last and words[at + 1] in cue_words(reading.language)
    if phrase and reading.finite[at]:
        return True
    return word in cue_words(reading.language) and word.endswith("ed") and words[at - 2] not in rules.be


def opens_sentence(reading: Reading, cue: Cue, unit: Range) -> bool:
    """Tell whether the cue is a participle before the clause of its subject: "After saying that ..., X left"."""
    if cue.word.form != "ing" or reading.words[cue.first] in reading.rules.auxiliaries:
        return False
    rules, at = reading.rules, unit[0]
    return cue.first == at or (
        cue.first == at + 1 and (reading.words[at] in rules.prepositions or reading.words[at] in rules.subordinators)
    )


def _in_subordinate(reading: Reading, cue: Cue, unit: Range) -> bool:
    """Tell whether the cue stands in a clause that another one follows: "While critics argue that ...,"."""
    words = reading.words
    if cue.first == unit[0] or opens_sentence(reading, cue, unit):
        return cue.word.form in ("past", "ing")
    for i in range(cue.first - 1, unit[0] - 1, -1):
        if words[i] in reading.rules.leading:
            opens = i == unit[0] or words[i - 1] in SET_OFF or words[i - 1] in reading.rules.coordinators
            return opens or words[i] in ("which", "whom")
        if words[i] in SET_OFF or reading.inside[i] >= 0:
            return False
    return False


def _agency(reading: Reading, first: int, dash: int) -> bool:
    """Tell whether a place and an agency in brackets stand before a dash: "Brussels (dpa) -"."""
    words, opens = reading.words, dash - 3
    if opens <= first or words[opens] != "(" or words[dash - 1] != ")":
        return False
    return all(reading.tags[i] == NAME or words[i] == "," for i in range(first, opens))


def without_dateline(reading: Reading, before: Range) -> Range:
    """Return the range without a dateline at its start: "LONDON (AP) —", "NEW DELHI:"."""
    words = reading.words
    first, last = before
    for i in range(first, min(last, first + _LONGEST_DATELINE)):
        if words[i] == ":" and i - first <= _LONGEST_PLACE and reading.inside[i] < 0 and i + 1 < last:
            place = reading.document.surface(first, i)
            return (i + 1, last) if place.isupper() and len(place) > 2 else before
        if (words[i] in DASHES or words[i] == "-") and reading.inside[i] < 0:
            place = reading.document.surface(first, first + 1)
            if (_agency(reading, first, i) or (place.isupper() and len(place) > 2)) and i + 1 < last:
                return (i + 1, last)
            break
    return before
