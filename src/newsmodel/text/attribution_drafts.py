"""The rules of attribution, in the order they are tried, sentence by sentence."""

import attrs

from newsmodel.model import AttributionRule
from newsmodel.text.attribution_reading import Range, Reading
from newsmodel.text.contents import contents, speech, trimmed
from newsmodel.text.cues import Cue, CueWord, find_cues
from newsmodel.text.marks import Stretch
from newsmodel.text.sources import Source, source_after, source_before, subject_of_clause

# What stands between what one cue reports and the next attribution.
_PARTS_CLAUSES = frozenset(
    {",", "and", "but", "—", "–", "―", "--", ";", "or", "while", "as", "though", "although", "then", "yet", "by"}
)


_DASHES = frozenset({"—", "–", "―", "--", "-", "~"})
_ENDS_SOURCE = frozenset({".", ",", ";", "—", "–", "--", "?", "!"})
_RELATIVE = frozenset({"who", "which", "that"})
_LONGEST_SIGNATURE = 14
_NEAR_VERB = 8
_LONGEST_TURN = 9


@attrs.define
class Draft:
    """A quote in the making, in token ranges."""

    content: list[Range]
    cue: Range | None
    source: Range | None
    rule: AttributionRule


def drafts_of(reading: Reading) -> list[Draft]:
    """Return the quotes of the text, in order, without their speakers."""
    return _Drafter(reading).run()


