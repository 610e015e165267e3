"""The PLOVER code of an event: by its kind, its trigger and how it is told."""

from functools import cache
from typing import Final

from newsmodel.lexicon import rows
from newsmodel.model import Article, Event, EventKind, Modality, Polarity
from newsmodel.text.grammar.inflection import singulars, verb_base, verb_bases
from newsmodel.text.grammar.small_words import small_words
from newsmodel.text.language import lexicon_for

# What is refused where it is told as not so, and promised where it is told as planned.
_FRIENDLY: Final = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
# What is threatened where it is told as planned or possible.
_HOSTILE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def plover_code(article: Article, event: Event) -> str | None:
    """
    Return the PLOVER 0.8 event code of an event of *article*, None where PLOVER has none for it.

    The code of the kind holds unless the lexicon gives the trigger another one. What is friendly is REJECT where it is
    not so and AGREE where it is planned, what is hostile is THREATEN where it is planned or possible, and what someone
    "must" or "should" do is REQUEST.
    """
    language = lexicon_for(article.text, article.language)
    code = (_code_of_trigger(language, article, event) if language else None) or event.kind.plover
    before = article.text[event.extent.start : event.trigger.start].lower().split()
    if language and not small_words(language).obligations.isdisjoint(before[-6:]):
        return "REQUEST"
    if code in _FRIENDLY:
        if event.polarity is Polarity.NEGATIVE:
            return "REJECT"
        return "AGREE" if event.modality is Modality.PLANNED else code
    if code in _HOSTILE and event.modality is not Modality.ASSERTED:
        return "THREATEN"
    return code


def _code_of_trigger(language: str, article: Article, event: Event) -> str | None:
    codes = _codes(language)
    words = event.trigger.of(article.text).lower().split()
    verb = " ".join([verb_base(words[0], verb_bases(language)), *words[1:]])
    nouns = [" ".join([*words[:-1], noun]) for noun in singulars(words[-1])]
    for base in (verb, *nouns):
        for kind in (event.kind, None):
            if (base, kind) in codes:
                return codes[base, kind]
    return None


@cache
def _codes(language: str) -> dict[tuple[str, EventKind | None], str]:
    return {
        (trigger, EventKind(kind[0]) if kind else None): code for trigger, code, *kind in rows(language, "plover_codes")
    }
