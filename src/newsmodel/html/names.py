"""The grammar of bylines: where the names are in what a page says of its authors, and what is no name."""

import re
from functools import cache
from typing import Final

from newsmodel import lexicon
from newsmodel.html.byline_patterns import (
    EAST_ASIAN,
    ending_role,
    ends,
    may_open,
    middle,
    name_and_role,
    prefixes,
    role_and_names,
)
from newsmodel.html.dates import is_calendar_word
from newsmodel.html.organizations import is_desk, names_organization
from newsmodel.html.text import key_of, without_accents

__all__ = [
    "is_organization",
    "is_plain_name",
    "name_and_post",
    "name_beside_day",
    "names_in_element",
    "names_in_line",
    "names_in_value",
]

_MAX_VALUE: Final = 300
_MAX_NAME: Final = 70
_MAX_NAMES: Final = 20
_MARK: Final = re.compile(r"\s[|·•–—-]\s")
_PLAIN: Final = 3
_FULL: Final = 2
_SHORT_LINE: Final = 60
_LONGEST_POST: Final = 80
_FARTHEST: Final = 6
_LONG_LINE: Final = 120

_NO_NAME: Final = re.compile(
    r"https?:|www\.|@|\d{3,}|[<>{}=|\\#]|\.(?:html?|php|aspx?)\b|\w\.\w{2,}\.\w|\d:\d\d", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"\s*(?:https?:)?//|\s*www\.", re.IGNORECASE)
_EMAIL: Final = re.compile(r"\s*[(<\[]?\s*[\w.+-]{1,64}@[\w.-]{1,100}\s*[)>\]]?\s*|\s*\(?@\w{1,40}\)?")
_MAIL_AND_NAME: Final = re.compile(r"[^\s@]{1,64}@[^\s@]{1,100} \(([^()]{1,60})\)")
_SEVERAL: Final = re.compile(r"[;|]")
_PARENTHESIS: Final = re.compile(r"\s*[(\[（【][^()\[\]（）【】]{0,60}[)\]）】]")
_LIST: Final = re.compile(r"\s*[,;/、，]\s*|\s+[&+|]\s+|・(?=[\u4e00-\u9fff]{3,4}・)")
_WORD: Final = re.compile(r"[^\s]+")
_EDGES: Final = " \t,;:|-–—·•*/_'\"“”„«»()"
_SPLIT: Final = re.compile(r"[\s/,&.-]+")
_THREE: Final = re.compile(r"[\u3400-\u9fff]{3}")
_YEAR: Final = re.compile(r"(?<![\d-])(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d\d", re.ASCII)
_SEPARATE: Final = re.compile(r"[\s,;]+")


@cache
def _degrees() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("web", "credentials")}


def _without_prefix(text: str) -> tuple[str, bool]:
    """Return a byline without "By" or its like, and whether it had one; "Von Jonas" and "Da Silva" are names."""
    had = False
    if not may_open(text):
        return text, had
    for _ in range(3):
        found = prefixes().match(text)
        rest = text[found.end() :] if found else ""
        if found is None or not rest:
            break
        if found.group().strip().lower() in _particles() and " " not in rest and not is_desk(rest.partition("/")[0]):
            break
        text, had = rest, True
    return text, had


def _particles() -> frozenset[str]:
    return lexicon.words("web", "particles")


def names_in_line(text: str, *, anywhere: bool = False) -> list[str]:
    """
    Return the names of a visible byline that opens with "By" or its like; none where it does not.

    Only what keeps to the grammar of names is one: precision goes before recall. With *anywhere*, "By" may follow
    something else, as in "Posted on May 3, 2021 by Jane Roe".
    """
    text = text.strip()
    if text[:1] in "[【" and text[-1:] in "]】":
        text = text[1:-1]
    if len(text) <= _SHORT_LINE and EAST_ASIAN.match(text) and (found := name_and_role().fullmatch(_cut(text))):
        return [] if is_desk(found.group(1)) else [found.group(1)]
    if len(text) <= _SHORT_LINE and not text.isascii() and (found := role_and_names().search(text)):
        return found.group(1).split("、")
    rest, had = _without_prefix(text)
    names = [*_listed(_cut(rest)), *_after_place(rest)] if had else []
    if not names and anywhere and len(text) <= _LONG_LINE and (found := middle().search(text)):
        names = [name for name in _listed(_cut(text[found.end() :])) if " " in name or len(text) < _SHORT_LINE]
    return names


