"""Sources: which words before or after a cue name who is speaking."""

from typing import NamedTuple, final

from newsmodel.text.quotes.cues import Cue, cue_words
from newsmodel.text.quotes.marks import Stretch
from newsmodel.text.quotes.reading import Reading
from newsmodel.text.speakers.names import title_end

_OPEN_BRACKETS = frozenset({"(", "["})
BREAKS = frozenset(
    {",", ";", ":", "—", "–", "―", "--", "-", "(", "[", "”", '"', "''", "…", "...", "*", "•", "|", "?", "!", "."}
)
_LONGEST = 60
_COMMA_LIKE = frozenset({",", ";", ":", "—", "–", "―", "--"})
_MOST_DESCRIPTIONS = 6


@final
class Source(NamedTuple):
    """Who speaks, in token indices: from `first` up to, not including, `last`."""

    first: int
    last: int
    inverted: bool = False
    """Whether it comes after the cue: "said the senator"."""
    shared: bool = False
    """Whether it is the subject of an earlier verb of the sentence: "arrived and said"."""


def source_before(reading: Reading, cue: Cue, floor: int) -> Source | None:
    """Return the source that ends right before the cue, not starting before token *floor*; None where there is none."""
    words, rules = reading.words, reading.rules
    at = cue.first - 1
    while at > floor and words[at] in rules.adverbs and words[at] not in rules.determiners and words[at - 1] == ",":
        at -= 1
    if at < floor:
        return None
    word = words[at]
    if word in (")", "]"):
        depth = at
        while depth > floor and words[depth] not in _OPEN_BRACKETS:
            depth -= 1
        if depth > floor:
            first = phrase_start(reading, depth, floor)
            return Source(first, cue.first) if first < depth else None
        return None
    if word in rules.relatives or ("'" in word and word.partition("'")[0] in rules.subjects):
        return Source(at, at + 1)
    if word in ("—", "–", "―", "--"):
        opening = at - 1
        while opening > floor and words[opening] not in ("—", "–", "―", "--"):
            opening -= 1
        return _head(reading, floor, opening, at) if opening > floor else None
    if word == ",":
        return _before_comma(reading, at, floor)
    if word in rules.coordinators or word in rules.subordinators or word in rules.prepositions:
        return None
    if word in BREAKS or (word in rules.objects and word not in rules.subjects):
        return None
    if reading.finite[at] and not _inside_relative(reading, at, floor):
        return None
    first = phrase_start(reading, at + 1, floor)
    if first > floor and reading.finite[first - 1] and all(words[i] in rules.time for i in range(first, at + 1)):
        first = phrase_start(reading, first - 1, floor)  # "a document filed Thursday says"
    return Source(first, at + 1) if first <= at else None


def phrase_start(reading: Reading, end: int, floor: int) -> int:
    """
    Return where the noun phrase starts that ends before token *end*.

    It reaches back to a mark, a conjunction or a verb; what opens it and only tells when or where is left out.
    """
    words, rules, inside = reading.words, reading.rules, reading.inside
    if words[end - 1] in rules.subjects and words[end - 1] not in rules.determiners and words[end - 1] != "others":
        return end - 1
    first = end
    relative = -1
    while first > floor and end - first < _LONGEST:
        at = first - 1
        word = words[at]
        if inside[at] >= 0:
            stretch = reading.stretches[inside[at]]
            if not _nickname(reading, stretch) or stretch.start < floor:
                break
            first = stretch.start
            continue
        if word in rules.relatives and word != "that" and at > floor and words[at - 1] != ",":
            relative = at
        elif word in BREAKS or (word in rules.subordinators and word not in ("as", "than", "like")):
            break
        elif word in rules.coordinators:
            if not _joins_phrases(reading, at, floor, first):
                break
        elif (
            reading.finite[at]
            and relative < 0
            and not _inside_relative(reading, at, floor)
            and not _only_describes(reading, at, floor)
        ):
            break
        first = at
    if words[first] in rules.relatives and first < end - 1:  # "which drivers"
        first += 1
    return _without_circumstance(reading, first, end)