class _Drafter:
    """Goes through the sentences of a text once; keeps the quotes found so far and which tokens they take."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self.taken = [False] * len(reading.words)
        self.introduced: Draft | None = None

    def run(self) -> list[Draft]:
        """Return all quotes, sorted."""
        reading = self.reading
        cues = find_cues(reading.document, reading.inside, reading.language)
        at = 0
        block = -1
        last_draft: Draft | None = None
        for unit in reading.units:
            first, end = unit
            number = reading.document.block_of[reading.document.sentence_of[first]]
            if number != block:
                block = number
                last_draft = self._carried(first, last_draft)
            here: list[Cue] = []
            while at < len(cues) and cues[at].verb < end:
                here.append(cues[at])
                at += 1
            found = self._unit(unit, here, last_draft)
            if found is not None:
                last_draft = found
            elif self.introduced is not None:
                last_draft = self.introduced
            if reading.words[end - 1] != ":" and not self._alone(unit, unit):
                self.introduced = None
        return _proper(self.drafts)

    def _carried(self, first: int, last_draft: Draft | None) -> Draft | None:
        """Return what quotation marks at the start of a new paragraph go on from: where the marks or a colon say so."""
        reading = self.reading
        k = reading.inside[first]
        if k < 0 or last_draft is None:
            return None
        if reading.stretches[k].continues:
            return last_draft
        if self.introduced is not None and (reading.words[first - 1] == ":" or self._follows_introduced(first)):
            return self.introduced
        if last_draft.rule is AttributionRule.QUOTATION_CUE and self._all_marks(first):
            return Draft([], last_draft.cue, last_draft.source, AttributionRule.QUOTATION_CONTINUED)
        return None

    def _all_marks(self, first: int) -> bool:
        """Tell whether the paragraph that starts at *first* is nothing but quotation marks."""
        document = self.reading.document
        at = document.sentence_of[first]
        block = document.block_of[at]
        while at < len(document.sentences) and document.block_of[at] == block:
            if not self._alone(document.sentences[at], (0, 0)):
                return False
            at += 1
        return True

    def _follows_introduced(self, first: int) -> bool:
        """Tell whether the paragraph before was nothing but quotation marks that a colon introduced."""
        before = self.drafts[-1] if self.drafts else None
        return (
            before is not None
            and before.rule is AttributionRule.QUOTATION_INTRODUCED
            and max(last for _, last in before.content) == first
        )

    def _introduce(self, unit: Range, found: list[Draft], cues: list[Cue]) -> None:
        """Remember who speaks where a sentence ends with a colon."""
        reading = self.reading
        first, end = unit
        if reading.words[end - 1] != ":":
            return
        source: Range | None = None
        cue: Range | None = None
        if found:
            source, cue = found[-1].source, found[-1].cue
        elif cues:
            named = self._source(unit, cues[-1], first, [])
            source = (named.first, named.last) if named else None
            cue = (cues[-1].first, cues[-1].last)
        if source is None:
            subject = subject_of_clause(reading, end - 1, first)
            source = (subject.first, subject.last) if subject else None
        self.introduced = Draft([], cue, source, AttributionRule.QUOTATION_INTRODUCED)

    def _unit(self, unit: Range, cues: list[Cue], last_draft: Draft | None) -> Draft | None:
        """Find the quotes of one sentence; return the one that later quotation marks may go on from."""
        found: list[Draft] = []
        if self._signs(unit):
            return None
        floor = unit[0]
        for cue in cues:
            if cue.first < floor:
                continue
            draft = self._by_cue(unit, cue, floor, found)
            if draft is not None:
                found.append(draft)
                floor = max(cue.last, draft.source[1] if draft.source and draft.source[0] >= cue.last else 0)
        found += self._by_phrase(unit, found)
        turn = self._turn(unit, found)
        if turn is not None:
            found = [turn, *(draft for draft in found if draft.cue and draft.cue[0] > turn.content[0][0])]
        _cut(self.reading, found)
        for draft in found:
            for first, last in draft.content:
                self.taken[first:last] = [True] * (last - first)
        self.drafts += found
        self._introduce(unit, found, cues)
        current = self._main(found) if found else last_draft
        rest = self._leftover(unit, current, alone=not found)
        return rest or current

    def _main(self, found: list[Draft]) -> Draft:
        """Return the quote of a sentence that quotation marks after it go on from: of its marks, else its last."""
        for draft in found:
            if draft.rule is AttributionRule.QUOTATION_CUE:
                return draft
        named = [draft for draft in found if draft.source and self.reading.words[draft.source[0]] not in _RELATIVE]
        return named[-1] if named else found[-1]

    def _by_cue(self, unit: Range, cue: Cue, floor: int, found: list[Draft]) -> Draft | None:
        """Return what one verb reports, with its source."""
        reading = self.reading
        source = None if cue.passive else self._source(unit, cue, floor, found)
        if source is None and cue.word.form == "base":
            return None
        got = contents(reading, cue, source, unit)
        if got is None:
            return None
        parts = [part for part in (got.before, got.after) if part is not None]
        parts = [piece for part in parts if (piece := trimmed(reading, *part)) is not None]
        if not parts:
            return None
        rule = self._rule(parts, cue, got.before is not None, got.after is not None)
        parts = [self._only_marks(part) for part in parts]
        where = (source.first, source.last) if source else None
        if where is not None and any(where[0] < last and first < where[1] for first, last in parts):
            where = None
        if any(cue.first < last and first < cue.last for first, last in parts):
            return None
        return Draft(parts, (cue.first, cue.last), where, rule)

    def _only_marks(self, part: Range) -> Range:
        return part

    def _rule(self, parts: list[Range], cue: Cue, before: bool, after: bool) -> AttributionRule:
        inside = self.reading.inside
        if all(inside[first] >= 0 and inside[last - 1] >= 0 for first, last in parts):
            return AttributionRule.QUOTATION_CUE
        if before and after:
            return AttributionRule.CLAUSE_AROUND_CUE
        return AttributionRule.CLAUSE_BEFORE_CUE if before else AttributionRule.CLAUSE_AFTER_CUE

    def _source(self, unit: Range, cue: Cue, floor: int, found: list[Draft]) -> Source | None:
        """Return who speaks: before the cue, after it, or the subject that it shares with an earlier verb."""
        reading = self.reading
        if cue.word.form in ("past", "s") and not cue.passive and self._inverts(unit, cue):
            after = source_after(reading, cue.last, unit[1])
            if after is not None:
                return after
        if cue.word.form != "ing" and reading.words[cue.first] != "to":
            before = source_before(reading, cue, floor if reading.words[cue.first - 1] != "," else unit[0])
            if before is not None:
                return before
        if found and found[-1].source is not None and cue.word.form == "ing":
            first, last = found[-1].source
            if reading.words[first] not in _RELATIVE:
                return Source(first, last, shared=True)
        before_word = reading.words[cue.first - 1] if cue.first > unit[0] else ""
        if (
            cue.word.form == "ing"
            or before_word in ("and", "but", "or", "then", ",")
            or reading.words[cue.first] == "to"
        ):
            return subject_of_clause(reading, cue.first, unit[0])
        if cue.first == unit[0] and cue.word.form == "past":
            return source_after(reading, cue.last, unit[1])
        return None

    def _inverts(self, unit: Range, cue: Cue) -> bool:
        """Tell whether the cue can stand before its source: right after a quotation or a comma."""
        reading = self.reading
        at = cue.first - 1
        if at < unit[0]:
            return False
        if reading.inside[at] >= 0:
            return True
        if reading.words[at] not in (",", "—", "–", "―", "--", "-"):
            return False
        if reading.inside[at - 1] >= 0:
            return True
        if not reading.has_verb(unit[0], at):
            return False
        if source_before(reading, cue, unit[0]) is None:
            return True
        if "t" in cue.word.takes or any(
            reading.inside[i] >= 0 or reading.words[i] == "who" for i in range(unit[0], at)
        ):
            return False
        after = source_after(reading, cue.last, unit[1])
        if after is None or reading.words[after.first] in reading.rules.determiners - {"a", "an", "the"}:
            return False
        return reading.words[after.last] in _ENDS_SOURCE and not reading.has_verb(after.first, after.last)

    def _by_phrase(self, unit: Range, found: list[Draft]) -> list[Draft]:
        """Return what "according to" reports in the sentence."""
        reading, words = self.reading, self.reading.words
        first, end = unit
        drafts: list[Draft] = []
        for i in range(first, end - 2):
            if words[i] != "according" or words[i + 1] != "to" or reading.inside[i] >= 0:
                continue
            last = i + 2
            while (
                last < end
                and not (words[last] in (",", ";", "—", "–", "―", "--", ")") and reading.inside[last] < 0)
                and words[last] not in (".",)
            ):
                last += 1
            if (
                last < end
                and words[last] == ","
                and i > first
                and last + 1 < end
                and (words[last + 1] in ("a", "an", "the", "who", "which") or reading.capital(last + 1))
            ):
                pass
            source = trimmed(reading, i + 2, last)
            if source is None:
                continue
            before = trimmed(reading, first, i)
            after = trimmed(reading, last, end)
            parts: list[Range] = []
            if before is not None and (before[1] - before[0] > 1 or i == first):
                parts.append(before)
            if after is not None and (
                before is None
                or words[last] == ","
                and reading.has_verb(*after)
                and words[after[0]] not in ("but", "and", "while", "which", "who", "with")
            ):
                parts.append(after)
            if parts and not any(a < d and c < b for a, b in parts for draft in found for c, d in draft.content):
                drafts.append(Draft(parts, (i, i + 2), source, AttributionRule.ACCORDING_TO))
        return drafts

    def _turn(self, unit: Range, found: list[Draft]) -> Draft | None:
        """Return what follows a name and a colon at the start of a sentence: 'Jane Roe: “...”', 'Roe: Taxes must rise'."""
        reading, words = self.reading, self.reading.words
        first, end = unit
        colon = first
        while colon < min(end, first + _LONGEST_TURN) and words[colon] != ":":
            colon += 1
        if colon >= min(end, first + _LONGEST_TURN) or colon == first or reading.inside[colon] >= 0:
            return None
        if colon - 1 not in reading.name_at or reading.has_verb(first, colon) or "'s" in words[first:colon]:
            if words[first] not in ("q", "a") or colon > first + 1:
                return None
        content = trimmed(reading, colon + 1, end)
        if content is None or content[1] - content[0] < 2 or any(draft.cue and draft.cue[0] < colon for draft in found):
            return None
        return Draft([content], (colon, colon + 1), (first, colon), AttributionRule.TRANSCRIPT)

    def _signs(self, unit: Range) -> bool:
        """Give the quotation before a sentence of a dash and a name to whom the name belongs: '“...” — Jane Roe'."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or before.cue is not None or before.content[-1][1] != unit[0]:
            return False
        source = self._signature(*unit)
        if source is None:
            return False
        before.source, before.cue, before.rule = source, (unit[0], unit[0] + 1), AttributionRule.QUOTATION_CUE
        return True

    def _signature(self, first: int, end: int) -> Range | None:
        """Return the name after a dash, where there is nothing else up to *end*."""
        reading = self.reading
        source = trimmed(reading, first, end)
        if first >= end or reading.words[first] not in _DASHES or source is None:
            return None
        if source[1] - source[0] > _LONGEST_SIGNATURE or reading.has_verb(*source) or not reading.capital(source[0]):
            return None
        return source

    def _leftover(self, unit: Range, current: Draft | None, *, alone: bool) -> Draft | None:
        """Attribute the quotation marks of the sentence that no cue took: they go on from what was said before."""
        reading = self.reading
        first, end = unit
        result: Draft | None = None
        k = -1
        for i in range(first, end):
            if reading.inside[i] < 0 or reading.inside[i] == k:
                continue
            k = reading.inside[i]
            if self.taken[i] or not speech(reading, k):
                continue
            stretch = reading.stretches[k]
            only = self._alone(unit, (stretch.start, stretch.end))
            if stretch.last - stretch.first < 4 and not only:
                continue
            part = (stretch.start, min(stretch.end, end))
            colon = self._turn_inside(stretch)
            if colon:
                turn = Draft(
                    [(colon + 1, stretch.last)], (colon, colon + 1), (stretch.first, colon), AttributionRule.TRANSCRIPT
                )
                self.taken[part[0] : part[1]] = [True] * (part[1] - part[0])
                self.drafts.append(turn)
                result = turn
                continue
            self.taken[part[0] : part[1]] = [True] * (part[1] - part[0])
            result = self._continue(unit, part, current)
        return result

    def _turn_inside(self, stretch: Stretch) -> int:
        """Return the colon after a name in capitals that opens a quotation, 0 where there is none: '"ROE: Yes.'."""
        document = self.reading.document
        for i in range(stretch.first, min(stretch.last - 1, stretch.first + 4)):
            if document.words[i] == ":":
                return i if i > stretch.first and document.surface(stretch.first, i).isupper() else 0
        return 0

    def _continue(self, unit: Range, part: Range, current: Draft | None) -> Draft:
        reading = self.reading
        if current is not None and current.rule is AttributionRule.QUOTATION_CUE and self._alone(unit, part):
            current.content.append(part)
            return current
        signature = self._signature(part[1], unit[1])
        if signature is not None:
            draft = Draft([part], (part[1], part[1] + 1), signature, AttributionRule.QUOTATION_CUE)
            self.drafts.append(draft)
            return draft
        stated = self._stated(unit, part)
        if stated is not None:
            self.drafts.append(stated)
            return stated
        if not self._alone(unit, part):
            draft = self._in_sentence(unit, part)
            if draft is not None:
                self.drafts.append(draft)
                return draft
        if current is None:
            draft = Draft([part], None, None, AttributionRule.QUOTATION_BARE)
        else:
            stretch = reading.stretches[reading.inside[part[0]]]
            rule = AttributionRule.QUOTATION_REOPENED if stretch.continues else AttributionRule.QUOTATION_CONTINUED
            if current.rule is AttributionRule.QUOTATION_INTRODUCED:
                rule = current.rule
            draft = Draft([part], current.cue, current.source, rule)
        self.drafts.append(draft)
        return draft

    def _stated(self, unit: Range, part: Range) -> Draft | None:
        """Return a quotation whose comma shows that its source and any verb follow: '“...,” Bennett shot back'."""
        reading, words = self.reading, self.reading.words
        stretch = reading.stretches[reading.inside[part[0]]]
        if stretch.close < 0 or words[stretch.last - 1] not in (",", "?", "!", "—", "…", "..."):
            return None
        first, end = part[1], unit[1]
        verb = first
        while verb < min(end, first + _NEAR_VERB) and not reading.finite(verb):
            if reading.inside[verb] >= 0:
                return None
            verb += 1
        if verb >= min(end, first + _NEAR_VERB) or words[verb] in reading.rules.auxiliaries:
            return None
        cue = Cue(verb, verb + 1, verb, CueWord(words[verb], "", "past", ""), passive=False)
        source = source_after(reading, verb + 1, end) if verb == first else source_before(reading, cue, first)
        if source is None:
            return None
        return Draft([part], (verb, verb + 1), (source.first, source.last), AttributionRule.QUOTATION_CUE)

    def _in_sentence(self, unit: Range, part: Range) -> Draft | None:
        """Return words in marks as a quote of the subject of their sentence: "She called it 'a step forward'"."""
        reading = self.reading
        verb = part[0] - 1
        while (
            verb >= unit[0]
            and not reading.finite(verb)
            and not (reading.words[verb].endswith("ing") and reading.words[verb - 1] == ",")
        ):
            verb -= 1
        if verb < unit[0]:
            return None
        named = self._before_colon(part[0] - 1)
        if named is not None:
            return Draft([part], (part[0] - 1, part[0]), named, AttributionRule.QUOTATION_INTRODUCED)
        source = subject_of_clause(reading, verb, unit[0])
        if source is None:
            return None
        if reading.words[verb] in ("asked", "told") and reading.words[verb - 1] in reading.rules.be:
            return Draft([part], (verb, verb + 1), None, AttributionRule.QUOTATION_CUE)
        return Draft([part], (verb, verb + 1), (source.first, source.last), AttributionRule.QUOTATION_CUE)

    def _before_colon(self, colon: int) -> Range | None:
        """Return the name right before a colon: 'More from Jane Roe: “...”'."""
        name = self.reading.name_at.get(colon - 1)
        if self.reading.words[colon] != ":" or name is None:
            return None
        return (name.title, name.last)

    def _alone(self, unit: Range, part: Range) -> bool:
        """Tell whether the sentence is nothing but quotation marks."""
        reading = self.reading
        return all(reading.inside[i] >= 0 or not reading.words[i][0].isalnum() for i in range(*unit))


