"""Pages laid out with tables, fonts and line breaks, as the web had them before it had elements for articles."""

import datetime as dt

import pytest

from newsmodel.html import read_page
from newsmodel.model import Article

LINES = [
    "The ferry to Holm Island will sail at night from June, for the first time since the war, the county said.",
    "“We asked for it every year, and every year they counted the passengers of the day,” said Ida Lund, a baker.",
    "The boat takes forty cars. Its crew, which is new, has been told to go slowly past the seals of the outer reef.",
]
TITLE = "Night ferry to sail from June"


def old_page(inner: str, *, title: str = f"The Coast Gazette: {TITLE}") -> Article:
    """Return the article of a page whose columns are cells of a table."""
    links = "<br>".join(f"<a href=/{name}.html>{name}</a>" for name in ("News", "Sport", "Arts", "Jobs"))
    return read_page(
        f"<html><head><title>{title}</title></head><body bgcolor=#ffffff><table width=100%><tr><td><img src=logo.gif>"
        f"</td></tr></table><table><tr><td width=150>{links}</td><td width=460>{inner}</td><td><b>Also today</b><br>"
        "<a href=bus.html>Bus late again</a></td></tr></table><font size=1>Copyright 2003</font></body></html>"
    )


def texts(article: Article) -> list[str]:
    """Return the texts of the blocks."""
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize(
    "opening",
    [
        "<font size=5><b>{}</b></font><br><font size=2><b>By IDA HOLM</b><br>Gazette Staff Writer</font><br><br>",
        "<p><font size=5><b>{}</b></font></p><p><font size=2>By Ida Holm, Gazette Staff Writer</font></p>",
        "<h2>{}</h2><b>By Ida Holm</b><br>May 12, 2003<p>",
        "<h1>{}</h1>By Ida Holm<br>Political Correspondent<br>May 12, 2003<br><br>",
    ],
)
def test_headline_byline_and_text_of_a_table(opening: str) -> None:
    """The line that the title ends with is the headline; a line break ends the byline, and its role goes with it."""
    article = old_page(opening.format(TITLE) + "<br><br>".join(LINES))
    assert article.headline == TITLE
    assert [author.name.title() for author in article.authors] == ["Ida Holm"]
    assert texts(article)[-3:] == LINES
    assert not any("holm," in text.lower() or "writer" in text.lower() for text in texts(article)[:-3])


@pytest.mark.parametrize(
    ("title", "shown", "headline"),
    [
        (f"{TITLE} - The Coast Gazette", f"<b>{TITLE}</b>", TITLE),
        (f"News » {TITLE} » Coast", f"<h3>{TITLE}</h3>", TITLE),
        (f"{TITLE} | The Voice of the Islands", f"<b>The Voice of the Islands</b><p><b>{TITLE}</b>", TITLE),
        (f"Ferries: {TITLE}", "<b>Ferries</b>", f"Ferries: {TITLE}"),
    ],
)
def test_a_title_of_several_parts(title: str, shown: str, headline: str) -> None:
    """Where no h1 shows the headline, the longest part of the title that the page shows is it."""
    assert old_page(f"{shown}<p>{LINES[0]}</p><p>{LINES[1]}</p>", title=title).headline == headline


def test_a_class_of_authors_may_hold_the_day_too() -> None:
    """The name in an element that is marked as the author's ends where the day begins."""
    article = read_page(
        f"<h1>{TITLE}</h1><p class=author>Idalis Roe<br>4 August 2010</p><p>{LINES[0]}</p><p>{LINES[1]}"
    )
    assert [author.name for author in article.authors] == ["Idalis Roe"]
    assert article.published == dt.date(2010, 8, 4)


@pytest.mark.parametrize("loud", ["<b>{}</b>", "<strong>{}</strong>", "<font size=4>{}</font>"])
def test_a_bold_line_before_a_break_is_a_line_of_its_own(loud: str) -> None:
    """A heading that is only a bold line is not glued to the paragraph below it."""
    inner = f"<p>{LINES[0]}</p><p>{loud.format('What the crew says')}<br>{LINES[1]}</p>"
    assert texts(read_page(f"<h1>{TITLE}</h1>{inner}<p>{LINES[2]}")) == [LINES[0], "What the crew says", *LINES[1:]]


@pytest.mark.parametrize(
    "line",
    [
        "<b>Ida Lund:</b><br>{}",
        "<b>They said</b> so<br>{}",
        "So <b>they said</b><br>{}",
        "<i>They said</i><br>{}",
        "<b>They said</b><br><b>so.</b> {}",
    ],
)
def test_other_lines_before_a_break_go_on(line: str) -> None:
    """A label, a line that is bold in part only, and two bold lines are one with what follows."""
    inner = f"<p>{LINES[0]}</p><p>{line.format(LINES[1])}</p>"
    assert len(texts(read_page(f"<h1>{TITLE}</h1>{inner}<p>{LINES[2]}"))) == 3


def test_a_term_in_a_list_is_one_with_its_item() -> None:
    """An item of a list stays one item, however it is laid out."""
    items = "".join(f"<li><b>Boat {n}</b><br>It takes forty cars and a lorry</li>" for n in range(3))
    assert "Boat 1 It takes forty cars and a lorry" in texts(
        read_page(f"<h1>{TITLE}</h1><p>{LINES[0]}</p><ul>{items}</ul><p>{LINES[2]}")
    )


def test_each_line_of_a_block_has_its_own_dates() -> None:
    """A time element counts for the line that it stands in, not for its whole block."""
    first, last = "Published <time datetime=2003-05-12>May 12</time>", "Updated <time datetime=2003-05-14>May 14</time>"
    article = read_page(f"<h1>{TITLE}</h1><p>Ida Holm<br>{first}<br>{last}</p><p>{LINES[0]}</p><p>{LINES[1]}")
    assert (article.published, article.modified) == (dt.date(2003, 5, 12), dt.date(2003, 5, 14))
