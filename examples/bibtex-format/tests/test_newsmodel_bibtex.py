"""The format, by its name and for every article."""

import datetime as dt
import re

import pytest
from hypothesis import given

import newsmodel as nm
import newsmodel_bibtex
from newsmodel import strategies
from newsmodel.errors import UnknownFormatError
from newsmodel.model import AuthorKind, Publisher

ARTICLE = nm.Article(
    headline="Long Bridge closed: 50% unsafe",
    text="The council closed the bridge.",
    url="https://wold.example/bridge?a={1}",
    authors=(nm.Author(name="Zoë O'Dell"), nm.Author(name="Wold & Sons", kind=AuthorKind.ORGANIZATION)),
    publisher=Publisher(name="The Wold"),
    published=dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.UTC),
)
ENTRY = r"""@online{odell2026long,
  title = {Long Bridge closed: 50\% unsafe},
  author = {Zoë O'Dell and {Wold \& Sons}},
  organization = {The Wold},
  date = {2026-03-02},
  url = {https://wold.example/bridge?a=%7B1%7D},
}
"""


def test_the_format_is_known_by_its_name() -> None:
    """Once installed, it is written like the formats of newsmodel itself, and tells what it loses."""
    assert "bibtex" in nm.formats.available()
    assert nm.dumps(ARTICLE, format="bibtex") == ENTRY
    assert nm.formats.losses(ARTICLE, format="bibtex") == ("text", "blocks")


def test_it_is_only_written() -> None:
    """Reading is refused by the name of the format."""
    with pytest.raises(UnknownFormatError, match="format 'bibtex' is written only"):
        nm.loads(ENTRY, format="bibtex")


@given(article=strategies.articles())
def test_every_article_is_one_entry(article: nm.Article) -> None:
    """Whatever an article says, the braces of its entry match, and nothing in them is markup of the article's own."""
    entry = newsmodel_bibtex.dumps(article)
    bare = re.sub(r"\\text\w+\{\}|\\.", "", entry)
    assert bare.count("{") == bare.count("}")
    assert re.match(r"@online\{[a-z0-9]+,\n", bare)
    for line in bare.splitlines()[1:-1]:
        assert re.fullmatch(r"  [a-z]+ = \{.*\},", line)
    assert set(newsmodel_bibtex.losses(article)) <= set(dir(article))
