"""Where what was said starts after a cue: past whom it was said to, when and where."""

from typing import Final

from newsmodel.text.grammar.reporting import cue_words
from newsmodel.text.grammar.tagset import ADJECTIVE, ADVERB, AUXILIARY, GENITIVE, ING, NAME, NOUN, VERB
from newsmodel.text.quotes.content_bounds import DASHES, ENDS, clause_like, speech
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.reading import Reading

_ADDRESSED_LIMIT: Final = 14
_LONGEST_NAMED: Final = 6
_NAMED: Final = frozenset({ADJECTIVE, GENITIVE, NAME, NOUN})
_INFINITIVE: Final = AUXILIARY | {ADVERB, VERB}
_LONGEST_MEDIUM: Final = 6
_MOST_CALLED: Final = 3
_LONGEST_ASIDE: Final = 9


def after_cue(reading: Reading, cue: Cue, start: int, end: int) -> tuple[int, bool]:
    """
    Return where what was said starts after the cue, and whether that is sure.

    Whom it was said to, when and where stand between: "told reporters on Tuesday that".
    """
    words, inside = reading.words, reading.inside
    if start >= end:
        return end, False
    if inside[start] >= 0 or words[start] in ("that", ":"):
        return (start + 1 if words[start] == ":" else start), True
    at = start = _past_statement(reading, start, end)
    if "t" in cue.word.takes or "a" in cue.word.takes:
        marked = _marked_start(reading, cue, start, end)
        if marked is not None:
            return marked, True
        past = _past_addressee(reading, start, end)
        thing = "n" in cue.word.takes and (past >= end or words[past] == ",")  # "promised hearings, though"
        at = past_aside(reading, start if thing else past, end)
        if at < end and (inside[at] >= 0 or words[at] == "that"):
            return at, True
    opened = _opened_soon(reading, at, start, end)
    return (_past_time(reading, at, end), False) if opened is None else (opened, True)


def past_aside(reading: Reading, at: int, end: int) -> int:
    """Return the token after an aside in dashes, or in commas before "that": "said — to loud applause — that"."""
    words = reading.words
    mark = words[at] if at < end and reading.inside[at] < 0 else ""
    if mark != "," and mark not in DASHES:
        return at
    for i in range(at + 1, min(end - 1, at + _LONGEST_ASIDE)):
        if reading.inside[i] >= 0 or (reading.finite[i] and mark == ","):
            return at
        if words[i] == mark:
            opened = words[i + 1] == "that" or (mark != "," and reading.inside[i + 1] >= 0)
            return i + 1 if opened or (mark != "," and not reading.has_verb(at, i)) else at
    return at


def _opened_soon(reading: Reading, at: int, start: int, end: int) -> int | None:
    """Return where, a few words on, a quotation mark, a colon or "that" opens what was said, if one does."""
    words, inside = reading.words, reading.inside
    for i in range(at, min(end, at + _ADDRESSED_LIMIT)):
        word = words[i]
        if inside[i] >= 0:
            return i if i > at and words[i - 1] in (",", ":") else None
        if word in DASHES:
            return None
        if word == ":":
            return i + 1
        if i > at and word in cue_words(reading.language) and reading.tags[i] == ING and words[i - 1] == ",":
            return None  # "said on Monday, adding that"
        if word == "that" and i > at and i + 1 < end and _skipped(reading, at, start):
            return i
        if i > at and words[at] == "to" and word in reading.rules.only_questions:  # "explained to the town why"
            return i if words[i - 1] not in reading.rules.prepositions else None
        if (
            reading.finite[i]
            or (word == "," and i > at)
            or (word == "to" and i + 1 < end and reading.tags[i + 1] == VERB)
        ):
            return None
    return None


