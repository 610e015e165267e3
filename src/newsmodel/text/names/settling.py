"""Which names are people's, by what stands beside them and by how the text calls their bearers later on."""

from operator import attrgetter
from typing import Final

from newsmodel.lexicon import words
from newsmodel.text.document import Document
from newsmodel.text.grammar.inflection import singulars
from newsmodel.text.names.kinds import Name, NameKind
from newsmodel.text.names.lexicon import name_lexicon, place_names

# A person's name has seldom more words than this.
LONGEST_PERSON: Final = 5


def settled(document: Document, language: str, found: list[Name], lone: list[int]) -> tuple[Name, ...]:
    """
    Return the names with those taken for people's that an age, or the last name of someone known, shows to be so.

    *lone* are the tokens of titles that stand alone: names where somebody is called so ("Stephen King").
    """
    return _Settling(document, language, found).settled(found, lone)


class _Settling:
    """The last names of people: of those known as such, and of those whom the text calls by it alone."""

    def __init__(self, document: Document, language: str, found: list[Name]) -> None:
        self.document = document
        self.tokens = document.words
        self.lexicon = name_lexicon(language)
        self.places = place_names(language)
        self.adjectives = words(language, "adjectives")
        self.nouns = words(language, "nouns")
        self.people: set[str] = set()
        self.alone: dict[str, int] = {}  # where each last name stands alone first
        for name in reversed(found):
            first = self.tokens[name.first]
            if name.kind is NameKind.PERSON:
                self.people.add(self.tokens[self._last_word(name)])
                if name.last - name.first > 1 and first in self.lexicon.first_names:
                    self.people.add(first)
            if name.last - name.first == 1 and self._of_a_person(name):
                self.alone[first] = name.first

    def settled(self, found: list[Name], lone: list[int]) -> tuple[Name, ...]:
        """Return the names of *found*, those of one word known as a person's from a fuller name as such."""
        found += [Name(i, i + 1, NameKind.PERSON, i) for i in lone if self.tokens[i] in self.people]
        found.sort(key=attrgetter("first"))
        for name in found:
            if self._is_person(name):
                name.kind = NameKind.PERSON
        return tuple(found)

    def _is_person(self, name: Name) -> bool:
        size = name.last - name.first
        if name.kind is not NameKind.PERSON and size == 1:
            return self.tokens[name.first] in self.people
        return name.kind is NameKind.OTHER and size <= LONGEST_PERSON and (self._introduces(name) or self._aged(name))

    def _introduces(self, name: Name) -> bool:
        """Tell whether a name is the full one of somebody whom the text calls by the last name later on."""
        first = self.tokens[name.first]
        described = name.title > 0 and self.tokens[name.title - 1] in self.lexicon.persons
        if described and name.first < self.alone.get(first, -1):
            return True  # "spokeswoman Lin Hua", and "Lin said"
        acronym = len(first) > 1 and self.document.surface(name.first, name.first + 1).isupper()
        return (
            name.first < self.alone.get(self.tokens[self._last_word(name)], -1)
            and not acronym
            and not any(map(self.lexicon.is_common, singulars(first)))
        )

    def _of_a_person(self, name: Name) -> bool:
        """Tell whether a name of one word can be a last name alone: "Ms. Mensah", "Mensah said"."""
        tokens, first, last = self.tokens, name.title, name.last
        if first < name.first:
            return True
        speaks = last < len(tokens) and tokens[last] in self.lexicon.reporting
        spoken = first > 0 and tokens[first - 1] in self.lexicon.reporting
        parted = first == 0 or (tokens[first - 1] != "the" and not self.document.is_capitalized(first - 1))
        return (speaks or spoken) and parted and not (tokens[first] in self.places or self._is_other_word(first))

    def _is_other_word(self, at: int) -> bool:
        """Tell whether a word with a capital may be none of a name: a noun or verb, no adjective before "said"."""
        word = self.tokens[at]
        return self.lexicon.is_common(word) and (word not in self.adjectives or word in self.nouns)

    def _aged(self, name: Name) -> bool:
        """Tell whether an age stands after the name: "Kofi Mensah, 34, said"."""
        tokens, at = self.tokens, name.last
        age = tokens[at + 1] if at + 2 < len(tokens) else ""
        return bool(age) and tokens[at] == "," and age.isdigit() and len(age) < 3 and tokens[at + 2] in (",", ".")

    def _last_word(self, name: Name) -> int:
        """Return the token of the last name proper: before "Jr." and its comma."""
        last = name.last - 1
        while last > name.first and (
            self.tokens[last] == "," or self.tokens[last].rstrip(".") in self.lexicon.suffixes
        ):
            last -= 1
        return last
