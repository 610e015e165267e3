"""Contents: which words before, after or around a cue are what was said."""

from dataclasses import dataclass
from typing import Final, final

from newsmodel.text.grammar.tagset import AUXILIARY, ING, MODAL, PARTICIPLE
from newsmodel.text.quotes.content_bounds import (
    DASHES,
    ENDS,
    SET_OFF,
    clause_like,
    speech,
    statement_cut,
    title_like,
    trimmed,
    without_dateline,
)
from newsmodel.text.quotes.content_starts import after_cue, is_phrase, past_aside, starts_content
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.quotes.sources import Source

# "who asked not to be named" reports nothing.
_ANONYMITY: Final = (["not", "to", "be"], ["to", "remain", "anonymous"])
_CLOSES: Final = ENDS | {")"}
_CLAUSAL: Final = frozenset("cn")
_THAT: Final = frozenset("ch")
_ENDS_CLAUSE: Final = frozenset({":", ";"})
_NEAR: Final = 14
_CIRCUMSTANCE_LIMIT: Final = 9


@final
@dataclass(eq=False, slots=True)
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
        tail = _past_circumstance(reading, cue, tail, last)
    tail = past_aside(reading, tail, last)
    comma_after = tail < last and inside[tail] < 0 and (words[tail] == "," or words[tail] in DASHES)
    start, sure = after_cue(reading, cue, tail, last)
    follows = starts_content(reading, cue, start, last, sure=sure) and not _in_return(reading, cue, tail)
    if source is not None and source.inverted and before is not None and not (start < last and inside[start] >= 0):
        follows = sure = False
    follows = follows and not (words[head - 1] in SET_OFF and _tells_when(reading, before, tail, start))
    titled = cue.word.lemma == "say" and not comma_after and not (start < last and inside[start] >= 0)
    if before is not None and not cue.passive and _ends_quoted(reading, before, head, titled=titled):
        introduces = _introduces(reading, before[0]) and not comma_after and follows
        if not introduces:
            after = _resumed(reading, tail, last, comma_after=comma_after)
            return Contents(before=_from_colon(reading, without_dateline(reading, before)), after=after)
    if cue.passive and not (sure and (cue.word.lemma in ("tell", "ask") or words[cue.first - 1] == "it")):
        return None
    resumes = comma_after and tail + 1 < last and words[tail + 1] == "that"
    if comma_after and start < last and inside[start] >= 0:
        resumes = _starts_lower(reading, start)
    if before is not None and words[head - 1] in SET_OFF and (resumes or not (sure and follows)):
        found = _set_off(reading, cue, before, (tail, start, last), comma_after=comma_after, follows=follows)
        if found is not None:
            return found
    if head > unit[0] and words[head - 1] in reading.rules.quoting:
        told = _as_told(reading, cue, (unit[0], head - 1), (tail, last), comma_after=comma_after)
        if told is not None:
            return told if told.before is not None or told.after is not None else None
    if comma_after and not sure:
        return _after_comma(reading, cue, tail + 1, last)
    if not follows:
        return None
    if inside[start] >= 0 and (words[start - 1] in (",", ":") or not set(cue.word.takes) & _CLAUSAL):
        return Contents(after=_quotation_from(reading, start, last))
    thing = start + (words[start] in reading.rules.asked_for)
    if thing < last and words[thing] in reading.rules.objects and _nothing_more(reading, thing + 1, last):
        return None  # "denied it on Monday", "had asked for it"
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


def _past_circumstance(reading: Reading, cue: Cue, tail: int, last: int) -> int:
    """Return the comma after words that tell when, where or to whom: ", X said in a statement on Friday,"."""
    words, rules = reading.words, reading.rules
    if tail >= last:
        return tail
    told = cue.word.lemma == "tell" and reading.opens_phrase(tail)
    if not (told or words[tail] in rules.prepositions or words[tail] in rules.time or words[tail] in rules.told):
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
            return last if i + 1 < len(words) and words[i + 1] in rules.coordinators else i
    return last


