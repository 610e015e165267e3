"""Contents: which words before, after or around a cue are what was said."""

from typing import Final, final

import attrs

from newsmodel.text.quotes.content_bounds import (
    DASHES,
    ENDS,
    SET_OFF,
    clause_like,
    speech,
    statement_cut,
    title_like,
    trimmed,
)
from newsmodel.text.quotes.content_starts import after_cue, is_phrase, starts_content
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.quotes.sources import Source

# "who asked not to be named" reports nothing.
_ANONYMITY: Final = (["not", "to", "be"], ["to", "remain", "anonymous"])
_CLOSES: Final = ENDS | {")"}
_CLAUSAL: Final = frozenset("cn")
_THAT: Final = frozenset("ch")
_NEAR: Final = 14
_CIRCUMSTANCE_LIMIT: Final = 9
_DATELINE_LIMIT: Final = 12


@final
@attrs.define(eq=False)
class Contents:
    """What was said, in token ranges, and on which side of the cue it stands."""

    before: Range | None = None
    after: Range | None = None
    phrase: bool = False
    """Whether it is a thing rather than a statement: "announced his candidacy"."""


def contents(reading: Reading, cue: Cue, source: Source | None, unit: Range) -> Contents | None:
    """Return what the cue reports in its sentence, or None where it reports nothing here."""
    words, inside = reading.words, reading.inside
    if cue.word.lemma == "ask" and words[cue.last : cue.last + 3] in _ANONYMITY:
        return None
    shared = source is None or source.shared or words[source.first] in reading.rules.relatives
    head = cue.first if source is None or shared else min(cue.first, source.first)
    tail = max(cue.last, source.last) if source is not None and source.inverted else cue.last
    last = _statement_end(reading, tail, unit[1])
    before = None if source is not None and shared else trimmed(reading, unit[0], head)
    if before is not None and words[head - 1] in SET_OFF:
        tail = _past_circumstance(reading, tail, last)
    comma_after = tail < last and inside[tail] < 0 and (words[tail] == "," or words[tail] in DASHES)
    start, sure = after_cue(reading, cue, tail, last)
    follows = starts_content(reading, cue, start, last, sure=sure) and not _in_return(reading, cue, tail)
    if source is not None and source.inverted and before is not None and not (start < last and inside[start] >= 0):
        follows = sure = False
    titled = cue.word.lemma == "say" and not comma_after and not (start < last and inside[start] >= 0)
    if before is not None and not cue.passive and _ends_quoted(reading, before, head, titled=titled):
        introduces = _introduces(reading, before[0]) and not comma_after and follows
        if not introduces:
            after = _resumed(reading, tail, last, comma_after=comma_after)
            return Contents(before=_from_colon(reading, _without_dateline(reading, before)), after=after)
    if cue.passive and not (sure and (cue.word.lemma in ("tell", "ask") or words[cue.first - 1] == "it")):
        return None
    resumes = comma_after and tail + 1 < last and words[tail + 1] == "that"
    if comma_after and start < last and inside[start] >= 0:
        resumes = _starts_lower(reading, start)
    if before is not None and words[head - 1] in SET_OFF and (resumes or not (sure and follows)):
        found = _set_off(reading, cue, before, (tail, start, last), comma_after=comma_after, follows=follows)
        if found is not None:
            return found
    if head > unit[0] and words[head - 1] == "as":
        comma = tail if comma_after else _past_told(reading, cue, tail, last)
        content = trimmed(reading, comma + 1, last) if comma < last else None
        if content or comma_after:
            return Contents(after=content) if content else None
    if comma_after and not sure:
        return _after_comma(reading, cue, tail + 1, last)
    if not follows:
        return None
    if inside[start] >= 0 and (words[start - 1] in (",", ":") or not set(cue.word.takes) & _CLAUSAL):
        return Contents(after=_quotation_from(reading, start, last))
    if words[start] in reading.rules.objects and _nothing_more(reading, start + 1, last):
        return None  # "denied it on Monday"
    phrase = is_phrase(reading, cue, start)
    content = trimmed(reading, start, statement_cut(reading, cue, unit, start, last, phrase=phrase))
    return Contents(after=content, phrase=phrase) if content else None


def _in_return(reading: Reading, cue: Cue, tail: int) -> bool:
    """Tell whether deeds follow rather than words: "responded by building a bridge"."""
    return cue.word.lemma == "respond" and reading.words[tail] in reading.rules.in_return


def _nothing_more(reading: Reading, at: int, last: int) -> bool:
    """Tell whether nothing is reported from *at* on, but at most when and where; "accused him of lying" goes on."""
    rules = reading.rules
    if at >= last:
        return True
    word = reading.words[at]
    return not reading.finite[at] and word != "of" and (word in rules.prepositions or word in rules.time)


def _starts_lower(reading: Reading, start: int) -> bool:
    """Tell whether the quotation at *start* goes on with a sentence: its first word has a small letter."""
    first = reading.stretches[reading.inside[start]].first
    return reading.document.text[reading.document.starts[first]].islower()


def _past_circumstance(reading: Reading, tail: int, last: int) -> int:
    """Return the comma after words that tell when, where or to whom: ", X said in a statement on Friday,"."""
    words, rules = reading.words, reading.rules
    if tail >= last or not (
        words[tail] in rules.prepositions or words[tail] in rules.time or words[tail] in reading.rules.told
    ):
        return tail
    for i in range(tail, min(last, tail + _CIRCUMSTANCE_LIMIT)):
        if reading.inside[i] >= 0 or reading.finite[i] or words[i] in rules.subordinators:
            return tail
        if words[i] == ",":
            return i
    return tail