def names_in_value(text: str, *, several: bool = False) -> list[str]:
    """
    Return the names in a value that stands for the author in metadata.

    One of *several* values is one name. A value may be a name that breaks the rules, such as one in lower case.
    """
    if is_plain_name(text):
        return [text]
    if _ADDRESS.match(text):
        return []
    if found := _MAIL_AND_NAME.fullmatch(text):
        text = found.group(1)
    if ";" in text or "|" in text:
        turned = [_last_first(part) or part.strip() for part in _SEVERAL.split(text[:_MAX_VALUE])]
        if len(turned) > 1 and all(map(is_plain_name, turned)):
            return turned
    text = _EMAIL.sub(" ", _PARENTHESIS.sub("", text[:_MAX_VALUE])).strip(_EDGES)
    text, had = _without_prefix(text)
    before, of, _ = text.partition(" of The ")
    text = ending_role().sub("", before if of and is_plain_name(before) else text)
    for mark in (" | ", " • ", " · ", " - ", " – ", " — "):
        text = text.partition(mark)[0]
    if last_first := _last_first(text):
        return [last_first]
    whole = _without_degrees(text)
    if _has_first_name(bare := _without_role(whole)):
        whole = bare
    several = several and not had  # what opens with "By" is a byline, wherever it stands
    if several or "," not in whole:
        names = [] if several else _listed(text)
        if len(names) > 1:
            return names
        return [whole] if _is_name(whole, strict=had) else names[:1]
    return _listed(text)


@cache
def _words_with_a_meaning() -> frozenset[str]:
    """Return every word that the files of bylines know, but for the particles inside names."""
    files = ("bylines", "conjunctions", "credentials", "agencies", "no_authors", "role_words", "byline_ends")
    entries = (entry for file in files for entry in lexicon.words("web", file))
    return frozenset(word for entry in entries for word in _SPLIT.split(entry.replace(":", " ")))


def is_plain_name(text: str) -> bool:
    """Tell whether a value is two or three words with a capital that mean nothing else, as most names are."""
    words = text.split(" ")
    if not 1 < len(words) <= _PLAIN or not all(w.isalpha() and w[0].isupper() and not w.isupper() for w in words):
        return False
    return len(set(words)) == len(words) and _words_with_a_meaning().isdisjoint(text.lower().split(" "))


def names_in_element(text: str) -> list[str]:
    """Return the names in an element that is marked as the author's: a byline, or names and nothing else."""
    names = names_in_line(text, anywhere=True)
    if names:
        return names
    text = _cut(_without_prefix(text.strip())[0])
    if last_first := _last_first(text):
        return [last_first]
    names = _listed(text)
    if any(" " in name or EAST_ASIAN.search(name) for name in names):
        return [name for name in names if " " in name or EAST_ASIAN.search(name)]
    return names if names == [text.strip(_EDGES)] else []


def _after_place(text: str) -> list[str]:
    """Return the name after the place of another, which is cut off with it: "A in Lund and B in Paris"."""
    words = text[:_MAX_VALUE].split()
    conjunctions = lexicon.words("web", "conjunctions")
    places = lexicon.rows("web", "byline_ends")
    at = next((i for i, word in enumerate(words) if (word, "name") in places), len(words))
    for i in range(at + 2, min(at + _FARTHEST, len(words))):
        if words[i] in conjunctions and _has_first_name(name := _cut(" ".join(words[i + 1 :]))):
            return [name]
    return []


def name_and_post(line: str, below: str = "") -> list[str]:
    """Return the name in a line that goes on with the bearer's work for a newsroom, there or in the line *below*."""
    name, comma, post = line.partition(",")
    if bool(comma) == bool(below) or len(line) + len(below) > _LONGEST_POST or not _has_first_name(name.strip()):
        return []
    work = (below or post).lower().replace(".", "").strip()
    posts = lexicon.words("web", "newsroom_posts")
    told = work in lexicon.words("web", "agencies") or not posts.isdisjoint(_SEPARATE.split(work))
    return [name.strip()] if told else []


