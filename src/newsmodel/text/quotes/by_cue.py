"""Attribution by words: what a reporting verb or a name with a colon reports, and who says it."""

from typing import Final

from newsmodel.model import AttributionRule
from newsmodel.text.grammar.tagset import ADJECTIVE, ADVERB
from newsmodel.text.names.lexicon import place_names
from newsmodel.text.quotes.content_bounds import SET_OFF, opens_sentence, trimmed
from newsmodel.text.quotes.contents import contents
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.drafts import Draft
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.quotes.sources import Source, source_before
from newsmodel.text.quotes.sources_after import is_clause, source_after
from newsmodel.text.quotes.subjects import nearest_subject, phrase_before, subject_of_clause, subject_of_main_verb

_DASHES: Final = frozenset({"—", "–", "―", "--", "-"})
_ENDS_SOURCE: Final = frozenset({".", ",", ";", "—", "–", "--", "?", "!"})
_LONGEST_TURN: Final = 9
# What a verb takes that reports a thing as well as a statement.
_THING_TOLD: Final = frozenset("cn")


def by_cue(reading: Reading, unit: Range, cue: Cue, floor: int, found: list[Draft]) -> Draft | None:
    """Return what one verb of a sentence reports, with its source; *found* are the quotes before it."""
    if _idle(reading, unit, cue):
        return None
    if cue.passive and cue.last < unit[1] and _has_agent(reading, cue):
        return _of_agent(reading, unit, cue, floor)
    source = None if cue.passive else source_of(reading, unit, cue, floor, found)
    if source is None and cue.word.form == "base":
        return None
    hears = "l" in cue.word.takes
    if hears and (source is None or reading.rules.hearers.isdisjoint(reading.words[source.first : source.last])):
        return None
    got = contents(reading, cue, source, unit)
    if got is None:
        return None
    if got.before is not None and got.before[0] < floor:
        if _likened(reading, source):
            got.before = None
        elif not (found and _announces(found[-1], got.before)):
            got.before = _own_quotation(reading, got.before)
    ranges = [part for part in (got.before, got.after) if part is not None]
    if source is None and got.after is not None and opens_sentence(reading, cue, unit):
        source = subject_of_main_verb(reading, got.after[1] + 1, unit[1])
    if source is None and got.phrase and cue.word.form == "past":
        return None  # "after repeated clashes"
    parts = [piece for part in ranges if (piece := trimmed(reading, *part)) is not None]
    draft = Draft(parts, (cue.first, cue.last), None, AttributionRule.QUOTATION_CUE)
    if not parts or draft.overlaps(cue.first, cue.last):
        return None
    if source is not None and not hears and not draft.overlaps(source.first, source.last):
        draft.source = (source.first, source.last)
    inside = reading.inside
    if any(inside[first] < 0 or inside[last - 1] < 0 for first, last in parts):
        if len(ranges) == 2:
            draft.rule = AttributionRule.CLAUSE_AROUND_CUE
        elif got.before:
            draft.rule = AttributionRule.CLAUSE_BEFORE_CUE
        else:
            draft.rule = AttributionRule.NOUN_PHRASE if got.phrase else AttributionRule.CLAUSE_AFTER_CUE
    return draft


def _has_agent(reading: Reading, cue: Cue) -> bool:
    """Tell whether "by" follows a passive of which a thing can be the subject: "was confirmed by"."""
    return _THING_TOLD.issubset(cue.word.takes) and reading.words[cue.last] in reading.rules.agents


def _of_agent(reading: Reading, unit: Range, cue: Cue, floor: int) -> Draft | None:
    """Return what a passive with "by" reports, its subject: "Her death was confirmed by her son"."""
    told, agent = source_before(reading, cue, floor), source_after(reading, cue.last + 1, unit[1])
    if told is None or agent is None or reading.words[told.first] in reading.rules.relatives:
        return None
    content, source = (told.first, told.last), (agent.first, agent.last)
    return Draft([content], (cue.first, cue.last), source, AttributionRule.NOUN_PHRASE)


def _idle(reading: Reading, unit: Range, cue: Cue) -> bool:
    """Tell whether the verb reports nothing: "That said, ...", "All told, ...", "it is safe to say", "and I quote"."""
    words, first = reading.words, cue.first
    if cue.word.lemma in reading.rules.asides and words[first - 1] in reading.rules.nobody and first > unit[0]:
        return True  # "you said, and I quote, that"
    if words[first] == "to" and first - 2 > unit[0] and reading.tags[first - 1] in (ADJECTIVE, ADVERB):
        it = first - 2
        while it > unit[0] and (reading.finite[it] or reading.tags[it] == ADVERB or words[it] == "not"):
            it -= 1
        return words[it] in ("it", "it's") or words[it].startswith("it'")
    return cue.verb == unit[0] + 1 and words[unit[0]] in ("that", "all") and words[cue.last : cue.last + 1] == [","]