def _as_told(reading: Reading, cue: Cue, before: Range, rest: Range, *, comma_after: bool) -> Contents | None:
    """
    Return what "as X said" reports: what follows its comma, the clause before it, or what stands around it.

    "As Roe said, the toll is dead", "The toll is dead, as Roe noted in May", "The toll, as Roe put it, is dead".
    Contents of neither where it reports nothing: "as Roe urged them to do, they left"; None where it may be a clause
    like any other.
    """
    words, rules = reading.words, reading.rules
    tail, last = rest
    comma = tail if comma_after else _past_told(reading, cue, tail, last)
    after = trimmed(reading, comma + 1, last) if comma < last else None
    first, end = before[0], min(comma, last)
    if words[end - 1] == "to" or words[end - 2 : end] == ["to", "do"]:
        return Contents()
    opening = None
    if before[1] - 1 > first and words[before[1] - 1] == "," and "c" in cue.word.takes and not cue.passive:
        colon = next((i for i in range(before[1] - 1, first, -1) if words[i] in _ENDS_CLAUSE), first)
        opening = trimmed(reading, colon, before[1])
    if after is not None:
        goes_on = opening is not None and words[opening[0]] not in rules.opening and _goes_on(reading, after[0])
        return Contents(before=opening if goes_on else None, after=after)
    said = opening is not None and clause_like(reading, *opening) and not reading.has_verb(tail, last)
    return Contents(before=without_dateline(reading, opening)) if said and opening is not None else None


def _goes_on(reading: Reading, at: int) -> bool:
    """Tell whether what stands at *at* needs what was said before the attribution: it has no subject of its own."""
    return bool(reading.finite[at]) or reading.words[at] in reading.rules.prepositions


def _tells_when(reading: Reading, before: Range | None, tail: int, start: int) -> bool:
    """Tell whether only when it was said follows the cue after a clause: "X is dead, he said after the game ended"."""
    if before is None or start != tail or tail >= len(reading.words) or reading.inside[tail] >= 0:
        return False
    when = reading.words[tail] in reading.rules.circumstantial and reading.words[tail] in reading.rules.subordinators
    return when and clause_like(reading, *before) and not _introduces(reading, before[0])


def _introduces(reading: Reading, first: int) -> bool:
    rules = reading.rules
    return reading.inside[first] < 0 and (
        reading.words[first] in rules.prepositions
        or reading.words[first] in rules.subordinators
        or reading.words[first] in rules.time
        or reading.tags[first] in (ING, PARTICIPLE)  # 'Walking to chants of “Roe!,” she said it was late'
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
        after = trimmed(reading, _past_day(reading, before, tail + 1, last), last)
        if after is not None and clausal and (_of_reporter(reading, after) or _effect(reading, before, after)):
            after = None
        if after is not None and before[1] - before[0] == 1 and words[before[0]] in reading.rules.opening:
            return Contents(after=after)
        return Contents(before=without_dateline(reading, before), after=after)
    empty = (
        tail >= last
        or start >= last
        or words[tail] == ","
        or words[tail] in reading.rules.circumstantial
        or words[tail] in reading.rules.prepositions
        or words[tail] in reading.rules.time
        or words[start] in reading.rules.prepositions
        or words[start] in reading.rules.time  # "X told reporters in Ulm on Friday"
    )
    if clausal and empty and not follows and set(cue.word.takes) & set("cha"):
        return Contents(before=without_dateline(reading, before))
    return None


def _past_day(reading: Reading, before: Range, at: int, last: int) -> int:
    """Return the token after the day on which it was said: ", said Roe, on Friday"; of what is to come, none."""
    words, rules = reading.words, reading.rules
    day = at + (words[at] in rules.before_days)
    if day >= last or words[day] not in rules.time:
        return at
    if day + 1 < last:
        return day + 2 if words[day + 1] == "," else at
    return at if MODAL in reading.tags[before[0] : before[1]] else last


def _of_reporter(reading: Reading, after: Range) -> bool:
    """Tell whether the reporter speaks again after ", X said,": ", who", ", and left", no ", and it has been fixed"."""
    at, last = after
    word, rules = reading.words[at], reading.rules
    if at + 1 == last:
        return word in rules.new_clause
    if word in rules.conjoining or word in rules.contrasting:
        return bool(reading.finite[at + 1]) and reading.tags[at + 1] not in AUXILIARY
    told = word in rules.prepositions and reading.words[at + 1] == "what"  # ", in what the town called a scandal"
    return told or word in rules.new_clause or word == "speaking"


def _effect(reading: Reading, before: Range, after: Range) -> bool:
    """Tell whether a participle after a whole statement tells what comes of it: ", X said, easing fears"."""
    return reading.tags[after[0]] == ING and reading.has_verb(*before) and not reading.has_verb(*after)


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