def name_beside_day(text: str) -> list[str]:
    """Return the name in a line that holds a day and the name of one person alone: "Maria Jonas · May 3, 2024"."""
    whole = text.strip(_EDGES)
    if not _YEAR.search(whole) and not any(is_calendar_word(word.strip(_EDGES)) for word in whole.split()):
        return []
    for part in (_cut(whole), _MARK.split(whole)[-1]):
        if part != whole and _has_first_name(part):
            return [part]
    return []


def _has_first_name(text: str) -> bool:
    """Tell whether a text is surely a person's name, by its first word."""
    return is_plain_name(text) and text.split(maxsplit=1)[0].lower() in lexicon.words("en", "first_names")


def _cut(text: str) -> str:
    """Return a byline up to where it goes on about something else: a role, a place, a date, an outlet."""
    text = _EMAIL.sub(" ", _PARENTHESIS.sub("", text[:_MAX_VALUE]))
    found = next((f for f in ends().finditer(text) if not f["day"] or _opens_day(f["next"])), None)
    if found is None or not found.start():
        return "" if found is not None and found["label"] else _without_role(text.strip(_EDGES))
    words = text[: found.start()].strip(_EDGES).split()
    if found.group()[-1:].isdigit():
        while words and is_calendar_word(words[-1]):  # of the date that was cut off
            words.pop()
    return _without_role(" ".join(words))


def _opens_day(word: str) -> bool:
    """Tell whether a word is the first of a date: a figure, or the name of a month or of a day of the week."""
    return word.isdigit() or is_calendar_word(word) or word.lower() in lexicon.words("web", "short_weekdays")


def _without_role(text: str) -> str:
    """Return first and last name without what their bearer is, which may stand in an element of its own."""
    words = text.split()
    roles = lexicon.words("web", "role_words")
    known = roles
    while len(words) > _FULL and words[-1].lower() in known:
        words.pop()
        known = roles | lexicon.words("web", "beats")
    name = " ".join(words)
    return name if len(words) == _FULL and is_plain_name(name) else text


def _last_first(text: str) -> str | None:
    """Turn "Doe, Jane Q." round; None where the comma means something else."""
    last, comma, first = text.partition(",")
    last, first = last.strip(), first.strip()
    if not comma or "," in first or not last or not first or len(last.split()) > 2 or len(first.split()) > 2:
        return None
    if first.lower().replace(".", "") in _degrees() or _kind_words(first) or _kind_words(last):
        return None
    plain = len(last.split()) == 1 and not (len(first.split()) == 1 and EAST_ASIAN.search(first))
    return f"{first} {last}" if plain and _is_name(f"{first} {last}", strict=True) else None


def _listed(text: str) -> list[str]:
    """Return the names of a list: "A, B and C"; what is a degree or a role between them is left out."""
    names: list[str] = []
    for part in _parts(text):
        lower = part.lower().replace(".", "")
        degree = _degrees().get(lower)
        if degree is not None:
            if names and degree == "generation" and not is_desk(names[-1]):
                names[-1] = f"{names[-1]}, {part}"
            continue
        name = _without_degrees(ending_role().sub("", part))
        if len(three := name.split()) > 1 and all(map(_THREE.fullmatch, three)):
            names.extend(three)  # Chinese names of three characters each
            continue
        if (
            names
            and " " not in name
            and not EAST_ASIAN.search(name)
            and not is_desk(name)
            and (" " in names[0] or is_desk(names[0]))
        ):
            break  # a place or an outlet: who has a last name here has one there
        if _is_name(name, strict=True) or (not names and is_desk(name) and _formed(name.split())):
            if name not in names:
                names.append(name)
        else:
            break  # a role, a place, an outlet: the names are over
        if len(names) == _MAX_NAMES:
            break
    if len(names) > 1 and is_desk(names[-1]) and _works_at_last(text, names):
        names.pop()
    return names


def _works_at_last(text: str, names: list[str]) -> bool:
    """
    Tell whether the agency at the end is where the last person works: "Jane Roe, AP", "A and B, Associated Press".

    In "A, B, AP" it may be one more author, and "A und B, dpa" is signed by all three.
    """
    before, comma, last = text.rpartition(",")
    if not comma or last.strip(_EDGES) != names[-1] or any(map(is_desk, names[:-1])):
        return False
    joined = not lexicon.words("web", "conjunctions").isdisjoint(before.split())
    return len(names) == _FULL or (joined and not names[-1].islower())