def _nickname(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether the marks hold part of a name or of a description rather than a quotation: 'Joe “Bud” Smith'."""
    if stretch.last - stretch.first > 4 or reading.words[stretch.last - 1] in BREAKS or stretch.close < 0:
        return False
    before = stretch.start - 1
    return before >= 0 and (before in reading.name_at or reading.words[before][0].isalnum())


def _inside_relative(reading: Reading, at: int, floor: int) -> bool:
    """Tell whether the verb at *at* belongs to "who ..." or is a participle after a noun: "people polled"."""
    words = reading.words
    for i in range(at - 1, max(floor, at - 12) - 1, -1):
        if words[i] in ("who", "which"):
            return i > floor and words[i - 1] != ","
        if words[i] in BREAKS or words[i] in reading.rules.coordinators:
            return False
    return False


def _only_describes(reading: Reading, at: int, floor: int) -> bool:
    """Tell whether a participle belongs to the noun before it: "a report written for the city in 2019 warned"."""
    words, rules = reading.words, reading.rules
    if words[at] not in rules.participles or at == floor or reading.inside[at - 1] >= 0 or at - 1 in reading.name_at:
        return False
    before = words[at - 1]
    if not before.isalpha() or rules.is_adverb(before) or before in rules.subjects or before in rules.auxiliaries:
        return False
    if rules.only_participle(words[at]):
        return True
    return words[at + 1] == "by" or before in rules.people


def _joins_phrases(reading: Reading, at: int, floor: int, first: int) -> bool:
    """Tell whether the "and" at *at* joins noun phrases rather than clauses: "the mayor and his aides"."""
    words, rules = reading.words, reading.rules
    if words[at] not in ("and", "or") or at == floor or (first == at + 1 and words[first] in rules.subjects):
        return False
    for i in range(at - 1, floor - 1, -1):
        if reading.inside[i] >= 0 or reading.finite[i]:
            return False
        if words[i] in BREAKS or words[i] in rules.subordinators:
            return i + 1 < at and words[i + 1] not in rules.prepositions
    return words[floor] not in rules.prepositions


def _without_circumstance(reading: Reading, first: int, end: int) -> int:
    """Return *first* moved past adverbs and phrases that tell when or where: "On Tuesday the mayor"."""
    words, rules = reading.words, reading.rules
    while first < end - 1 and (
        words[first] in rules.coordinators
        or words[first] in ("as", "that", "like")
        or (words[first][0].isdigit() and ":" in words[first])  # "11:20 The fire service"
        or rules.is_adverb(words[first])
        or (words[first] in rules.time and first not in reading.name_at and not words[first].endswith("'s"))
    ):
        first += 1
    if words[first] not in rules.prepositions:
        return first
    name = reading.name_at.get(end - 1)
    if name is not None:
        first_ = name.title
        while (
            first_ > first + 1
            and first_ - 1 not in reading.name_at
            and (words[first_ - 1] in rules.people or words[first_ - 1] in rules.determiners)
        ):
            first_ -= 1
        return first_
    for i in range(end - 1, first, -1):
        if words[i] in rules.determiners:
            return i
    return end - 1


def _before_comma(reading: Reading, comma: int, floor: int) -> Source | None:
    """Return the source before a comma that closes a description: "Hugh Hill, a doctor at St. Mary's, said"."""
    words, inside = reading.words, reading.inside
    ends = [comma]
    while len(ends) < _MOST_DESCRIPTIONS:
        at = ends[-1] - 1
        while at >= floor and words[at] not in _COMMA_LIKE and not _speech_ends(reading, at):
            at -= 1
        first, end = max(at + 1, floor), ends[-1]
        head = end != comma and not _describes(reading, first, end)
        if head or at < floor or words[at] != ",":
            if inside[first] >= 0 or first >= end:
                return None
            if len(ends) > 2 and (_tells_already(reading, first, end) if head else _introduces(reading, first)):
                first, end = end + 1, ends[-2]
            return None if end == comma else _head(reading, first, end, comma)
        ends.append(at)
    return None


def _tells_already(reading: Reading, first: int, end: int) -> bool:
    """Tell whether the words are a clause of their own, so that the source begins after them."""
    start = phrase_start(reading, end, first)
    return (
        start > first
        and reading.words[start - 1] not in reading.rules.coordinators
        and reading.words[start - 1] not in reading.rules.subordinators
        and reading.has_verb(first, start)
    )


def _speech_ends(reading: Reading, at: int) -> bool:
    """Tell whether the token stands in a quotation, rather than in a title or nickname in marks."""
    k = reading.inside[at]
    if k < 0:
        return False
    stretch = reading.stretches[k]
    return stretch.last - stretch.first > 4 or reading.words[stretch.last - 1] in BREAKS


def _introduces(reading: Reading, first: int) -> bool:
    """Tell whether the words from *first* to the next comma tell when, where or how rather than who."""
    word, rules = reading.words[first], reading.rules
    return first not in reading.name_at and (
        word in rules.prepositions
        or word in rules.subordinators
        or word.endswith(("ing", "ed", "ly"))
        or word in rules.adverbs
    )


def _head(reading: Reading, first: int, end: int, comma: int) -> Source | None:
    """Return the source whose head is the last noun phrase of the tokens, its descriptions reaching to *comma*."""
    if end > first and reading.words[end - 1] in (")", "]"):
        bracket = end - 1
        while bracket > first and reading.words[bracket] not in _OPEN_BRACKETS:
            bracket -= 1
        end = bracket
    if end <= first or reading.words[end - 1] in BREAKS:
        return None
    word = reading.words[end - 1]
    if reading.finite[end - 1] or word in reading.rules.adverbs:
        return None
    if word in reading.rules.time and not _counted(reading, first, end - 1):
        return None
    start = phrase_start(reading, end, first)
    if start >= end:
        return None
    return Source(start, comma)


def _counted(reading: Reading, first: int, at: int) -> bool:
    """Tell whether a word of time ends a description: "the employee of four years"."""
    words = reading.words
    return any(words[i] == "of" for i in range(max(first, at - 3), at))


def _describes(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words between two commas describe what stands before them."""
    words, rules = reading.words, reading.rules
    if first >= last:
        return False
    word = words[first]
    if word in rules.descriptive or word[0].isdigit() or word in ("r-", "d-"):
        return True
    if reading.capital(first) and last - first < 4:
        return True
    if word.endswith(("ing", "ed")):
        return True
    verb = any(reading.finite[i] for i in range(first, last))
    if word in rules.determiners or word in rules.people or first in reading.name_at:
        return not verb or any(words[i] in rules.relatives for i in range(first, last)) or words[first] in ("a", "an")
    return not verb and word not in rules.subjects


def source_after(reading: Reading, first: int, limit: int) -> Source | None:
    """Return the source that starts at token *first* and ends by *limit*: "said Jim Clyburn, a congressman"."""
    words, rules, inside = reading.words, reading.rules, reading.inside
    if first >= limit or inside[first] >= 0:
        return None
    word = words[first]
    if not _may_start(reading, first, limit):
        return None
    if word == "that" or word in rules.time or (word in rules.subjects and word not in rules.determiners):
        return Source(first, first + 1, inverted=True) if word in rules.subjects and word != "i" else None
    last = first + 1
    while last < limit:
        word = words[last]
        if inside[last] >= 0 and reading.stretches[inside[last]].end - reading.stretches[inside[last]].start > 6:
            break
        if word == ",":
            if not _continues_source(reading, last + 1, limit) or _tells_more(reading, last + 1, limit):
                break
        elif word in BREAKS or (
            word in rules.time
            and last not in reading.name_at
            and words[last - 1] not in rules.determiners
            and not (
                "who" in words[first:last] and "," not in words[last - words[first:last][::-1].index("who") : last]
            )
        ):
            break
        elif word in rules.circumstantial and not _relative_open(reading, first, last):
            if word != "at" and not (
                word in ("in", "to", "on")
                and last + 1 < limit
                and reading.capital(last + 1)
                and words[last + 1] not in rules.time
            ):
                break
        elif (
            word in rules.subordinators
            or word == "but"
            or (word == "and" and last + 1 < limit and (reading.finite[last + 1] or words[last + 1] in rules.adverbs))
        ):
            break
        last += 1
    while last > first + 1 and (
        words[last - 1] in BREAKS or words[last - 1] in rules.prepositions or words[last - 1] in rules.coordinators
    ):
        last -= 1
    return Source(first, last, inverted=True)


def _may_start(reading: Reading, first: int, limit: int) -> bool:
    """Tell whether a source can start with the token: a capital, a determiner, a noun for people."""
    word, rules = reading.words[first], reading.rules
    return (
        reading.capital(first)
        or word in rules.determiners
        or word in rules.subjects
        or word in rules.people
        or word[0].isdigit()
        or title_end(reading.words, first, limit, reading.language) > first
        or (
            _may_describe(reading, first) and any(i in reading.name_at for i in range(first + 1, min(limit, first + 4)))
        )
    )


def _may_describe(reading: Reading, at: int) -> bool:
    """Tell whether a small word can be the noun or adjective before a name: "film director Jane Roe"."""
    word, rules = reading.words[at], reading.rules
    return word.isalpha() and not (
        word in rules.prepositions
        or word in rules.subordinators
        or word in rules.coordinators
        or word in rules.wh
        or word in rules.time
        or word in rules.auxiliaries
        or rules.is_adverb(word)
        or reading.finite[at]
    )


def _tells_more(reading: Reading, first: int, limit: int) -> bool:
    """Tell whether "who ..." after the source reports something itself: "said X, who noted that"."""
    if reading.words[first] != "who":
        return False
    verbs = cue_words(reading.language)
    return any(reading.words[i] in verbs for i in range(first + 1, min(limit, first + 4)))


def _relative_open(reading: Reading, first: int, last: int) -> bool:
    return any(reading.words[i] in ("who", "which", "whose") for i in range(max(first, last - 20), last))


def _continues_source(reading: Reading, first: int, limit: int) -> bool:
    """Tell whether what follows a comma after the source still describes it: "said X, a spokesman for Y"."""
    words, rules = reading.words, reading.rules
    if first >= limit or reading.inside[first] >= 0:
        return False
    word = words[first]
    if word in ("who", "whose", "jr.", "sr.", "jr") or word[0].isdigit():
        return True
    if word in rules.time or word in rules.prepositions or word in rules.subjects or word in rules.subordinators:
        return word in ("one", "of") and word not in rules.subordinators
    if word.endswith("ing") or word in rules.coordinators or word in rules.adverbs:
        return False
    return (
        word in rules.determiners
        or word in rules.people
        or reading.capital(first)
        or (word.isalpha() and not reading.finite[first])
    )