def _likened(reading: Reading, source: Source | None) -> bool:
    """Tell whether the attribution hangs on what stands before it: ", as Roe noted"."""
    return source is not None and source.first > 0 and reading.words[source.first - 1] in reading.rules.quoting


def _announces(draft: Draft, before: Range) -> bool:
    """Tell whether a quotation that ends the words before a cue stands right after the cue of another quote."""
    return draft.cue is not None and any(first - draft.cue[1] < 2 for first, last in draft.content if last == before[1])


def _own_quotation(reading: Reading, before: Range) -> Range:
    """Return the quotation alone that ends the words before a cue, where a comma parts it from another cue's."""
    k = reading.inside[before[1] - 1]
    start = reading.stretches[k].start if k >= 0 else -1
    return (start, before[1]) if start > before[0] and reading.words[start - 1] in SET_OFF else before


def source_of(reading: Reading, unit: Range, cue: Cue, floor: int, found: list[Draft]) -> Source | None:
    """Return who speaks: before the cue, after it, or the subject that it shares with an earlier verb."""
    words, rules, form = reading.words, reading.rules, cue.word.form
    if cue.first > unit[0] and words[cue.first - 1] in rules.quoting and _by_whom(reading, cue.last, unit[1]):
        return source_after(reading, cue.last + 1, unit[1])  # "as first reported by the Gazette"
    if form in ("past", "s") and _inverts(reading, unit, cue):
        after = source_after(reading, cue.last, unit[1])
        if after is not None:
            return after
    infinitive = words[cue.first] == "to"
    participle = form == "ing" and words[cue.first] not in reading.rules.auxiliaries
    if participle and (perceived := _perceived(reading, cue.first, unit[0])) is not None:
        return perceived
    if not infinitive and not (participle and cue.first - 1 not in reading.name_at):
        before = source_before(reading, cue, unit[0] if _after_comma(reading, cue.first - 1) else floor)
        if before is not None:
            return before
    if opens_sentence(reading, cue, unit):
        return None
    if participle and (phrase := _saying(reading, cue.first, unit[0])) is not None:
        return phrase
    earlier = found[-1].source if participle and found else None
    if earlier is not None and words[earlier[0]] not in reading.rules.relatives:
        return Source(*earlier, shared=True)
    joint = words[cue.first - 1] if cue.first > unit[0] else ""
    shares = joint == "," or joint in reading.rules.sharing
    if words[cue.last : cue.last + 1] == [":"] and cue.first > unit[0]:
        shares = shares or _after_comma(reading, cue.first - 1)  # 'called it “a mess,” then added: “...”'
    if infinitive or (shares and not participle and not found):
        nearest = nearest_subject(reading, cue.first, unit[0], infinitive=infinitive)
        if nearest is not None:
            return nearest
    if participle or infinitive or shares:
        return subject_of_clause(reading, cue.first, unit[0])
    if cue.first == unit[0] and form == "past":
        return source_after(reading, cue.last, unit[1])
    return None


def _saying(reading: Reading, at: int, floor: int) -> Source | None:
    """Return the noun phrase before a participle that says it: ", with two aides saying", "cited Hale as saying"."""
    if at - 1 <= floor:
        return None
    rules, quoted = reading.rules, reading.words[at - 1] in reading.rules.quoting
    phrase = phrase_before(reading, at - quoted, floor)
    if phrase is None:
        return None
    opener = reading.words[phrase.first - 1] if phrase.first > floor else ""
    if quoted:
        return None if opener in rules.agents else phrase  # "Hale was quoted by the Herald as saying"
    return phrase if opener in ("with", ",") or _bears_words(reading, phrase.last - 1, opener) else None


def _by_whom(reading: Reading, at: int, end: int) -> bool:
    return at < end and reading.words[at] in reading.rules.agents


def _after_comma(reading: Reading, at: int) -> bool:
    """Tell whether the word at *at* is a comma, or closes a quotation that ends with one."""
    k = reading.inside[at]
    return reading.words[at if k < 0 else reading.stretches[k].last - 1] == ","


def _perceived(reading: Reading, at: int, floor: int) -> Source | None:
    """Return whom someone hears or sees saying something: the object right before the participle."""
    words, rules = reading.words, reading.rules
    if at - 1 > floor and (words[at - 1] in rules.objects or words[at - 1] in rules.third_person):
        phrase: Source | None = Source(at - 1, at, shared=True)
    else:
        phrase = phrase_before(reading, at, floor) if at > floor else None
    found = phrase is not None and phrase.first > floor and words[phrase.first - 1] in rules.perceiving
    return phrase if found else None


def _bears_words(reading: Reading, at: int, opener: str) -> bool:
    """Tell whether a participle describes the noun at *at*: "a sign saying", no "a statement saying"."""
    word, rules = reading.words[at], reading.rules
    if word in rules.time or (opener in rules.prepositions and opener not in ("of", "out")):
        return False
    kind = rules.people[word][0] if word in rules.people else "document"
    return kind == "document" and word not in rules.announcing and not word.endswith("s")


