"""The inflected forms of English verbs and nouns, and the way back from a form to its base."""

from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from newsmodel.lexicon import rows, words

_VOWELS: Final = frozenset("aeiou")
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh", "o")

_NO_PLURALS: Final = ("ss", "us", "is")


class VerbForms(NamedTuple):
    """The inflections of one verb; several where usage is divided."""

    third: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: tuple[str, ...]


def verb_forms(base: str, past: tuple[str, ...] = (), participle: tuple[str, ...] = ()) -> VerbForms:
    """Return the inflections of the verb *base*, which is regular where *past* and *participle* are not given."""
    ing: tuple[str, ...]
    regular: tuple[str, ...]
    if base.endswith("e"):
        third, ing, regular = base + "s", (base[:-1] + "ing",), (base + "d",)
        if base.endswith("ie"):
            ing = (base[:-2] + "ying",)
        elif base.endswith(("ee", "oe", "ye")):
            ing = (base + "ing",)
    elif _ends_consonant_y(base):
        third, ing, regular = base[:-1] + "ies", (base + "ing",), (base[:-1] + "ied",)
    else:
        stems = _stems(base)
        third = base + ("es" if base.endswith(_SIBILANTS) else "s")
        ing, regular = tuple([stem + "ing" for stem in stems]), tuple([stem + "ed" for stem in stems])
    if past:
        return VerbForms((third,), past, participle or past, ing)
    return VerbForms((third,), regular, regular, ing)


def _ends_consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS


def _stems(base: str) -> tuple[str, ...]:
    """
    Return what "-ed" and "-ing" are put to: "stop" gives "stopp", "panic" gives "panick".

    A word of several syllables gives both ("travel", "travell"): the stress decides, which spelling does not show.
    """
    if base.endswith("c"):
        return (base + "k",)
    if len(base) < 2 or base[-1] in "aeiouwxyh" or base[-2] not in _VOWELS:
        return (base,)
    if len(base) > 2 and base[-3] in _VOWELS and base[-3:-1] != "ui":
        return (base,)
    syllables = sum(a in _VOWELS and b not in _VOWELS for a, b in pairwise(base))
    return (base + base[-1],) if syllables == 1 else (base, base + base[-1])


@cache
def verbs(language: str) -> dict[str, VerbForms]:
    """Return every verb of the lexicon with its inflections; not to be changed by the caller."""
    irregular = {
        base: (tuple(past.split(",")), tuple(participle.split(",")))
        for base, past, participle in rows(language, "irregular_verbs")
    }
    return {row[0]: verb_forms(row[0], *irregular.get(row[0], ())) for row in rows(language, "verbs")}


@cache
def intransitive_pasts(language: str) -> frozenset[str]:
    """Return the past tenses of the verbs that take no object."""
    inflected = verbs(language)
    listed = words(language, "intransitive_verbs")
    return frozenset(form for verb in listed if verb in inflected for form in inflected[verb].past)


@cache
def verb_bases(language: str) -> dict[str, str]:
    """Return the base form of every form of every verb, the base form's own included; not to be changed."""
    bases: dict[str, str] = {}
    for base, forms in verbs(language).items():
        for form in (*forms.third, *forms.past, *forms.participle, *forms.ing):
            bases.setdefault(form, base)
    bases.update((base, base) for base in verbs(language) if base not in bases)
    return bases


def verb_base(form: str, bases: dict[str, str]) -> str:
    """Return the base form of a verb form, by *bases* where they know it, else by its ending."""
    known = bases.get(form)
    if known is not None:
        return known
    if "-" in form:
        head, _, last = form.rpartition("-")
        if last in bases:
            return f"{head}-{bases[last]}"
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form[: -len(ending)] + ("y" if ending[0] == "i" and ending != "ing" else "")
    return form


def singulars(noun: str) -> tuple[str, ...]:
    """Return the forms that may be the singular of *noun*, likeliest first, *noun* itself last."""
    if noun.endswith("ies") and len(noun) > 4:
        return (noun[:-3] + "y", noun[:-1], noun)
    if noun.endswith("men"):
        return (noun[:-3] + "man", noun)
    if noun.endswith("es") and len(noun) > 3:
        return (noun[:-1], noun[:-2], noun[:-2] + "is", noun)
    if noun.endswith("s") and not noun.endswith("ss"):
        return (noun[:-1], noun)
    return (noun,)


def may_be_plural(word: str, language: str) -> bool:
    """Tell whether a noun may be a plural that is a subject: "police", "rebels", but not "sales" of "sales tax"."""
    if word in words(language, "irregular_plurals"):
        return True
    return word.endswith("s") and not word.endswith(_NO_PLURALS) and word not in words(language, "attributive_plurals")


def plurals(noun: str) -> tuple[str, ...]:
    """Return the forms that may be the plural of *noun*, right or not: they are only looked up."""
    if noun.endswith("man"):
        return (noun[:-3] + "men",)
    if _ends_consonant_y(noun):
        return (noun[:-1] + "ies",)
    if noun.endswith("is"):
        return (noun[:-2] + "es",)
    return (noun + "es",) if noun.endswith(_SIBILANTS) else (noun + "s",)
