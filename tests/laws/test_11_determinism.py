"""Law 11: the same input gives the same output in any process, whatever the hash seed or locale."""

import os
import subprocess
import sys

from hypothesis import given

import newsmodel as nm
from newsmodel import strategies

TEXT = """GENEVA, Oct. 5 (AP) - “We have no plans to leave,” Maria Lind, the agency's director, said on Thursday.

She said that more than 40 people were arrested in Lausanne last week. According to Swiss police, "two officers"
were hurt. The government denied it on Oct. 3, 2017, and its spokesman, Jon Berg, called the report "nonsense".
"""
PAGE = f"<html lang=en><title>No plans</title><h1>No plans to leave</h1><article>{TEXT}</article></html>"
CODE = """
import sys, newsmodel as nm
text, page = sys.stdin.read().split("\\0")
print(ascii(nm.dumps(nm.parse_text(text, published=None))))
print(ascii(nm.dumps(nm.parse_html(page, url="https://example.org/a"))))
print(ascii(nm.five_w(nm.parse_text(text))))
"""


def _run(**environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", CODE],
        input=f"{TEXT}\0{PAGE}",
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def test_the_hash_seed_and_the_locale_change_nothing() -> None:
    """Processes with other hash seeds, locales and time zones write the same bytes."""
    first = _run(PYTHONHASHSEED="0", PYTHONUTF8="1")
    for seed in ("1", "2", "3"):
        assert _run(PYTHONHASHSEED=seed, PYTHONUTF8="1", LC_ALL="tr_TR.UTF-8", TZ="Asia/Kathmandu") == first


@given(strategies.texts())
def test_parsing_twice_gives_equal_articles(text: str) -> None:
    """Nothing is kept from one call to the next."""
    assert nm.parse_text(text) == nm.parse_text(text)


@given(strategies.articles())
def test_annotating_twice_gives_equal_articles(article: nm.Article) -> None:
    """Annotating what is annotated finds the same again."""
    once = nm.annotate(article)
    assert nm.annotate(once) == once