def _inverts(reading: Reading, unit: Range, cue: Cue) -> bool:
    """Tell whether the cue stands before its source: right after a quotation, or after a clause and its comma."""
    words, inside = reading.words, reading.inside
    at = cue.first - 1
    if at < unit[0]:
        return False
    if _opens_clause(reading, cue.last, unit[1]):
        return False
    if inside[at] >= 0:
        return not is_clause(reading, cue.last, unit[1])  # 'citing “the bill,” said the mayor would win'
    if words[at] != "," and words[at] not in _DASHES:
        return False
    if at > unit[0] and inside[at - 1] >= 0:
        return True
    if _names_source(reading, unit, cue):
        return True
    if not reading.has_verb(unit[0], at):
        after = source_after(reading, cue.last, unit[1])
        goes_on = after is not None and after.last + 1 < unit[1] and words[after.last] == ","
        return after is not None and goes_on and bool(reading.finite[after.last + 1])
    subject = source_before(reading, cue, unit[0])
    if subject is None:
        return True
    if not reading.has_verb(unit[0], subject.first):  # "ULM — The company, based in Ulm, posted a loss"
        return False
    if "t" in cue.word.takes or any(inside[i] >= 0 or words[i] == "who" for i in range(unit[0], at)):
        return False
    after = source_after(reading, cue.last, unit[1])
    if after is None or (
        words[after.first] in reading.rules.determiners and words[after.first] not in reading.rules.articles
    ):
        return False
    ends = after.last >= unit[1] or words[after.last] in _ENDS_SOURCE
    return ends and not reading.has_verb(after.first, after.last)


def _opens_clause(reading: Reading, at: int, end: int) -> bool:
    """Tell whether a pronoun and its verb follow: "The mayor, a lawyer, said they had no case"."""
    word, rules = reading.words[at] if at < end else "", reading.rules
    if "'" in word:
        return word.partition("'")[0] in rules.subjects
    return word in rules.subjects and word not in rules.determiners and at + 1 < end and bool(reading.finite[at + 1])


def _names_source(reading: Reading, unit: Range, cue: Cue) -> bool:
    """Tell whether a name ends the sentence after "said", or a comma after it: ", said Tom Reed, who works on it."."""
    after = source_after(reading, cue.last, unit[1]) if cue.word.lemma == "say" else None
    if after is None or after.first not in reading.name_at:
        return False
    name = range(after.first, after.last)
    if reading.has_verb(after.first, next((i for i in name if reading.words[i] == ","), after.last)):
        return False
    if after.last >= unit[1] or reading.words[after.last] in (".", "?", "!"):
        return True
    return reading.words[after.last] == "," and after.last + 1 < unit[1] and not reading.finite[after.last + 1]


def _no_turn(reading: Reading, at: int) -> bool:
    """Tell whether the word shows that what stands before a colon is more than a name."""
    word = reading.words[at]
    return (
        bool(reading.finite[at])
        or word in ("'s", ",")
        or (word in reading.rules.prepositions and at not in reading.name_at)
    )


def turn_opening(reading: Reading, unit: Range, *, transcript: bool) -> Range | None:
    """Return the name before the colon that opens a sentence: "Roe: Taxes must rise", "HOST:", "Q:"; "Reporter:"."""
    words = reading.words
    first, end = unit
    limit = min(end, first + _LONGEST_TURN)
    if ":" not in words[first + 1 : limit]:
        return None
    colon = words.index(":", first)
    if colon == first or reading.inside[colon] >= 0:
        return None
    named = colon - 1 in reading.name_at and not any(_no_turn(reading, i) for i in range(first, colon))
    named = named and " ".join(words[first:colon]) not in place_names(reading.language)
    # "HOST:", in capitals
    shouted = words[colon - 1] in reading.rules.people and reading.document.surface(first, colon).isupper()
    asks = colon == first + 1 and (
        words[first] in reading.rules.turns or (transcript and words[first] in reading.rules.persons)
    )
    return (first, colon) if named or asks or shouted else None


def turn(reading: Reading, unit: Range, found: list[Draft], *, transcript: bool) -> Draft | None:
    """Return what follows a name and a colon at the start of a sentence: 'Jane Roe: “...”', "Roe: Taxes must rise"."""
    source = turn_opening(reading, unit, transcript=transcript)
    if source is None:
        return None
    first, colon = source
    content = trimmed(reading, colon + 1, unit[1])
    if content is None or any(draft.cue and draft.cue[0] < colon for draft in found):
        return None
    if content[1] - content[0] < 2 and not (transcript and reading.words[content[0]].isalpha()):
        return None  # "Roe: 547"
    if reading.words[first][0].isdigit() and first + 1 < colon:  # "11:31 Roe:"
        first += 1
    return Draft([content], (colon, colon + 1), (first, colon), AttributionRule.TRANSCRIPT)
