"""The way through a text, sentence by sentence: which rule is tried when, and what quotation marks go on from."""

from bisect import bisect_left
from typing import Final

from newsmodel.model import AttributionRule
from newsmodel.text.quotes.by_cue import by_cue, source_of, turn, turn_opening
from newsmodel.text.quotes.by_marks import acting, alone, described, in_sentence, naming, signature, stated, turn_inside
from newsmodel.text.quotes.by_noun import by_noun
from newsmodel.text.quotes.by_phrase import by_phrase
from newsmodel.text.quotes.content_bounds import speech, title_like
from newsmodel.text.quotes.cues import Cue, find_cues
from newsmodel.text.quotes.drafts import Draft, cut, proper, retold
from newsmodel.text.quotes.marks import Stretch
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.quotes.subjects import subject_of_clause, subject_of_main_verb
from newsmodel.text.word_kinds import QUOTES

# No sentence of prose has more cues or quotations than this; in what is none, the rest is left.
_MOST_CUES: Final = 30
_MOST_QUOTATIONS: Final = 60
# So many quotes back one may hold the latest.
_MOST_AROUND: Final = 5
_CUE: Final = AttributionRule.QUOTATION_CUE
_CONTINUED: Final = AttributionRule.QUOTATION_CONTINUED
_INTRODUCED: Final = AttributionRule.QUOTATION_INTRODUCED
_REOPENED: Final = AttributionRule.QUOTATION_REOPENED


def drafts_of(reading: Reading) -> list[Draft]:
    """Return the quotes of the text, without their speakers."""
    return _Walk(reading).run()


