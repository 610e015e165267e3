"""Proper names in running text: people, organisations and the rest."""

from itertools import compress
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.grammar.inflection import singulars
from newsmodel.text.grammar.tagset import (
    NAME,
    PAST,
    SURELY_FINITE,
    VERB_S,
)
from newsmodel.text.names.kinds import Name, NameKind
from newsmodel.text.names.lexicon import (
    NICKNAME_OPENS,
    name_lexicon,
    place_names,
    title_end,
)
from newsmodel.text.names.settling import LONGEST_PERSON, settled
from newsmodel.text.word_kinds import QUOTES

# Marks after which a capital says no more than at the start of a sentence.
_FRESH: Final = frozenset({":", "“", '"', "''", "``", "‘", "'", "(", "[", "—", "–", "--", "«", "„", "•", "-", "*", ">"})
_NICKNAME_CLOSES: Final = frozenset({"”", '"', "’", "'", ")"})
_VERBS: Final = frozenset({PAST, VERB_S})
_LONGEST_NICKNAME: Final = 3
# From this share of capitalised words on, a capital shows nothing: a headline.
_HEADLINE_SHARE: Final = 0.75
# Turns the bytes that are 1 for a capital into 1 for a small letter.
_SMALL: Final = bytes([1, 0]) + bytes(254)


_PERSON: Final = NameKind.PERSON
_ORGANIZATION: Final = NameKind.ORGANIZATION
_OTHER: Final = NameKind.OTHER


def find_names(document: Document) -> tuple[Name, ...]:
    """Return the proper names of *document*, in order; none without a lexicon."""
    if document.language is None:
        return ()
    return _Finder(document, document.language).find()


