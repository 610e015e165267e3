"""The language of a text, from its script and its commonest words."""

import re
from collections import Counter
from functools import cache
from typing import Final

from newsmodel.lexicon import has_lexicon, pairs, rows

# Enough to tell, and bounded however long the text is.
_SAMPLE: Final = 1500
# Of the words of running text in any language about a third or more are function words.
_CLEAR_SHARE: Final = 0.12

_CLEAR_LEAD: Final = 2
_FAR_MORE: Final = 2
# A letter that is not of the Latin script, roughly: enough to skip the count of scripts for most texts; and the bytes
# with which all of those begin in UTF-8, which are found much faster.
_NOT_LATIN: Final = re.compile(r"[\u0370-\u1dff\u3040-\ud7ff]")
_NOT_LATIN_LEADS: Final = bytes((*range(0xCD, 0xE2), *range(0xE3, 0xEE)))


def detect_language(text: str) -> str | None:
    """
    Return the BCP 47 language of *text*, or None where too little speaks for one.

    A script that one large language has to itself decides; in Latin letters the language does of whose commonest
    words the text has most.
    """
    sample = text[:_SAMPLE]
    by_script = _language_of_script(sample)
    if by_script is not None:
        return by_script
    found, counts = _function_words(sample)
    best, language = max(zip(counts.values(), counts, strict=True))
    runner_up = sorted(counts.values())[-2]
    if best - runner_up < _CLEAR_LEAD or best < _CLEAR_SHARE * found:
        return None
    return language


def settle_language(text: str, declared: str | None) -> str | None:
    """
    Return the BCP 47 language of *text*, given what is declared.

    Many templates declare English whatever the text. The declared language gives way where the text is in another
    script, or has far more of another language's commonest words; kin such as Danish and Norwegian do not.
    """
    detected = detect_language(text)
    if declared is None or detected is None:
        return declared or detected
    primary = declared.partition("-")[0].lower()
    if detected == primary:
        return declared
    _, counts = _function_words(text[:_SAMPLE])
    scripts = {language for _, _, language in _scripts()}
    if primary not in counts and primary not in scripts:
        return declared
    if detected in scripts or primary in scripts:
        return detected
    return detected if counts[detected] >= _FAR_MORE * counts[primary] else declared


def lexicon_for(text: str, declared: str | None) -> str | None:
    """
    Return the folder of the lexicon whose rules fit *text*, or None where there is none.

    What the text shows counts more than what is declared, since many templates declare English whatever the text;
    a text too short to show anything is what it is declared to be, and English where nothing is declared and
    its letters are Latin.
    """
    language = detect_language(text)
    if language is None:
        language = declared.partition("-")[0].lower() if declared else "en"
    return language if has_lexicon(language) else None


def _function_words(sample: str) -> tuple[int, dict[str, int]]:
    """Return the number of words, and how many of them are among the commonest of each language."""
    found = sample.lower().replace("’", " ").replace("'", " ").split()
    counts = dict.fromkeys(pairs("web", "stop_words"), 0)
    for listed, count in Counter(filter(None, map(_languages_of_word().get, found))).items():
        for language in listed.split():
            counts[language] += count
    return len(found), counts


def _language_of_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    encoded = sample.encode("utf-8", "replace")
    if len(encoded.translate(None, _NOT_LATIN_LEADS)) == len(encoded) or not _NOT_LATIN.search(sample):
        return None
    counts = dict.fromkeys((language for _, _, language in _scripts()), 0)
    letters = 0
    for letter, count in Counter(sample).items():
        if letter.isalpha():
            letters += count
            code = ord(letter)
            if code >= 0x370:
                for first, last, language in _scripts():
                    if first <= code <= last:
                        counts[language] += count
                        break
    language = max(counts, key=lambda key: counts[key])
    if counts["ja"] * 10 > counts["zh"] and counts["ja"] + counts["zh"] > letters // 3:
        return "ja"
    return language if counts[language] > letters // 2 else None


@cache
def _scripts() -> tuple[tuple[int, int, str], ...]:
    return tuple(
        (int(first, 16), int(last, 16), language)
        for span, language in rows("web", "scripts")
        for first, _, last in [span.partition("-")]
    )


@cache
def _languages_of_word() -> dict[str, str]:
    """Return the languages of which a word is among the commonest, parted by spaces."""
    found: dict[str, str] = {}
    for language, common in rows("web", "stop_words"):
        for word in common.split():
            found[word] = f"{found[word]} {language}" if word in found else language
    return found