def _parts(text: str) -> list[str]:
    """Split a byline at commas, semicolons and the words that join names."""
    conjunctions = lexicon.words("web", "conjunctions")
    parts: list[str] = []
    capitals = text.isupper()
    for chunk in _LIST.split(text):
        words = chunk.split()
        start = 0
        for at, word in enumerate(words):
            if (word in conjunctions and _joins(words, at)) or (capitals and _joins_in_capitals(word)):
                parts.append(" ".join(words[start:at]))
                start = at + 1
        parts.append(" ".join(words[start:]))
    return [stripped for part in parts if (stripped := part.strip(_EDGES))]


def _joins_in_capitals(word: str) -> bool:
    """Tell a conjunction in a line of capitals from an initial: "MARIA JONAS AND TOM ROE"."""
    return len(word) > 1 and word.lower() in lexicon.words("web", "conjunctions")


def _joins(words: list[str], at: int) -> bool:
    """Tell a conjunction from the particle of a name: "Ana y Luis Rey" joins, "Ramón y Cajal" does not."""
    if (words[at], "particle") in lexicon.rows("web", "conjunctions"):
        return at == 0 or len(words) - at > 2
    return True


def _without_degrees(text: str) -> str:
    """Return a name without the degrees after it; "Jr." and its like stay."""
    name, comma, rest = text.partition(",")
    kept = [
        part for part in map(str.strip, rest.split(",")) if _degrees().get(part.lower().replace(".", "")) != "degree"
    ]
    text = ", ".join([name.strip(), *filter(None, kept)]) if comma else text
    words = text.split()
    while len(words) > 2 and words[-1].isupper() and _degrees().get(words[-1].lower().replace(".", "")) == "degree":
        words.pop()
    if len(words) > 2 and words[0] == "".join(word[0] for word in words[1:]):  # initials in place of a picture
        words = words[1:]
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # the name twice: as a link and as a text
        words = words[:half]
    agencies = lexicon.words("web", "agencies")
    for size in (2, 1):  # the agency after the name, with no comma before it
        if len(words) > size + 1 and " ".join(words[-size:]).lower() in agencies:
            words = words[:-size]
    return " ".join(words).strip(_EDGES)


def _is_name(text: str, *, strict: bool) -> bool:
    """Tell whether a text can be the name of an author; *strict* asks for the form of a person's or agency's name."""
    if not 2 <= len(text) <= _MAX_NAME or _NO_NAME.search(text) or not any(c.isalpha() for c in text):
        return False
    words = text.split()
    if len(words) > 6:
        return False
    no_authors = lexicon.words("web", "no_authors")
    if text.lower() in no_authors or all(word.lower() in no_authors for word in words):
        return False
    if not strict:
        return True
    if text.lower().replace(".", "") in lexicon.words("web", "agencies"):
        return True
    if EAST_ASIAN.search(text):
        return len(text.replace(" ", "")) <= 10 and not any(c in "。、！？「」年月日" for c in text)
    if any(c.isdigit() for c in text) or "," in text.replace(", Jr", "").replace(", Sr", ""):
        return False
    if _kind_words(text):
        return False
    return _formed(words)


def _formed(words: list[str]) -> bool:
    """Tell whether the words have the form of a name: capitals, initials, particles."""
    particles = _particles()
    if (words[0] in particles and words[0] != "dr") or words[-1] in particles:
        return False
    capitals = 0
    for word in words:
        if word.lower() in particles:
            continue
        first = word.lstrip("'’\"“(")[:1]
        capital = first.isalpha() and not first.islower()  # scripts without cases have no small letters
        if not capital and word[:2].lower() not in ("d'", "d’", "o'", "o’", "l'", "l’", "'t", "al"):
            return False
        capitals += 1
    return capitals >= 1 and not (len(words) == 1 and len(words[0]) < 3)


def _kind_words(text: str) -> bool:
    """Tell whether a text holds a word for what an author does."""
    roles = lexicon.words("web", "role_words")
    return any(word in roles for word in _SEPARATE.split(text.lower()))


def is_organization(name: str, outlets: frozenset[str] = frozenset()) -> bool:
    """Tell whether a byline names an agency, a desk, a company or the outlet itself."""
    if names_organization(name):
        return True
    key = key_of(name)
    return (key in outlets or without_accents(key) in outlets) and not _has_first_name(name)
