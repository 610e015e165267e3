"""Clauses: which words before, after or around a cue are what was said."""

from typing import NamedTuple, final

from newsmodel.text.attribution_reading import Range, Reading
from newsmodel.text.cues import Cue, cue_words
from newsmodel.text.sources import Source

_ENDS = frozenset({".", "?", "!", "…", "...", "....", ";"})
_DASHES = frozenset({"—", "–", "―", "--"})
_QUESTION_WORDS = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which", "whom", "whose"})
# After these and a comma the reporter speaks again rather than the source.
_REPORTER_AGAIN = frozenset({"adding", "saying", "noting", "according"})
# After these and a comma the reporter's own clause goes on.
_NEW_CLAUSE = frozenset({"who", "which", "but", "and", "while", "though", "although", "as"})
_SET_OFF = _DASHES | {","}
_CLAUSAL = frozenset("cn")
_ADDRESSED_LIMIT = 14
_CIRCUMSTANCE_LIMIT = 9
# After ", but" these go on with what was said.
_STILL_SAID = frozenset({"that", "also", "not", "only", "rather", "instead"})
_SHORT = 7
_OPENING_WORDS = frozenset(
    {"but", "and", "still", "instead", "however", "meanwhile", "so", "yet", "also", "later", "then"}
)
_TOLD = frozenset({"reporters", "him", "her", "me", "them", "us"})


@final
class Contents(NamedTuple):
    """What was said, in token ranges, and on which side of the cue it stands."""

    before: Range | None = None
    after: Range | None = None
    quoted: bool = False
    """Whether it is nothing but quotation marks."""


def trimmed(reading: Reading, first: int, last: int) -> Range | None:
    """Return the tokens without the commas, stops and dashes around them; None where nothing is left."""
    words, inside = reading.words, reading.inside
    while (
        first < last
        and inside[first] < 0
        and (words[first] in _ENDS or words[first] in _DASHES or words[first] in (",", ":", ")", "-"))
    ):
        first += 1
    while (
        last > first
        and inside[last - 1] < 0
        and (words[last - 1] in _ENDS or words[last - 1] in _DASHES or words[last - 1] in (",", ":", "(", "-"))
    ):
        last -= 1
    if first < last and inside[first] >= 0 and reading.stretches[inside[first]].close == first:
        return trimmed(reading, first + 1, last)
    if first < last and inside[last - 1] >= 0 and reading.stretches[inside[last - 1]].open == last - 1:
        return trimmed(reading, first, last - 1)
    return (first, last) if first < last else None


def speech(reading: Reading, k: int) -> bool:
    """Tell whether stretch *k* reads as speech rather than as a title or a word held with tongs."""
    stretch = reading.stretches[k]
    words = reading.words
    count = sum(1 for i in range(stretch.first, stretch.last) if words[i][0].isalnum())
    if stretch.continues or stretch.open < 0:
        return True
    if count < 3:
        return words[stretch.last - 1] in (",", "?", "!", ".", "…", "...") and count > 0
    if count < 10 and title_like(reading, stretch.first, stretch.last):
        return words[stretch.last - 1] in (",", "?", "!", ".") and count > 4
    return True