def _cut(reading: Reading, found: list[Draft]) -> None:
    """End what one cue reports where the next attribution of the sentence begins, unless that one is part of it."""
    words = reading.words
    for at, draft in enumerate(found):
        for following in found[at + 1 :]:
            start = min(following.cue[0] if following.cue else following.content[0][0], following.content[0][0])
            if following.source and following.source[0] > (draft.cue[1] if draft.cue else 0):
                start = min(start, following.source[0])
            for n, (first, last) in enumerate(draft.content):
                if not first < start < last or reading.inside[start - 1] == reading.inside[start] >= 0:
                    continue
                parts = words[start - 1] in _PARTS_CLAUSES
                if words[start - 1] == "by" and following.cue is not None and following.cue[0] != start:
                    parts = False
                if not parts and reading.inside[start - 1] < 0:
                    continue  # told by the one, said by the other: it nests
                piece = _before_conjunction(reading, first, start)
                if piece:
                    draft.content[n] = piece


def _before_conjunction(reading: Reading, first: int, last: int) -> Range | None:
    """Return the tokens without the conjunction and marks they end with."""
    piece = trimmed(reading, first, last)
    while piece and reading.words[piece[1] - 1] in _PARTS_CLAUSES and reading.inside[piece[1] - 1] < 0:
        piece = trimmed(reading, piece[0], piece[1] - 1)
    return piece


