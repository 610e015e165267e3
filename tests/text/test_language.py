"""The language of a text."""

import pytest

from newsmodel import parse_html, parse_text
from newsmodel.model import IssueCode
from newsmodel.text.language import detect_language, lexicon_for, settle_language

SENTENCES = {
    "en": "The mayor said on Monday that the bridge will be closed for a week.",
    "de": "Die Bürgermeisterin sagte am Montag, dass die Brücke für eine Woche gesperrt wird.",
    "fr": "La maire a dit lundi que le pont sera fermé pour une semaine dans les deux sens.",
    "es": "La alcaldesa dijo el lunes que el puente se cerrará por una semana en los dos sentidos.",
    "pt": "A prefeita disse na segunda-feira que não há data para a abertura da ponte e que os carros não passam.",
    "it": "La sindaca ha detto lunedì che il ponte sarà chiuso per una settimana nelle due direzioni.",
    "nl": "De burgemeester zei maandag dat de brug een week voor het verkeer dicht gaat en niet langer.",
    "el": "Η δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα κλείσει.",
    "ru": "Мэр сказала в понедельник, что мост закроют на неделю.",
    "ja": "市長は月曜日、橋を一週間閉鎖すると述べた。",
    "zh": "市长星期一表示，大桥将关闭一周。",
    "ko": "시장은 월요일 다리를 일주일 동안 폐쇄한다고 말했다.",
    "ar": "قالت رئيسة البلدية يوم الاثنين إن الجسر سيغلق لمدة أسبوع.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough(language: str) -> None:
    """The language of an ordinary sentence is told from its script or its commonest words."""
    assert detect_language(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "OK", "12345", "Paris Berlin Roma", "🙂🙂🙂", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "Ω Ohm, Volt"])
def test_too_little_gives_no_language(text: str) -> None:
    """Where nothing speaks for a language none is named."""
    assert detect_language(text) is None


def test_what_the_text_shows_beats_what_is_declared() -> None:
    """A German text that is declared English does not get English rules; a short one is what it is declared to be."""
    assert lexicon_for(SENTENCES["de"], "en-US") is None
    assert lexicon_for(SENTENCES["en"], "de") == "en"
    assert lexicon_for("Paris", "de") is None
    assert lexicon_for("Paris", "en-GB") == "en"
    assert lexicon_for("Paris", None) == "en"
    assert lexicon_for("Gen. Ruth Abara resigned yesterday to allow a vote.", None) == "en"


def test_a_language_without_a_lexicon_is_reported() -> None:
    """A German text gets blocks, sentences and an issue, and nothing that English rules would find."""
    article = parse_text(SENTENCES["de"] + " Am 5. Oktober said er nichts.")
    assert article.language == "de"
    assert article.sentences
    assert (article.events, article.places, article.times) == ((), (), ())
    assert [issue.code for issue in article.issues] == [IssueCode.UNSUPPORTED_LANGUAGE]


def test_a_declared_language_gives_way_to_what_the_text_shows() -> None:
    """Another script or far more of another language's words beats what is declared; kin and regions do not."""
    assert settle_language(SENTENCES["de"], "en") == "de"
    assert settle_language(SENTENCES["ja"], "en") == "ja"
    assert settle_language(SENTENCES["en"], "ar") == "en"
    assert settle_language(SENTENCES["en"], "en-GB") == "en-GB"
    assert settle_language(SENTENCES["en"], "cy") == "cy"  # of whose words nothing is known
    assert settle_language("Statsministeren sa at det ikke er penger til broen og at den må vente.", "nb") == "nb"
    assert settle_language("", "fr") == "fr"
    assert settle_language("", None) is None


def test_a_page_is_in_the_language_of_its_text() -> None:
    """A German page whose template declares English is German, and its provenance says why."""
    body = "".join(
        f"<p>{SENTENCES['de']} Die Arbeiten an der Brücke sind nötig, weil sie alt ist.</p>" for _ in range(3)
    )
    article = parse_html(f'<html lang="en"><body><article><h1>Brücke gesperrt</h1>{body}</article></body></html>')
    assert article.language == "de"
    languages = [(p.source, p.raw, p.chosen) for p in article.provenance if p.field == "language"]
    assert languages[-1] == ("text", "de", True)
    assert not any(chosen for _, _, chosen in languages[:-1])