def _past_time(reading: Reading, at: int, end: int) -> int:
    """Return the first token from *at* on that does not say when something was said."""
    words, rules = reading.words, reading.rules
    while at < end and (
        (
            words[at] in rules.time
            and at + 1 < end
            and words[at - 1] not in rules.determiners
            and not reading.finite[at + 1]  # "said Monday would be busy"
        )
        or (words[at] in rules.before_days and at + 1 < end and words[at + 1] in rules.time)
        or words[at] in rules.repeating
    ):
        at += 1
    return at


def _past_statement(reading: Reading, start: int, end: int) -> int:
    """Return the token after "in a statement", where the subject of what was said follows: "said in a statement it"."""
    words, rules = reading.words, reading.rules
    if words[start] not in rules.before_mediums:
        return start
    for i in range(start + 1, min(end - 2, start + _LONGEST_MEDIUM)):
        if words[i] in rules.announcing or words[i] in rules.mediums:
            following = words[i + 1]
            subject = following in rules.subjects and following not in rules.determiners and reading.finite[i + 2]
            return i + 1 if subject else start
        if reading.finite[i] or words[i] == ",":
            return start
    return start


def _skipped(reading: Reading, at: int, start: int) -> bool:
    """Tell whether what stands before "that" is whom, when or where, not something that "that" describes."""
    word, rules = reading.words[at], reading.rules
    return word in rules.prepositions or word in rules.time or word in rules.adverbs or word == "," or at > start


def _marked_start(reading: Reading, cue: Cue, start: int, end: int) -> int | None:
    """Return where "that", "whether", "to" opens what someone is told or asked, with no verb before it."""
    words, inside = reading.words, reading.inside
    for i in range(start, min(end, start + _ADDRESSED_LIMIT)):
        word = words[i]
        if inside[i] >= 0 or reading.finite[i] or word in (",", ":", ";"):
            return None
        if word == "that" and i + 1 < end and not (i > start and words[i - 1] in reading.rules.prepositions):
            return i
        if i > start and word in reading.rules.relatives and "a" not in cue.word.takes:
            return _past_relative(reading, i, end)
        if i > start and (word == "to" or word in reading.rules.questions):
            if word == "to":
                if i + 1 < end and (words[i + 1] in reading.rules.determiners or reading.capital(i + 1)):
                    continue
                return i - 1 if words[i - 1] == "not" else i
            return i
        if "a" not in cue.word.takes:
            continue
        if i == start and (word in reading.rules.asked_for or word in reading.rules.questions):
            return i + 1 if word == "about" else i
        if i > start and word == "about":
            return i + 1
    return None


def _past_relative(reading: Reading, at: int, end: int) -> int:
    """Return the "that" after a clause about whom it was said to: "told reporters who had come that"; else *end*."""
    return next((i for i in range(at + 2, min(end, at + _ADDRESSED_LIMIT)) if reading.words[i] == "that"), end)


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
            or word in (",", ":")
            or word in rules.after_addressees
            or word in reading.rules.questions
            or word in ENDS
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
            if at > start and _whole_addressee(reading, start, at):
                return at
            at = name.last
            continue
        if reading.finite[at]:  # "warned the town could lose"
            subject = reading.tags[at] in AUXILIARY and word.partition("'")[0] not in rules.subjects
            return start if at == start or subject else at
        at += 1
    return at


def _whole_addressee(reading: Reading, start: int, at: int) -> bool:
    """Tell whether the one addressed ends before a name: "told reporters Roe", "told the court Roe", no "host Roe"."""
    word, rules = reading.words[at - 1], reading.rules
    if word in rules.people and (rules.people[word][0] != "person" or reading.words[start] in rules.determiners):
        return True
    return word.endswith("s") and word != "'s"