def title_like(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are written as a title: every longer word with a capital, and none of them joined by it."""
    longer = [i for i in range(first, last) if len(reading.words[i]) > 3 and reading.words[i][0].isalpha()]
    return bool(longer) and all(reading.capital(i) for i in longer) and (len(longer) > 1 or reading.capital(first))


def after_cue(reading: Reading, cue: Cue, start: int, end: int) -> tuple[int, bool]:
    """
    Return where what was said starts after the cue, and whether that is sure.

    Whom it was said to, when and where stand between: "told reporters on Tuesday that".
    """
    words, rules, inside = reading.words, reading.rules, reading.inside
    if start >= end:
        return end, False
    if inside[start] >= 0 or words[start] in ("that", ":"):
        return (start + 1 if words[start] == ":" else start), True
    at = start
    if "t" in cue.word.takes or "a" in cue.word.takes:
        marked = _marked_start(reading, cue, start, end)
        if marked is not None:
            return marked, True
        at = _past_addressee(reading, start, end)
        if at < end and (inside[at] >= 0 or words[at] == "that"):
            return at, True
    for i in range(at, min(end, at + _ADDRESSED_LIMIT)):
        word = words[i]
        if inside[i] >= 0:
            if i > at and words[i - 1] in (",", ":"):
                return i, True
            break
        if word == ":":
            return i + 1, True
        if word == "that" and i > at and i + 1 < end and _skipped(reading, at, start):
            return i, True
        if (
            reading.finite(i)
            or (word == "," and i > at)
            or (word == "to" and i + 1 < end and not reading.capital(i + 1))
        ):
            break
    while at < end and (
        (words[at] in rules.time and at + 1 < end and words[at - 1] not in rules.determiners)
        or (
            words[at] in ("on", "in", "last", "this", "earlier", "late")
            and at + 1 < end
            and words[at + 1] in rules.time
        )
        or words[at] in ("again", "also", "then")
    ):
        at += 1
    return at, False


def _skipped(reading: Reading, at: int, start: int) -> bool:
    """Tell whether what stands before "that" is whom, when or where, not something that "that" describes."""
    word, rules = reading.words[at], reading.rules
    return word in rules.prepositions or word in rules.time or word in rules.adverbs or word == "," or at > start


def _marked_start(reading: Reading, cue: Cue, start: int, end: int) -> int | None:
    """Return where "that", "whether", "to" opens what someone is told or asked, with no verb before it."""
    words, inside = reading.words, reading.inside
    for i in range(start, min(end, start + _ADDRESSED_LIMIT)):
        word = words[i]
        if inside[i] >= 0 or reading.finite(i) or word in (",", ":", ";"):
            return None
        if word == "that" and i + 1 < end and not (i > start and words[i - 1] in reading.rules.prepositions):
            return i
        if i > start and word in ("whether", "if", "why", "how", "what", "when", "where", "which", "to"):
            if word == "to":
                if i + 1 < end and (words[i + 1] in reading.rules.determiners or reading.capital(i + 1)):
                    continue
                return i - 1 if words[i - 1] == "not" else i
            return i
        if "a" not in cue.word.takes:
            continue
        if i == start and word in ("whether", "if", "why", "how", "what", "about", "for", "to"):
            return i + 1 if word == "about" else i
        if i > start and word == "about":
            return i + 1
    return None


def _past_addressee(reading: Reading, start: int, end: int) -> int:
    """Return the token after the one addressed: "me", "reporters", "The Associated Press", "a crowd in Iowa"."""
    words, rules, inside = reading.words, reading.rules, reading.inside
    at = start
    if words[at] in rules.objects:
        return at + 1
    while at < end and at - start < _ADDRESSED_LIMIT:
        word = words[at]
        if (
            inside[at] >= 0
            or word in ("that", ",", ":", "to", "about", "of")
            or word in _QUESTION_WORDS
            or word in _ENDS
        ):
            return at
        if at > start and (word in rules.time or word in rules.prepositions):
            break
        if (
            at > start
            and (word in rules.subjects or word in rules.determiners)
            and words[at - 1] not in ("and", "or", "'s")
        ):
            return at
        if at in reading.name_at:
            name = reading.name_at[at]
            if at > start and (words[at - 1] in rules.people or words[at - 1].endswith("s")) and words[at - 1] != "'s":
                return at
            at = name.last
            continue
        if reading.finite(at):
            return start if at == start else at
        at += 1
    return at


def clause_like(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the tokens hold a subject and a verb, so that they can be what was said."""
    words, rules = reading.words, reading.rules
    if first >= last:
        return False
    word = words[first]
    if (
        word in ("that", "there", "it's", "he's", "she's", "they're", "we're", "i'm", "you're")
        or reading.inside[first] >= 0
    ):
        return True
    if word.partition("'")[0] in rules.subjects and word not in rules.determiners and last - first > 1:
        return True
    verbs = relatives = 0
    for i in range(first + 1, last):
        if reading.inside[i] >= 0 or (words[i] in rules.auxiliaries and words[i] != "'s"):
            return True
        if reading.finite(i):
            verbs += 1
        elif words[i] in rules.relatives or words[i] in rules.subordinators:
            relatives += 1
        if verbs > relatives:
            return True
    return False


def starts_content(reading: Reading, cue: Cue, at: int, end: int, *, sure: bool) -> bool:
    """Tell whether what stands at *at* can be what the verb of the cue reports."""
    words = reading.words
    takes, lemma = cue.word.takes, cue.word.lemma
    if at >= end:
        return False
    if words[cue.first] == "to" and lemma != "say":
        takes = "h" if set(takes) & set("ch") else ""
    word = words[at]
    if reading.inside[at] >= 0 and not takes:
        return speech(reading, reading.inside[at])
    if reading.inside[at] >= 0 or ((sure or word == "that") and set(takes) & set("cthan")):
        return True
    if word in _QUESTION_WORDS and lemma not in ("continue", "begin"):
        return bool(set(takes) & set("cha"))
    if word == "to" and lemma in (
        "promise",
        "pledge",
        "vow",
        "swear",
        "ask",
        "tell",
        "urge",
        "threaten",
        "propose",
        "advise",
        "instruct",
        "warn",
        "claim",
        "beg",
        "remind",
        "order",
    ):
        return True
    if "c" in takes and clause_like(reading, at, end):
        return word not in reading.rules.prepositions or _verb_before_comma(reading, at, end)
    if "n" in takes:
        return (
            word in reading.rules.determiners
            or at in reading.name_at
            or word in reading.rules.objects
            or (
                word.isalpha()
                and word not in reading.rules.prepositions
                and word not in reading.rules.adverbs
                and word not in reading.rules.coordinators
                and word not in reading.rules.subordinators
            )
        )
    return False


def _verb_before_comma(reading: Reading, at: int, end: int) -> bool:
    """Tell whether a clause that opens with a preposition has its verb, or after a comma its subject."""
    for i in range(at, end):
        if reading.words[i] == ",":
            return i + 1 < end and reading.opens_phrase(i + 1) and not reading.words[i + 1].endswith("ing")
        if reading.finite(i):
            return True
    return False


def contents(reading: Reading, cue: Cue, source: Source | None, unit: Range) -> Contents | None:
    """Return what the cue reports in its sentence, or None where it reports nothing here."""
    words, inside = reading.words, reading.inside
    shared = source is None or source.shared or words[source.first] in ("who", "which", "whom", "that")
    head = cue.first if source is None or shared else min(cue.first, source.first)
    tail = max(cue.last, source.last) if source is not None and source.inverted else cue.last
    last = _statement_end(reading, tail, unit[1])
    before = None if source is not None and shared else trimmed(reading, unit[0], head)
    if before is not None and words[head - 1] in _SET_OFF:
        tail = _past_circumstance(reading, tail, last)
    comma_after = tail < last and inside[tail] < 0 and (words[tail] == "," or words[tail] in _DASHES)
    start, sure = after_cue(reading, cue, tail, last)
    follows = starts_content(reading, cue, start, last, sure=sure)
    if source is not None and source.inverted and before is not None and not (start < last and inside[start] >= 0):
        follows = sure = False
    if before is not None and _ends_quoted(reading, before, head):
        introduces = _introduces(reading, before[0]) and not comma_after and follows
        if not introduces:
            after = _resumed(reading, tail, last, comma_after=comma_after)
            return Contents(before=_from_colon(reading, _without_dateline(reading, before)), after=after)
    if cue.passive and not (cue.word.lemma == "tell" and sure):
        return None
    resumes = comma_after and start < last and inside[start] >= 0 and _starts_lower(reading, start)
    if before is not None and words[head - 1] in _SET_OFF and (resumes or not (sure and follows)):
        found = _set_off(reading, cue, before, (tail, start, last), comma_after=comma_after, follows=follows)
        if found is not None:
            return found
    if comma_after and head > unit[0] and words[head - 1] == "as":
        content = trimmed(reading, tail + 1, last)
        return Contents(after=content) if content else None
    if comma_after and not sure:
        return _after_comma(reading, cue, tail + 1, last)
    if not follows:
        return None
    if inside[start] >= 0 and (words[start - 1] in (",", ":") or not set(cue.word.takes) & _CLAUSAL):
        return Contents(after=_quotation_from(reading, start, last))
    content = trimmed(reading, start, statement_cut(reading, cue, unit, start, last))
    return Contents(after=content) if content else None


def statement_cut(reading: Reading, cue: Cue, unit: Range, start: int, last: int) -> int:
    """
    Return where the reporter's own words go on after what was said; *last* where they do not.

    That is after the comma that closes "While X argues that ...,", at "which X said ...,", before ", but he ...",
    ", pointing to ..." and " and called ...".
    """
    words, inside = reading.words, reading.inside
    subordinate = _in_subordinate(reading, cue, unit)
    phrase = _is_phrase(reading, cue, start)
    verbs = 0
    for i in range(start + 1, last - 1):
        if inside[i] >= 0:
            stretch = reading.stretches[inside[i]]
            if i == stretch.close and words[stretch.last - 1] == "," and words[i + 1].endswith("ing"):
                return i + 1
            continue
        verbs += reading.finite(i)
        if words[i] in _SET_OFF:
            if subordinate and verbs and (reading.opens_phrase(i + 1) or reading.finite(i + 1)):
                return i
            if (phrase and not verbs and reading.finite(i + 1)) or _reporter_goes_on(reading, i + 1, last):
                return i
        elif words[i] == "and" and _verb_of_reporter(reading, i + 1, last, phrase=phrase and not verbs):
            return i
    return last


def _is_phrase(reading: Reading, cue: Cue, start: int) -> bool:
    """Tell whether what is reported is a thing rather than a statement: "announced his candidacy"."""
    word, rules = reading.words[start], reading.rules
    return (
        "n" in cue.word.takes
        and word not in ("that", "to", "there")
        and not (word in rules.subjects and word not in rules.determiners)
        and word not in _QUESTION_WORDS
    )


def _reporter_goes_on(reading: Reading, at: int, last: int) -> bool:
    """Tell whether the words after a comma are the reporter's: ", but he ...", ", pointing to ...", a last ", which ..."."""
    words = reading.words
    word = words[at]
    following = words[at + 1] if at + 1 < last else ""
    if word.endswith("ing"):
        return word in cue_words(reading.language)
    if word == "and":
        return following in ("he", "she")
    if word == "but":
        return following not in _STILL_SAID and at + 2 < last
    if word in ("which", "who"):
        return "," not in words[at:last]
    return False


def _verb_of_reporter(reading: Reading, at: int, last: int, *, phrase: bool) -> bool:
    """Tell whether the verb after "and" is the source's next deed: "... and called for", "... and he accused"."""
    words, rules = reading.words, reading.rules
    word = words[at]
    if word in ("he", "she"):
        return at + 1 < last and words[at + 1] in cue_words(reading.language)
    if phrase and reading.finite(at):
        return True
    return word in cue_words(reading.language) and word.endswith("ed") and words[at - 2] not in rules.be


def _in_subordinate(reading: Reading, cue: Cue, unit: Range) -> bool:
    """Tell whether the cue stands in a clause that another one follows: "While critics argue that ...,"."""
    words = reading.words
    if cue.first == unit[0]:
        return cue.word.form == "past"
    for i in range(cue.first - 1, unit[0] - 1, -1):
        if words[i] in ("while", "although", "though", "when", "if", "because", "since", "which", "after", "whom"):
            return i == unit[0] or words[i] in ("which", "whom") or words[i - 1] in _SET_OFF
        if words[i] in _SET_OFF or reading.inside[i] >= 0:
            return False
    return False


def _starts_lower(reading: Reading, start: int) -> bool:
    """Tell whether the quotation at *start* goes on with a sentence: its first word has a small letter."""
    first = reading.stretches[reading.inside[start]].first
    return reading.document.text[reading.document.starts[first]].islower()


def _past_circumstance(reading: Reading, tail: int, last: int) -> int:
    """Return the comma after words that tell when, where or to whom: ", X said in a statement on Friday,"."""
    words, rules = reading.words, reading.rules
    if tail >= last or not (words[tail] in rules.prepositions or words[tail] in rules.time or words[tail] in _TOLD):
        return tail
    for i in range(tail, min(last, tail + _CIRCUMSTANCE_LIMIT)):
        if reading.inside[i] >= 0 or reading.finite(i) or words[i] in rules.subordinators:
            return tail
        if words[i] == ",":
            return i
    return tail


def _introduces(reading: Reading, first: int) -> bool:
    rules = reading.rules
    return reading.inside[first] < 0 and reading.words[first] in rules.prepositions | rules.subordinators


def _statement_end(reading: Reading, tail: int, end: int) -> int:
    """Return the end of the sentence without the stops outside of quotation marks."""
    while end > tail and reading.inside[end - 1] < 0 and reading.words[end - 1] in _ENDS | {")"}:
        end -= 1
    return tail if tail < end and reading.words[tail] == ";" else end


def _set_off(
    reading: Reading, cue: Cue, before: Range, rest: tuple[int, int, int], *, comma_after: bool, follows: bool
) -> Contents | None:
    """Return the clause before ", X said", with what follows a second comma: "The plan, X said, was dead"."""
    words = reading.words
    tail, start, last = rest
    clausal = clause_like(reading, *before)
    quoted = comma_after and reading.inside[min(tail + 1, last - 1)] >= 0
    if comma_after and tail + 2 < last and words[tail + 1] not in _REPORTER_AGAIN and ("c" in cue.word.takes or quoted):
        after = trimmed(reading, tail + 1, last)
        if after is not None and clausal and words[after[0]] in _NEW_CLAUSE:
            after = None
        short = not clausal and before[1] - before[0] < _SHORT and _introduces(reading, before[0])
        if after is not None and (short or before[1] - before[0] == 1 and words[before[0]] in _OPENING_WORDS):
            return Contents(after=after)
        return Contents(before=_without_dateline(reading, before), after=after)
    empty = (
        tail >= last
        or start >= last
        or words[tail] in reading.rules.prepositions | reading.rules.time | {",", "as", "when"}
    )
    if clausal and empty and not follows and set(cue.word.takes) & set("cha"):
        return Contents(before=_without_dateline(reading, before))
    return None


def _after_comma(reading: Reading, cue: Cue, start: int, last: int) -> Contents | None:
    """Return what follows "X said,": a quotation, or a clause after another phrase between commas."""
    words = reading.words
    if start < last and reading.inside[start] >= 0:
        return Contents(after=_quotation_from(reading, start, last))
    if "c" in cue.word.takes and clause_like(reading, start, last) and words[start] not in _NEW_CLAUSE:
        near = range(start, min(last, start + _ADDRESSED_LIMIT))
        that = next((i for i in near if words[i] == "that" and words[i - 1] == ","), start)
        return Contents(after=(that, last))
    return None


def _quotation_from(reading: Reading, start: int, last: int) -> Range:
    """Return the quotation that starts at *start*, with what follows it where that goes on as one with it."""
    k = reading.inside[start]
    end = reading.stretches[k].end
    while end < last and reading.inside[end] >= 0:  # the next one follows at once
        end = reading.stretches[reading.inside[end]].end
    return (start, min(end, last))


def _ends_quoted(reading: Reading, before: Range, head: int) -> bool:
    """Tell whether the words before the attribution end with a quotation that reads as speech."""
    words, inside = reading.words, reading.inside
    k = inside[before[1] - 1]
    if k < 0 or any(inside[i] < 0 and words[i] not in (",", "—", "–", "―", "--", "-") for i in range(before[1], head)):
        return False
    if not speech(reading, k):
        return False
    stretch = reading.stretches[k]
    closed_by_comma = words[stretch.last - 1] in (",", "?", "!", "—", "...", "…", ".") or (
        head > before[1] and words[head - 1] == ","
    )
    long = stretch.last - stretch.first >= 6
    return closed_by_comma or long


def _from_colon(reading: Reading, before: Range) -> Range:
    """Return the quotation alone where a colon or dash introduces it: "He was firm: '...', he said"."""
    k = reading.inside[before[1] - 1]
    start = reading.stretches[k].start
    if before[0] < start and reading.words[start - 1] in (":", "—", "–", "―", "--", "-"):
        return (start, before[1])
    return before


def _resumed(reading: Reading, tail: int, last: int, *, comma_after: bool) -> Range | None:
    """Return the quotation that goes on after the attribution that broke it: '“...,” he said, “...”'."""
    inside = reading.inside
    for i in range(tail, last):
        k = inside[i]
        if k < 0:
            continue
        if not speech(reading, k):
            return None
        if comma_after and i - tail <= 3:
            return (i, last)
        stretch = reading.stretches[k]
        if reading.words[i - 1] in (",", ":") or (stretch.last - stretch.first >= 6 and i - tail < 10):
            return (i, stretch.end)
        return None
    return None


def _without_dateline(reading: Reading, before: Range) -> Range:
    """Return the range without a dateline at its start: "LONDON (AP) —"."""
    words = reading.words
    first, last = before
    for i in range(first, min(last, first + 12)):
        if words[i] in ("—", "–", "―", "--", "-") and reading.inside[i] < 0:
            place = reading.document.surface(first, first + 1)
            if place.isupper() and len(place) > 2 and i + 1 < last:
                return (i + 1, last)
            break
    return before