class _Finder:
    """One look for names; holds what is asked for at every word."""

    def __init__(self, document: Document, language: str) -> None:
        tokens = document.words
        self.document = document
        self.tokens = tokens
        self.language = language
        self.lexicon = name_lexicon(language)
        never, given = self.lexicon.never, self.lexicon.given
        upper = [*compress(range(len(tokens)), document.capitals)]
        self.capital = bytearray(len(tokens))
        for i in upper:
            self.capital[i] = tokens[i] not in never and not ("-" in tokens[i] and self._describing(i))
        for i in upper:
            if not self.capital[i] and tokens[i] in given:
                self.capital[i] = self._given(i)
        self.capitals = [i for i in upper if self.capital[i]]
        self.fresh = self._fresh_tokens()
        self.lone: list[int] = []  # titles that stand alone, and may be last names
        self.proven = {tokens[i] for i in self.capitals if i not in self.fresh}
        self.proven |= self._turns()
        self.common = {tokens[i] for i in self.fresh}
        if self.common:
            self.common.intersection_update(compress(tokens, self.capital.translate(_SMALL)))

    def _describing(self, i: int) -> bool:
        """Tell whether a hyphen makes the name a part of a description: "Ulm-based", unlike "Jong-un"."""
        name, _, word = self.document.surface(i, i + 1).rpartition("-")
        return bool(name) and word.islower() and self.lexicon.is_common(word)

    def _given(self, i: int) -> bool:
        """Tell whether a month or verb is a given name here: before a last name, and not after "in"."""
        tokens = self.tokens
        first, last = self.document.sentences[self.document.sentence_of[i]]
        if (
            i > first
            and self.capital[i - 1]
            and (tokens[i - 1] in self.lexicon.first_names or tokens[i - 1].rstrip(".") in self.lexicon.courtesy)
        ):
            return i + 1 >= last or not tokens[i + 1].isdigit()  # "Theresa May", "Mrs. May"
        if i + 1 >= last or not self.capital[i + 1]:
            return False
        if i > first and tokens[i - 1] not in _FRESH:
            return tokens[i] not in self.lexicon.months or tokens[i - 1] not in self.lexicon.no_name_after
        return i + 2 < last and (tokens[i + 2] in self.lexicon.reporting or tokens[i + 2] in (",", "'s"))

    def _fresh_tokens(self) -> set[int]:
        """Return the tokens whose capital shows nothing: first in a sentence or a quotation, or in a headline."""
        tokens, capital = self.tokens, self.capital
        fresh = {i for i in self.capitals if tokens[i - 1] in _FRESH}
        for first, last in self.document.sentences:
            if capital[first]:
                fresh.add(first)
            if last - first > 4 and 2 * capital.count(1, first, last) > last - first:
                letters = [i for i in range(first, last) if len(tokens[i]) > 3 and tokens[i].isalpha()]
                headed = len(letters) > 3 and sum(capital[i] for i in letters) > _HEADLINE_SHARE * len(letters)
                if headed and not self._small_verb(first, last):
                    fresh.update(i for i in range(first, last) if capital[i])
        return fresh

    def _small_verb(self, first: int, last: int) -> bool:
        """Tell whether a verb stands without a capital, as in no headline: "Anna Berg of Umea University agrees"."""
        tags, initials = self.document.tags, self.document.initials
        return any(tags[i] in _VERBS and initials[i].islower() for i in range(first, last))

    def _turns(self) -> set[str]:
        """Return the words before a colon that open two paragraphs or more, where others do so too: "Bell: Yes"."""
        tokens, document, lexicon = self.tokens, self.document, self.lexicon
        count: dict[str, int] = {}
        opening: set[str] = set()
        named = False
        for colon in document.sought(QUOTES):
            first = document.sentences[document.sentence_of[colon]][0]
            word = tokens[first]
            if tokens[colon] != ":" or first < colon - LONGEST_PERSON or not document.opens_block(first):
                continue
            opening.add(word)
            named = named or word in self.proven or word in lexicon.turns or word.rstrip(".") in lexicon.title_starts
            if first == colon - 1 and self.capital[first]:
                count[word] = count.get(word, 0) + 1
                named = named or word in lexicon.first_names or word in lexicon.persons
        return {word for word, times in count.items() if times > 1} if named and len(opening) > 1 else set()

    def find(self) -> tuple[Name, ...]:
        """Return all names in order, those of one word known as a person's from a fuller name as such."""
        found: list[Name] = []
        sentences, sentence_of, fresh = self.document.sentences, self.document.sentence_of, self.fresh
        end = 0
        for i in self.capitals:
            if i < end:
                continue
            last = sentences[sentence_of[i]][1]
            if i in fresh and not self._opens_name(i, last):
                continue
            end = self._run_end(i, last)
            found += self._names_of_run(i, end)
        return settled(self.document, self.language, found, self.lone)

    def _opens_name(self, i: int, last: int) -> bool:
        """Tell whether a capitalised word that had to be capitalised anyway is part of a name."""
        word = self.tokens[i]
        if word in self.proven or word in self.lexicon.first_names or word.rstrip(".") in self.lexicon.title_starts:
            return True
        surface = self.document.surface(i, i + 1)
        if len(surface) > 1 and surface.isupper() and i + 1 < last and not self.capital[i + 1]:
            return True
        if word in place_names(self.language) and word not in self.common and not self.lexicon.is_common(word):
            return True
        if word in self.common or word.endswith(("ly", "ing", "ed")):
            return False
        common = any(map(self.lexicon.is_common, singulars(word)))
        if i + 2 < last and self.tokens[i + 1] == "&" and self.capital[i + 2]:
            return True
        if not common and i + 1 < last and not self.capital[i + 1] and self._acts(i + 1):
            return True
        if not common and i + 2 < last and not self.capital[i + 1]:
            follows, then = self.tokens[i + 1], self.tokens[i + 2]
            if (
                follows in self.lexicon.reporting
                or follows == ":"
                or (follows == "," and then in self.lexicon.after_names)
            ):
                return True
        follows = self.tokens[i + 1] if i + 1 < last else ""
        if i + 1 < last and self.capital[i + 1] and i + 1 not in self.fresh:
            return word not in self.lexicon.past
        return follows == "'s" or (follows in self.lexicon.linking and i + 2 < last and bool(self.capital[i + 2]))

    def _acts(self, i: int) -> bool:
        """Tell whether a verb stands at *i*, or a comma and "based", a number or a description: "Hale, 50, left"."""
        tokens, tags = self.tokens, self.document.tags
        if tokens[i] == "," and i + 1 < len(tokens):
            return tokens[i + 1] in self.lexicon.after_names or tokens[i + 1][0].isdigit()
        return tags[i - 1] == NAME and tags[i] in SURELY_FINITE

    def _run_end(self, first: int, last: int) -> int:
        """Return the token after the capitalised words, with the small words between them, that start at *first*."""
        tokens, capital, lexicon = self.tokens, self.capital, self.lexicon
        end = first + 1
        linked = False
        while end < last:
            word = tokens[end]
            if capital[end] and (
                end not in self.fresh or tokens[end] in self.proven or tokens[end] in lexicon.first_names
            ):
                end += 1
            elif word not in lexicon.joints:
                break
            elif (word == "&" and end + 1 < last and capital[end + 1]) or (
                word == "," and end + 1 < last and tokens[end + 1].rstrip(".") in lexicon.suffixes and capital[end + 1]
            ):
                end += 2
            elif word in NICKNAME_OPENS and (after := self._past_nickname(end, last)):
                end = after + 1
            elif (word in lexicon.links and tokens[end - 1] in lexicon.organization) or (word == "and" and linked):
                jump = end + 2 if end + 1 < last and tokens[end + 1] in ("the", "a") else end + 1
                if jump >= last or not capital[jump]:
                    break
                linked = word != "and"
                end = jump + 1
            elif word == "'s" and self._owns_office(end, last):
                end += 2
            elif word in lexicon.links and (named := self._office_end(end, last)):
                end = named + 1
            elif word in lexicon.linking:
                jump = end + 1
                if jump < last and tokens[jump] in lexicon.particles:
                    jump += 1
                if jump >= last or not capital[jump]:
                    break
                end = jump + 1
            else:
                break
        return end

    def _past_nickname(self, mark: int, last: int) -> int:
        """Return where the name goes on after a nickname in marks: 'Jane “the Boss” Roe', 'Jane ("Bo") Roe'; else 0."""
        tokens, first = self.tokens, mark + 1
        while first < last and tokens[first] in NICKNAME_OPENS:
            first += 1
        after = first
        while after < last and after - first < _LONGEST_NICKNAME and tokens[after] not in _NICKNAME_CLOSES:
            after += 1
        if after == first or not self.capital[after - 1]:
            return 0
        closed = after
        while after < last and tokens[after] in _NICKNAME_CLOSES:
            after += 1
        return after if closed < after < last and self.capital[after] else 0

    def _owns_office(self, i: int, last: int) -> bool:
        """Tell whether the "'s" at *i* stands inside the name of a body: "Sheriff's Office"."""
        if i + 1 >= last or not self.capital[i + 1] or self.tokens[i + 1] not in self.lexicon.organization:
            return False
        titled = title_end(self.tokens, i - 1, i, self.language) == i
        return titled or any(
            noun in self.lexicon.persons for noun in (self.tokens[i - 1], *singulars(self.tokens[i - 1]))
        )

    def _office_end(self, link: int, last: int) -> int:
        """Return the first token of the name after "Minister" and "of Health": where *link* leads on; 0 without one."""
        tokens, first_names = self.tokens, self.lexicon.first_names
        if title_end(tokens, link - 1, link, self.language) != link:
            return 0
        at = start = link + 1 + (tokens[link + 1 : link + 2] == ["the"])
        end = at
        while end < last and self.capital[end]:
            end += 1
        while at + 2 < end and tokens[at] not in first_names:
            placed = next(
                (k for k in range(at + 3, at, -1) if " ".join(tokens[at:k]) in place_names(self.language)), at
            )
            common = tokens[at] in self.lexicon.organization or any(map(self.lexicon.is_common, singulars(tokens[at])))
            if placed == at and at > start and not common:
                break
            at = max(placed, at + 1)
        return at if start < at and at + 1 < end else 0

    def _names_of_run(self, first: int, last: int) -> list[Name]:
        """Return the names in a run of capitals: what stands before a title, and whom the title belongs to."""
        lexicon, tokens = self.lexicon, self.tokens
        if last - first > 2 and self._describes(first, last):
            first += 1
        elif last - first > 1 and first in self.fresh and tokens[first] in lexicon.bodies:
            first += 1  # "Carmaker Globex"
        for i in range(first, last):
            if tokens[i].rstrip(".") not in lexicon.title_starts:
                continue
            end = title_end(tokens, i, last, self.language)
            if end == i:
                continue
            while end < last and (further := title_end(tokens, end, last, self.language)) > end:
                end = further
            if self._is_given(i, end, last):
                continue
            if end < last and tokens[end] in lexicon.links:
                end = title_end(tokens, end := self._office_end(end, last) or end, last, self.language)
            before = [self._name(first, i - (tokens[i - 1] == ","), first)] if i > first else []
            if end == last or all(self._is_suffix(word) for word in tokens[end:last]):
                return self._surname(first, i, last) or before
            if not lexicon.organization.keys().isdisjoint(tokens[end:last]):
                return [Name(first, last, _ORGANIZATION, first)]
            if last - end <= LONGEST_PERSON:
                return [*before, Name(end, last, _PERSON, i)]
            return [*before, Name(end, last, _OTHER, i)]
        return [self._name(first, last, first)]

    def _is_given(self, i: int, end: int, last: int) -> bool:
        """Tell whether a title is a given name here, after who bears it: "the striker Dean Marsh"."""
        tokens, lexicon = self.tokens, self.lexicon
        small = i > 0 and (not self.capital[i - 1] or i - 1 in self.fresh)
        described = small and tokens[i - 1] in lexicon.persons
        return described and end == i + 1 and last - end == 1 and tokens[i] in lexicon.first_names

    def _surname(self, first: int, title: int, last: int) -> list[Name]:
        """Return the name whose last word is a title elsewhere: "Stephen King", "Mr. King"; a lone one waits."""
        lexicon, tokens = self.lexicon, self.tokens
        if title > first:
            given = tokens[title - 1] in lexicon.first_names or tokens[title - 1][1:] == "."
            return [Name(first, last, _PERSON, first)] if given else []
        if last - first == 1:
            self.lone.append(first)
        elif tokens[first].rstrip(".") in lexicon.courtesy and title_end(tokens, last - 1, last, self.language) == last:
            return [Name(last - 1, last, _PERSON, first)]
        return []

    def _is_suffix(self, word: str) -> bool:
        return word == "," or word.rstrip(".") in self.lexicon.suffixes

    def _describes(self, i: int, last: int) -> bool:
        """Tell whether a noun for people stands before a person's name: "Striker Kofi Mensah", no body's."""
        lexicon, word = self.lexicon, self.tokens[i]
        if word in lexicon.first_names:
            return False
        acronym = word.isalpha() and len(word) > 1 and self.document.surface(i, i + 1).isupper()  # "DSP Ann Roe"
        if word not in lexicon.persons and not (acronym and self.tokens[i + 1] in lexicon.first_names):
            return False
        titled = title_end(self.tokens, i, i + 1, self.language) > i
        return not titled and lexicon.organization.keys().isdisjoint(self.tokens[i:last])

    def _name(self, first: int, last: int, title: int) -> Name:
        lexicon, tokens = self.lexicon, self.tokens
        kind = _OTHER
        ends_organization = lexicon.organization.get(tokens[last - 1])
        if "&" in tokens[first:last] or (ends_organization is not None and (last - first > 1 or ends_organization)):
            kind = _ORGANIZATION
        elif tokens[first] in lexicon.first_names and 1 < last - first <= LONGEST_PERSON:
            kind = _PERSON
        elif last - first > 1 and not lexicon.organization.keys().isdisjoint(tokens[first + 1 : last]):
            kind = _ORGANIZATION
        elif last - first > 2 and tokens[first] in lexicon.organization and tokens[first + 1] in lexicon.links:
            kind = _ORGANIZATION  # "University of Leeds"
        elif self._like_a_persons(first, last):
            kind = _PERSON
        elif last - first == 1 and first not in self.fresh:
            surface = self.document.surface(first, last)
            if 2 < len(surface) < 7 and surface.isupper():
                kind = _ORGANIZATION
        return Name(first, last, kind, title)

    def _like_a_persons(self, first: int, last: int) -> bool:
        """Tell whether an initial or a particle stands inside the name: "J. Roe", "Piet van der Berg", no place's."""
        if last - first == 1:
            return False
        tokens = self.tokens
        if any(len(word) == 2 and word[1] == "." for word in tokens[first : last - 1]):
            return True
        particle = not self.lexicon.particles.isdisjoint(tokens[first + 1 : last - 1])
        if not particle or last - first > LONGEST_PERSON:
            return False
        return " ".join(tokens[first:last]) not in place_names(self.language)