def starts_content(reading: Reading, cue: Cue, at: int, end: int, *, sure: bool) -> bool:
    """Tell whether what stands at *at* can be what the verb of the cue reports."""
    words = reading.words
    takes, lemma = cue.word.takes, cue.word.lemma
    if at >= end:
        return False
    if words[cue.first] == "to" and lemma != "say":
        takes = "h" if set(takes) & set("ch") else ""
    word = words[at]
    if word == "," and reading.inside[at] < 0:
        return False
    if reading.inside[at] >= 0 and not takes:
        return speech(reading, reading.inside[at])
    if (
        word == "that"
        and words[at + 1 : at + 2]
        and words[at + 1] in reading.rules.prepositions
        and (at + 2 >= end or words[at + 2] == ",")
    ):
        return False  # "ruled that out"
    if reading.inside[at] >= 0 or ((sure or word == "that") and set(takes) & set("cthan")):
        return True
    if word in reading.rules.questions and lemma not in ("continue", "begin"):
        return bool(set(takes) & set("cha"))
    if word == "to" and lemma in reading.rules.infinitive:
        return True
    if word == "to" and not (at + 1 < end and reading.tags[at + 1] in _INFINITIVE):  # "would say to the town"
        return False
    if lemma == "say" and end - at > 2 and _opens_statement(reading, at):
        return True
    if "c" in takes and word not in reading.rules.coordinators and clause_like(reading, at, end):
        return word not in reading.rules.prepositions or _verb_before_comma(reading, at, end)
    if "o" in takes:
        return _is_named(reading, at, end)
    if "n" in takes:
        return not ("d" in takes and _is_act(reading, at, end)) and (
            word in reading.rules.determiners
            or at in reading.name_at
            or word in reading.rules.objects
            or (
                word.isalpha()
                and word not in reading.rules.time
                and word not in reading.rules.prepositions
                and word not in reading.rules.adverbs
                and word not in reading.rules.coordinators
                and word not in reading.rules.subordinators
            )
        )
    return False


def _is_named(reading: Reading, at: int, end: int) -> bool:
    """Tell whether an object and what it is called follow: "it a mistake", "the plan “dead”", no "the police"."""
    words, rules = reading.words, reading.rules
    if words[at] in rules.objects:
        named = at + 1
    elif at in reading.name_at:
        named = reading.name_at[at].last
    elif words[at] in rules.determiners:
        named = at + 1
        while named < min(end, at + _LONGEST_NAMED) and reading.tags[named] in _NAMED:
            named += 1
    else:
        return False
    if named >= end or reading.inside[named] >= 0:
        if named >= end:
            return False
        stretch = reading.stretches[reading.inside[named]]
        return stretch.last - stretch.first <= _MOST_CALLED or not speech(reading, reading.inside[named])
    return words[named] in rules.noun_openers


def _is_act(reading: Reading, at: int, end: int) -> bool:
    """Tell whether the object is what comes about by declaring it: "declared a state of emergency"."""
    for i in range(at, min(end, at + _LONGEST_NAMED)):
        if reading.words[i] in reading.rules.declared:
            return True
        if reading.inside[i] >= 0 or reading.finite[i] or reading.words[i] == ",":
            return False
    return False


def _opens_statement(reading: Reading, at: int) -> bool:
    """Tell whether the word after "said" opens what was said, whatever else it does: "said areas where ..."."""
    word, rules = reading.words[at], reading.rules
    return word.isalpha() and not (
        word in rules.prepositions
        or word in rules.adverbs
        or word in rules.coordinators
        or word in rules.subordinators
        or word in rules.time
    )


def _verb_before_comma(reading: Reading, at: int, end: int) -> bool:
    """Tell whether a clause that opens with a preposition has its verb, or after a comma its subject."""
    for i in range(at, end):
        if reading.words[i] == ",":
            return i + 1 < end and reading.opens_phrase(i + 1) and not reading.words[i + 1].endswith("ing")
        if reading.finite[i]:
            return True
    return False


def is_phrase(reading: Reading, cue: Cue, start: int) -> bool:
    """Tell whether what is reported is a thing rather than a statement: "announced his candidacy"."""
    word, rules = reading.words[start], reading.rules
    return "o" in cue.word.takes or (
        "n" in cue.word.takes
        and word not in ("that", "to", "there")
        and not (word in rules.subjects and word not in rules.determiners)
        and word not in reading.rules.questions
    )