class _Walk:
    """
    Goes through the sentences of a text once.

    Keeps the quotes found so far, which tokens they take, and who speaks where a colon announced a quotation.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self.taken = [False] * len(reading.words)
        self.introduced: Draft | None = None
        self.announced = -1  # the token after the colon
        self.telling = reading.document.sought(QUOTES)
        self.transcript = self._turns()

    def run(self) -> list[Draft]:
        """Return all quotes."""
        reading = self.reading
        cues = find_cues(reading.document, reading.inside, reading.name_at, reading.language)
        at, block = 0, -1
        latest: Draft | None = None
        for unit in reading.units:
            first, end = unit
            number = reading.document.block_of[reading.document.sentence_of[first]]
            if number != block:
                block = number
                latest = self._carried(first, latest)
            start = at
            while at < len(cues) and cues[at].verb < end:
                at += 1
            if at > start or self._tells(unit) or (latest is not None and latest.rule is AttributionRule.TRANSCRIPT):
                latest = self._unit(unit, cues[start : min(at, start + _MOST_CUES)], latest) or latest
            latest = latest or self.introduced
            if self.introduced is not None and not (
                reading.words[end - 1] == ":" or self._before_quotation(end) or alone(reading, unit)
            ):
                self.introduced = None
        return proper(self.drafts)

    def _tells(self, unit: Range) -> bool:
        """Tell whether a sentence without cues has anything that may make a quote: marks, "according", a colon."""
        first, end = unit
        k = bisect_left(self.telling, first)
        return (k < len(self.telling) and self.telling[k] < end) or max(self.reading.inside[first:end]) >= 0

    def _telling_in(self, unit: Range) -> list[int]:
        """Return the words and marks of a sentence that may make a quote without a reporting verb."""
        first, end = unit
        return self.telling[bisect_left(self.telling, first) : bisect_left(self.telling, end)]

    def _carried(self, first: int, latest: Draft | None) -> Draft | None:
        """Return what quotation marks at the start of a new paragraph go on from: where the marks or a colon say so."""
        reading = self.reading
        k = reading.inside[first]
        if k < 0 or latest is None:
            return None
        if reading.stretches[k].continues:
            return latest
        if self.introduced is not None and (self.announced == first or self._follows_introduced(first)):
            return self.introduced
        quoted = bool(latest.content) and reading.inside[latest.content[-1][1] - 1] >= 0
        if (quoted or latest.rule in (_CUE, _CONTINUED)) and self._all_marks(first):
            return Draft([], latest.cue, latest.source, _CONTINUED)
        return None

    def _all_marks(self, first: int) -> bool:
        """Tell whether the paragraph that starts at *first* is nothing but quotation marks."""
        document = self.reading.document
        at = document.sentence_of[first]
        block = document.block_of[at]
        while at < len(document.sentences) and document.block_of[at] == block:
            if not alone(self.reading, document.sentences[at]):
                return False
            at += 1
        return True

    def _follows_introduced(self, first: int) -> bool:
        """Tell whether the paragraph before was nothing but quotation marks that a colon introduced."""
        before = self.drafts[-1] if self.drafts else None
        follows = before is not None and before.rule in (_INTRODUCED, AttributionRule.BLOCK_QUOTATION)
        return before is not None and follows and before.content[-1][1] == first

    def _unit(self, unit: Range, cues: list[Cue], latest: Draft | None) -> Draft | None:
        """Find the quotes of one sentence; return the one that later quotation marks may go on from."""
        reading = self.reading
        if self._signs(unit):
            return None
        found: list[Draft] = []
        floor = unit[0]
        for cue in cues:
            draft = by_cue(reading, unit, cue, floor, found) if cue.first >= floor else None
            if draft is not None and found and draft.rule is _CUE and draft.content[0][1] <= cue.first:
                found = _given_up(reading, found, draft.content[0])
            told = draft is not None and any(other.overlaps(*draft.content[0]) for other in found)
            if draft is not None and not (told and not cue.word.takes):
                found.append(draft)
                floor = max(cue.last, draft.source[1] if draft.source and draft.source[0] >= cue.last else 0)
        found += by_phrase(reading, unit, found)
        found += by_noun(reading, unit, self._telling_in(unit), found)
        spoken = turn(reading, unit, found, transcript=self.transcript)
        if spoken is not None:
            spoken.verbatim = self.transcript
            if self.transcript and reading.inside[unit[1] - 1] < 0:  # its stops too
                spoken.content = [(spoken.content[0][0], unit[1])]
            found = [spoken, *(draft for draft in found if draft.cue and draft.cue[0] > spoken.content[0][0])]
        if spoken is None and latest is not None and self._same_turn(unit, latest):
            latest.content[-1] = (latest.content[-1][0], unit[1])
            self.taken[unit[0] : unit[1]] = [True] * (unit[1] - unit[0])
            return latest
        cut(reading, found)
        found = [draft for draft in found if draft.content and not retold(reading, draft, found)]
        for draft in found:
            for first, last in draft.content:
                self.taken[first:last] = [True] * (last - first)
        if found:
            self._take_back(found[0])
        self.drafts += found
        self._introduce(unit, found, cues)
        current = self._answer(unit, found) or (_main(reading, found) if found else latest)
        return self._marks(unit, current) or current

    def _answer(self, unit: Range, found: list[Draft]) -> Draft | None:
        """Return who answers in the quotation after "Asked whether it was true, Roe shrugged."."""
        reading = self.reading
        if len(found) != 1 or found[0].source is not None or found[0].cue is None or found[0].cue[0] > unit[0] + 1:
            return None
        asked, last = found[0].cue[1] - 1, found[0].content[-1][1]
        if reading.words[asked] != "asked" or last >= unit[1] or reading.words[last] != ",":
            return None
        subject = subject_of_main_verb(reading, last + 1, unit[1])
        return Draft([], found[0].cue, (subject.first, subject.last), _CONTINUED) if subject is not None else None

    def _take_back(self, draft: Draft) -> None:
        """Give a quotation its paragraphs before, where only the last of them says whose it is."""
        reading = self.reading
        while self.drafts:
            k = reading.inside[draft.content[0][0]]
            before = self.drafts[-1]
            if k < 1 or not reading.stretches[k].continues or before.source is not None:
                return
            if reading.inside[before.content[-1][1] - 1] != k - 1:
                return
            self.drafts.pop()
            draft.content[:0] = before.content

    def _turns(self) -> bool:
        """Tell whether the text is a transcript: more than one paragraph opens with who speaks."""
        reading, document = self.reading, self.reading.document
        opening: set[int] = set()
        for i in self.telling:
            number = document.sentence_of[i]
            first = number == 0 or document.block_of[number - 1] != document.block_of[number]
            if (
                reading.words[i] == ":"
                and first
                and turn_opening(reading, document.sentences[number], transcript=False) is not None
            ):
                opening.add(number)
        return len(opening) > 1

    def _same_turn(self, unit: Range, latest: Draft) -> bool:
        """Tell whether a sentence goes on with the turn that its paragraph opens, in a transcript."""
        document, source = self.reading.document, latest.source
        if latest.rule is not AttributionRule.TRANSCRIPT or source is None or self.reading.inside[unit[0]] >= 0:
            return False
        sentence = document.sentence_of[source[0]]
        block = document.block_of[sentence]
        same = document.block_of[document.sentence_of[unit[0]]] == block
        return same and self.transcript and (sentence == 0 or document.block_of[sentence - 1] != block)

    def _signs(self, unit: Range) -> bool:
        """Give the quotation before a sentence of a dash and a name to whom the name belongs: '“...” — Jane Roe'."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or before.cue is not None or before.content[-1][1] != unit[0]:
            return False
        source = signature(self.reading, *unit)
        if source is None:
            return False
        before.source, before.cue, before.rule = source, (unit[0], unit[0] + 1), _CUE
        return True

    def _introduce(self, unit: Range, found: list[Draft], cues: list[Cue]) -> None:
        """Remember who speaks where a sentence ends with a colon, or tells of a statement that follows."""
        reading = self.reading
        first, end = unit
        announced = not found and not reading.rules.announcing.isdisjoint(reading.words[first:end])
        if reading.words[end - 1] != ":" and not (announced and self._before_quotation(end)):
            return
        draft = Draft([], None, None, _INTRODUCED)
        if found:
            draft.source, draft.cue = found[-1].source, found[-1].cue
        elif cues:
            named = source_of(reading, unit, cues[-1], first, [])
            draft.source = (named.first, named.last) if named else None
            draft.cue = (cues[-1].first, cues[-1].last)
        if draft.source is None:
            subject = subject_of_clause(reading, end - 1, first)
            draft.source = (subject.first, subject.last) if subject else None
        self.introduced, self.announced = draft, end

    def _before_quotation(self, end: int) -> bool:
        """Tell whether the next sentence opens with a quotation."""
        return end < len(self.reading.words) and self.reading.inside[end] >= 0

    def _marks(self, unit: Range, current: Draft | None) -> Draft | None:
        """Attribute the quotation marks of the sentence that no cue took; return the last quote made of them."""
        reading = self.reading
        if max(reading.inside[unit[0] : unit[1]]) < 0:
            return None
        result: Draft | None = None
        only = alone(reading, unit)
        count = 0
        at = unit[0]
        while at < unit[1]:
            k = reading.inside[at]
            if k < 0:
                at += 1
                continue
            stretch = reading.stretches[k]
            start, at = at, max(at + 1, min(stretch.end, unit[1]))
            worth = _worth(reading, stretch, k, only=only) or naming(reading, unit[0], stretch)
            if self.taken[start] or not worth or described(reading, unit, (start, at)):
                continue
            count += 1
            self.taken[start:at] = [True] * (at - start)
            if only:
                current = self._acts_before(unit, current) or current
            result = self._quotation(unit, (stretch.start, at), current, only=only or count > _MOST_QUOTATIONS)
        return result

    def _acts_before(self, unit: Range, current: Draft | None) -> Draft | None:
        """Return who speaks after a sentence that tells what they do: "She shrugs. “...”"."""
        document = self.reading.document
        number = document.sentence_of[unit[0]]
        if number == 0 or document.block_of[number - 1] != document.block_of[number]:
            return None
        before = document.sentences[number - 1]
        told = current is not None and current.cue is not None and before[0] <= current.cue[0] < before[1]
        if told or any(self.taken[before[0] : before[1]]):
            return None
        source = acting(self.reading, before)
        known = current is not None and current.source is not None
        if source is None or (known and source[0] not in self.reading.name_at):
            return None
        return Draft([], None, source, _INTRODUCED)

    def _quotation(self, unit: Range, part: Range, current: Draft | None, *, only: bool) -> Draft:
        """Return the quote of one stretch in marks: whose it is by its own sentence, else what it goes on from."""
        reading = self.reading
        stretch = reading.stretches[reading.inside[part[0]]]
        draft = turn_inside(reading, stretch)
        if draft is None and only and current is not None and current.rule is _CUE and not self._told(current):
            current.content.append(part)
            return current
        if draft is None and not only:
            signed = signature(reading, part[1], unit[1])
            if signed is not None:
                draft = Draft([part], (part[1], part[1] + 1), signed, _CUE)
            else:
                draft = stated(reading, unit, part) or in_sentence(reading, unit, part)
        if draft is None and current is None:
            draft = Draft([part], None, None, AttributionRule.QUOTATION_BARE)
        elif draft is None and current is not None:
            rule = _REOPENED if stretch.continues else _CONTINUED
            draft = Draft([part], current.cue, current.source, _INTRODUCED if current.rule is _INTRODUCED else rule)
        assert draft is not None  # noqa: S101 - one of the cases above
        if stretch.block:
            draft.rule = AttributionRule.BLOCK_QUOTATION
        self.drafts.append(draft)
        return draft

    def _told(self, draft: Draft) -> bool:
        """Tell whether a quote is part of what another one reports, and so ends with its sentence."""
        around = self.drafts[-_MOST_AROUND:]
        return any(other is not draft and other.overlaps(*draft.content[0]) for other in around)


def _given_up(reading: Reading, found: list[Draft], quotation: Range) -> list[Draft]:
    """Return the quotes without a quotation that the cue right after it has: 'He denies it: “...,” the ad says'."""
    for draft in found:
        after = draft.cue[1] if draft.cue else 0
        after += reading.words[after] in (",", ":")  # '... shouted, “...”'
        draft.content = [
            part for part in draft.content if part[0] <= after or not quotation[0] <= part[0] < quotation[1]
        ]
    return [draft for draft in found if draft.content]


def _main(reading: Reading, found: list[Draft]) -> Draft:
    """Return the quote of a sentence that quotation marks after it go on from: the one of its marks, else its last."""
    for draft in found:
        if draft.rule is _CUE:
            return draft
    named = [draft for draft in found if draft.source and reading.words[draft.source[0]] not in reading.rules.relatives]
    return named[-1] if named else found[-1]


def _worth(reading: Reading, stretch: Stretch, k: int, *, only: bool) -> bool:
    """Tell whether words in marks are a quotation of their own, not a title, a nickname or a word held with tongs."""
    if not speech(reading, k):
        return False
    return only or (stretch.last - stretch.first >= 4 and not title_like(reading, stretch.first, stretch.last))
