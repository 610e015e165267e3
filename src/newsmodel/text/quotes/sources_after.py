"""Sources after a cue: "said Jim Clyburn, a congressman", up to where they end."""

from typing import Final

from newsmodel.text.grammar.reporting import cue_words
from newsmodel.text.grammar.tagset import AUXILIARY, PAST, PHRASE_STARTS
from newsmodel.text.names.lexicon import name_lexicon, title_end
from newsmodel.text.quotes.reading import Reading
from newsmodel.text.quotes.sources import BREAKS, Source

_LONGEST_CLAUSE: Final = 15


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
    described = word in rules.of_persons  # a relative clause is open, to which a day belongs: "the man who left Monday"
    while last < limit:
        word = words[last]
        name = reading.name_at.get(last)
        if name is not None and last < name.last - 1 < limit and inside[name.last - 1] < 0:
            last = name.last  # with the marks in it: 'Joe "Bud" Roe'
            continue
        if inside[last] >= 0 and reading.stretches[inside[last]].end - reading.stretches[inside[last]].start > 6:
            break
        if word == ",":
            if not _continues_source(reading, last + 1, limit) or _tells_more(reading, last + 1, limit):
                break
        elif (
            word in BREAKS
            or (
                word in rules.time
                and last not in reading.name_at
                and words[last - 1] not in rules.determiners
                and not described
            )
            or _leads_on(reading, first, last, limit)
        ):
            break
        described = word in rules.of_persons or (described and word != ",")
        last += 1
    while last > first + 1 and (
        words[last - 1] in BREAKS or words[last - 1] in rules.prepositions or words[last - 1] in rules.coordinators
    ):
        last -= 1
    return Source(first, last, inverted=True)


def _leads_on(reading: Reading, first: int, at: int, limit: int) -> bool:
    """Tell whether the word at *at* opens when, where or how it was said, or another clause: "said Roe after"."""
    word, rules = reading.words[at], reading.rules
    following = reading.words[at + 1] if at + 1 < limit else ""
    if word in rules.circumstantial and not _relative_open(reading, first, at):
        located = bool(following) and word in rules.locating and reading.capital(at + 1) and following not in rules.time
        return word != "at" and not located
    if word in rules.subordinators:
        return following not in rules.time
    verb = bool(following) and (bool(reading.finite[at + 1]) or following in rules.adverbs)
    return word in rules.contrasting or (word in rules.conjoining and verb)


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
    if reading.words[first] not in reading.rules.of_persons:
        return False
    verbs = cue_words(reading.language)
    return any(reading.words[i] in verbs for i in range(first + 1, min(limit, first + 4)))


def is_clause(reading: Reading, first: int, limit: int) -> bool:
    """Tell whether what stands up to the next mark has a verb of its own, so that it describes nobody."""
    rules = reading.rules
    for i in range(first, min(limit, first + _LONGEST_CLAUSE)):
        word = reading.words[i]
        if word in BREAKS or word in rules.relatives or word in rules.subordinators:
            return False
        if i > first and reading.finite[i] and (reading.tags[i] in AUXILIARY or _only_past(reading, i)):
            return True
    return False


def _only_past(reading: Reading, at: int) -> bool:
    """Tell whether a word is a past form and no participle: "broke", "found 30 cars", no "a group called Ulm First"."""
    word, rules = reading.words[at], reading.rules
    follows = reading.tags[at + 1 : at + 2]
    object_ = len(follows) > 0 and follows[0] in PHRASE_STARTS
    return reading.tags[at] == PAST and word not in rules.naming and (object_ or word not in rules.participles)


def _relative_open(reading: Reading, first: int, last: int) -> bool:
    return any(
        reading.words[i] in reading.rules.after_names and reading.words[i] in reading.rules.relatives
        for i in range(max(first, last - 20), last)
    )


def _continues_source(reading: Reading, first: int, limit: int) -> bool:
    """Tell whether what follows a comma after the source still describes it: "said X, a spokesman for Y"."""
    words, rules = reading.words, reading.rules
    if first >= limit or reading.inside[first] >= 0 or is_clause(reading, first, limit):
        return False
    word = words[first]
    if word in rules.of_persons or word.rstrip(".") in name_lexicon(reading.language).suffixes or word[0].isdigit():
        return True
    if word in rules.time or word in rules.prepositions or word in rules.subjects or word in rules.subordinators:
        return word in rules.singling and word not in rules.subordinators
    if word.endswith("ing") or word in rules.coordinators or word in rules.adverbs:
        return False
    return (
        word in rules.determiners
        or word in rules.people
        or reading.capital(first)
        or (word.isalpha() and not reading.finite[first])
    )