def _past_told(reading: Reading, cue: Cue, tail: int, last: int) -> int:
    """Return the comma after whom it was told and when: "As Roe told The Herald on Monday,"; *last* without one."""
    words, rules = reading.words, reading.rules
    timed = "c" in cue.word.takes and tail < last and (words[tail] in rules.time or words[tail] in ("on", "in"))
    if "t" not in cue.word.takes and not timed:
        return last
    for i in range(tail, min(last, tail + _CIRCUMSTANCE_LIMIT)):
        if reading.inside[i] >= 0 or reading.finite[i] or words[i] == "that":
            return last
        if words[i] == ",":
            return last if words[i + 1] in rules.coordinators else i
    return last


def _introduces(reading: Reading, first: int) -> bool:
    rules = reading.rules
    return reading.inside[first] < 0 and (
        reading.words[first] in rules.prepositions
        or reading.words[first] in rules.subordinators
        or reading.words[first] in rules.time
    )


def _statement_end(reading: Reading, tail: int, end: int) -> int:
    """Return the end of the sentence without the stops outside of quotation marks."""
    while end > tail and reading.inside[end - 1] < 0 and reading.words[end - 1] in _CLOSES:
        end -= 1
    return tail if tail < end and reading.words[tail] == ";" else end


def _set_off(
    reading: Reading, cue: Cue, before: Range, rest: tuple[int, int, int], *, comma_after: bool, follows: bool
) -> Contents | None:
    """Return the clause before ", X said", with what follows a second comma: "The plan, X said, was dead"."""
    words = reading.words
    tail, start, last = rest
    inverted = tail > cue.last and cue.word.lemma == "say"
    clausal = clause_like(reading, *before) or (inverted and before[1] - before[0] > 2)
    quoted = comma_after and reading.inside[min(tail + 1, last - 1)] >= 0
    if (
        comma_after
        and tail + 2 < last
        and words[tail + 1] not in reading.rules.reporter_again
        and (not _THAT.isdisjoint(cue.word.takes) or quoted)
    ):
        after = trimmed(reading, tail + 1, last)
        if after is not None and clausal and _of_reporter(reading, after[0]):
            after = None
        if after is not None and before[1] - before[0] == 1 and words[before[0]] in reading.rules.opening:
            return Contents(after=after)
        return Contents(before=_without_dateline(reading, before), after=after)
    empty = (
        tail >= last
        or start >= last
        or words[tail] in (",", "as", "when")
        or words[tail] in reading.rules.prepositions
        or words[tail] in reading.rules.time
        or words[start] in reading.rules.prepositions
        or words[start] in reading.rules.time  # "X told reporters in Ulm on Friday"
    )
    if clausal and empty and not follows and set(cue.word.takes) & set("cha"):
        return Contents(before=_without_dateline(reading, before))
    return None


def _of_reporter(reading: Reading, at: int) -> bool:
    """Tell whether the reporter speaks again after ", X said,": ", but", ", speaking on condition of anonymity"."""
    return reading.words[at] in reading.rules.new_clause or reading.words[at] == "speaking"


def _after_comma(reading: Reading, cue: Cue, start: int, last: int) -> Contents | None:
    """Return what follows "X said,": a quotation, or a clause after another phrase between commas."""
    words = reading.words
    if start < last and reading.inside[start] >= 0:
        return Contents(after=_quotation_from(reading, start, last))
    if "c" in cue.word.takes and clause_like(reading, start, last) and words[start] not in reading.rules.new_clause:
        near = range(start, min(last, start + _NEAR))
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


def _ends_quoted(reading: Reading, before: Range, head: int, *, titled: bool) -> bool:
    """Tell whether the words before the attribution end with a quotation that reads as speech, or may be a title."""
    words, inside = reading.words, reading.inside
    k = inside[before[1] - 1]
    if k < 0 or any(inside[i] < 0 and words[i] not in (",", "—", "–", "―", "--", "-") for i in range(before[1], head)):
        return False
    stretch = reading.stretches[k]
    titled = (
        titled and before[0] == stretch.start and head == stretch.end and words[stretch.last - 1] in (",", "!", "?")
    )
    if not (titled or speech(reading, k)):
        return False
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
        told = reading.words[tail] not in reading.rules.prepositions
        title = not told and title_like(reading, reading.stretches[k].first, reading.stretches[k].last)
        if title or not speech(reading, k):  # 'she recalled in her memoir, “Dirty Water”'
            return None
        if comma_after and i - tail <= 3:
            return (i, last)
        stretch = reading.stretches[k]
        if reading.words[i - 1] in (",", ":") or (stretch.last - stretch.first >= 6 and i - tail < 10):
            return (i, stretch.end)
        return None
    return None


def _without_dateline(reading: Reading, before: Range) -> Range:
    """Return the range without a dateline at its start: "LONDON (AP) —", "NEW DELHI:"."""
    words = reading.words
    first, last = before
    for i in range(first, min(last, first + 12)):
        if words[i] == ":" and i - first < 4 and reading.inside[i] < 0 and i + 1 < last:
            place = reading.document.surface(first, i)
            return (i + 1, last) if place.isupper() and len(place) > 2 else before
        if words[i] in ("—", "–", "―", "--", "-") and reading.inside[i] < 0:
            place = reading.document.surface(first, first + 1)
            if place.isupper() and len(place) > 2 and i + 1 < last:
                return (i + 1, last)
            break
    return before
