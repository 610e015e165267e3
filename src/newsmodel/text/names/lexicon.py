"""What the lexicon tells of names: titles, given names, the words of organisations, and what is no name."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import Final, final

from newsmodel.lexicon import pairs, rows, words
from newsmodel.text.grammar.inflection import verb_bases
from newsmodel.text.grammar.reporting import cue_words
from newsmodel.text.grammar.word_classes import word_classes

LONGEST_TITLE: Final = 4
"""No title has more words."""
NICKNAME_OPENS: Final = frozenset({"“", '"', "‘", "'", "("})
"""Marks that a nickname stands behind: 'Jane "Bo" Roe'."""


@final
@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What the language tells of names."""

    first_names: dict[str, str]
    titles: frozenset[str]
    courtesy: frozenset[str]
    title_starts: frozenset[str]
    organization: dict[str, str]
    particles: frozenset[str]
    """Small words inside the names of people: "van", "y"."""
    linking: frozenset[str]
    """Those of them that join two capitals into a name, wherever they stand: "van"."""
    links: frozenset[str]
    """Links inside the names of organisations: "Department of Justice", "Council on Foreign Relations"."""
    suffixes: frozenset[str]
    joints: frozenset[str]
    """What may stand between the words of a name: "&", "of", "van", a mark before a nickname."""
    never: frozenset[str]
    given: frozenset[str]
    """Words that name nobody but before a last name: "June Halloran"."""
    after_names: frozenset[str]
    """What describes the bearer of a name after its comma: ", who", ", based"."""
    months: frozenset[str]
    """Those of them that are months, unlike "Jan" and "Will"."""
    no_name_after: frozenset[str]
    """Words after which such a word is a month: "in", "the", "last"."""
    persons: frozenset[str]
    """Nouns for people."""
    bodies: frozenset[str]
    """Nouns for bodies that stand in no name: "carmaker", unlike "bank"."""
    reporting: frozenset[str]
    """Forms of verbs whose subject speaks: "Lopez said"."""
    past: frozenset[str]
    """Past forms of verbs: "Said Jane Roe" names no Said."""
    turns: frozenset[str]
    """What stands for a speaker before a colon: "Q: ..."."""
    common: tuple[Container[str], ...]
    """The words that the language has beside names, in all their forms."""

    def is_common(self, word: str) -> bool:
        """Tell whether the language has a word beside names."""
        return any(word in listed for listed in self.common)


@cache
def name_lexicon(language: str) -> NameLexicon:
    """Return what a language tells of names."""
    titles = frozenset(bare(row[0]) for row in rows(language, "titles"))
    rules = word_classes(language)
    return NameLexicon(
        first_names=pairs(language, "first_names"),
        titles=titles,
        courtesy=frozenset(row[0] for row in rows(language, "titles") if row[2] == "courtesy"),
        title_starts=frozenset(title.split()[0] for title in titles),
        organization={row[0]: row[1] if len(row) > 1 else "" for row in rows(language, "organization_words")},
        particles=words(language, "name_particles"),
        linking=frozenset(row[0] for row in rows(language, "name_particles") if "seldom" not in row[1:]),
        links=rules.organization_links,
        joints=words(language, "name_particles") | rules.organization_links | NICKNAME_OPENS | {"&", ",", "and", "'s"},
        suffixes=words(language, "name_suffixes"),
        never=words(language, "not_names"),
        given=frozenset(row[0] for row in rows(language, "not_names") if "given" in row[1:]),
        after_names=rules.after_names,
        months=frozenset(row[0] for row in rows(language, "not_names") if "month" in row[1:]),
        no_name_after=rules.prepositions | rules.determiners | rules.time,
        persons=rules.persons,
        bodies=frozenset(noun for noun, (kind, _) in rules.people.items() if kind == "organization")
        - words(language, "organization_words"),
        past=rules.past,
        turns=rules.turns,
        reporting=frozenset(cue_words(language)),
        common=(verb_bases(language), words(language, "nouns"), words(language, "adjectives"), rules.people),
    )


def bare(title: str) -> str:
    """Return a title as it is looked up: each word without its full stop."""
    return " ".join(word.rstrip(".") for word in title.split())


@cache
def place_names(language: str) -> frozenset[str]:
    """Return the names of places that are hardly ever a person's."""
    return frozenset(name.lower() for name, *rest in rows(language, "gazetteer") if len(rest) < 3)


def title_end(tokens: list[str], first: int, last: int, language: str) -> int:
    """Return the token after the longest title that starts at *first*, or *first* where none does."""
    lexicon = name_lexicon(language)
    if tokens[first].rstrip(".") not in lexicon.title_starts:
        return first
    bare_words = [word.rstrip(".") for word in tokens[first : min(last, first + LONGEST_TITLE)]]
    for end in range(first + len(bare_words), first, -1):
        if " ".join(bare_words[: end - first]) in lexicon.titles:
            return end
    return first