def _proper(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in order, without the parts that would neither nest in another draft nor stand apart."""
    sizes = [sum(last - first for first, last in draft.content) for draft in drafts]
    parts = sorted(
        (first, -last, -sizes[i], i, n)
        for i, draft in enumerate(drafts)
        for n, (first, last) in enumerate(draft.content)
    )
    around: list[tuple[int, int]] = []  # (end, index of the draft)
    parents: dict[int, int] = {}
    kept: list[list[Range]] = [[] for _ in drafts]
    for first, minus_last, _, i, n in parts:
        while around and around[-1][0] <= first:
            around.pop()
        last = -minus_last
        parent = around[-1][1] if around else -1
        if parent == i or (around and last > around[-1][0]) or parents.setdefault(i, parent) != parent:
            continue
        if parent >= 0 and drafts[parent].content[0] == drafts[i].content[n]:
            continue
        kept[i].append(drafts[i].content[n])
        around.append((last, i))
    for draft, content in zip(drafts, kept, strict=True):
        draft.content = sorted(content)
        if draft.source and any(draft.source[0] < last and first < draft.source[1] for first, last in content):
            draft.source = None
        if draft.cue and any(draft.cue[0] < last and first < draft.cue[1] for first, last in content):
            draft.cue = None
    proper = [draft for draft in drafts if draft.content]
    return sorted(proper, key=lambda draft: (draft.content[0][0], -draft.content[-1][1]))
