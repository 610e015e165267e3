"""When an article was published and last changed, by what its page declares and shows."""

import datetime as dt
import json

import pytest

from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.tree import parse_tree
from newsmodel.model import IssueCode

UTC = dt.UTC
STORY = "<p>It rained all day, and the river rose.</p>"


def read(html: str, url: str | None = "https://www.example.org/news/rain") -> Metadata:
    """Return the metadata of a page."""
    root, _ = parse_tree(html)
    assert root is not None
    return read_metadata(Gathered(root), url)


def ld(**fields: object) -> str:
    """Return a JSON-LD block of a news article with these fields."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def codes(metadata: Metadata) -> set[IssueCode]:
    """Return the codes of the issues."""
    return {issue.code for issue in metadata.issues}


def chosen(metadata: Metadata) -> dict[str, str]:
    """Return the signal that gave each field."""
    return {p.field: p.source for p in metadata.provenance if p.chosen}


def test_published_told_from_modified() -> None:
    """Publication and last change come with time and zone from where each is declared."""
    metadata = read(ld(datePublished="2024-05-03T10:15:00+02:00", dateModified="2024-05-04T08:00:00Z"))
    zone = dt.timezone(dt.timedelta(hours=2))
    assert metadata.published == dt.datetime(2024, 5, 3, 10, 15, tzinfo=zone)
    assert metadata.modified == dt.datetime(2024, 5, 4, 8, 0, tzinfo=UTC)


def test_a_change_before_the_publication_is_none() -> None:
    """A last change before the publication is dropped: planned articles are saved before they appear."""
    metadata = read(ld(datePublished="2024-05-03", dateModified="2024-05-02"))
    assert (metadata.published, metadata.modified) == (dt.date(2024, 5, 3), None)


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2024-05-03">',
        '<meta name="dc.date.issued" content="3 May 2024">',
        '<h1>Rain falls</h1><span itemprop="datePublished" content="2024-05-03">last week</span>',
        '<h1>Rain falls</h1><time class="entry-date published" datetime="2024-05-03">Friday</time>',
        "<h1>Rain falls</h1><time pubdate>May 3, 2024</time>",
        "<h1>Rain falls</h1><p>By Maria Jonas | May 3, 2024</p>",
        "<div>3 May 2024</div><h1>Rain falls</h1>",
        "<h1>Rain falls</h1><p>Updated: May 9, 2024</p><p>Published: May 3, 2024</p>",
        '<h1>Rain falls</h1><abbr class="published" title="2024-05-03">Friday</abbr>',
        '<script>state = {"publishedAt": "2024-05-03"}</script>',
    ],
)
def test_places_of_the_publication(markup: str) -> None:
    """Meta elements, microdata, time elements, date lines and the page's state all tell the day."""
    assert read(f'<html lang="en">{markup}{STORY}').published == dt.date(2024, 5, 3)


def test_the_address_is_the_last_resort() -> None:
    """The day in the address counts only where the page says nothing."""
    url = "https://www.example.org/2024/05/03/rain"
    assert read(f"<h1>Rain falls</h1>{STORY}", url).published == dt.date(2024, 5, 3)
    assert read(f"<h1>Rain falls</h1><p>May 2, 2024</p>{STORY}", url).published == dt.date(2024, 5, 2)


def test_no_date_rather_than_a_bad_one() -> None:
    """A day that the text tells of, a copyright, a comment and another article give no publication."""
    page = f"""<h1>Rain falls</h1><p>The worst flood was on May 3, 1997, when the river rose by four metres in one
        night and took the bridge, the mill and most of the lower town with it.</p>{STORY}
        <div class="comments"><time datetime="2024-05-09">May 9</time></div>
        <aside><ul class="related"><li>Wind <time datetime="2024-05-01">May 1</time></ul></aside>
        <footer>Copyright May 1, 2020</footer>"""
    assert read(page).published is None


def test_only_a_last_change_is_shown() -> None:
    """Where readers are shown nothing but the day of the last change, it stands for the publication too."""
    metadata = read(f"<html lang=en><h1>Rain falls</h1><p>Last updated May 3, 2024</p>{STORY}")
    assert (metadata.published, metadata.modified) == (dt.date(2024, 5, 3), dt.date(2024, 5, 3))
    assert chosen(metadata)["published"] == chosen(metadata)["modified"] == "date line"


def test_only_a_last_change_is_declared() -> None:
    """A last change that is declared and not shown is no publication."""
    metadata = read(f"{ld(dateModified='2024-05-03')}<h1>Rain falls</h1>{STORY}")
    assert (metadata.published, metadata.modified) == (None, dt.date(2024, 5, 3))


@pytest.mark.parametrize(
    ("declared", "shown", "day"),
    [
        ({"datePublished": "2024-05-03", "dateModified": "2024-05-09"}, "May 9, 2024", dt.date(2024, 5, 3)),
        ({"datePublished": "2024-05-09T10:00:00Z", "dateModified": "2024-05-09T10:00:00Z"}, "May 3, 2024", None),
        (
            {"datePublished": "2024-05-09T10:00:00Z", "dateModified": "2024-05-09T10:00:00Z"},
            "Show May 3, 2024 is sold out",
            9,
        ),
        ({"datePublished": "03/05/2024"}, "May 3, 2024", None),
    ],
    ids=["a later day shown", "an earlier day shown", "the day of something else", "day and month swapped"],
)
def test_the_day_beside_the_headline(declared: dict[str, str], shown: str, day: dt.date | int | None) -> None:
    """
    What is declared goes before what is shown, but for a publication after the day shown or with day and month swapped.

    A declared publication that is also the last change was overwritten by it.
    """
    expected = day if isinstance(day, dt.date) else dt.date(2024, 5, day or 3)
    published = read(f"<html lang=en-US>{ld(**declared)}<h1>Rain falls</h1><p>{shown}</p>{STORY}").published
    assert published is not None
    assert (published.date() if isinstance(published, dt.datetime) else published) == expected


def test_of_two_declared_days_the_one_that_is_shown() -> None:
    """Where the page declares two days, the one beside the headline wins, with the time that is declared."""
    meta = '<meta property="article:published_time" content="2024-07-01T10:00:00Z">'
    metadata = read(f"{ld(datePublished='2024-05-03')}{meta}<h1>Rain falls</h1><p>July 1, 2024</p>{STORY}")
    assert metadata.published == dt.datetime(2024, 7, 1, 10, tzinfo=UTC)
    assert chosen(metadata)["published"] == "meta article:published_time"
    assert IssueCode.CONFLICTING_DATES in codes(metadata)


def test_a_dropped_change_is_told() -> None:
    """A last change before the publication is an issue, and its signal a candidate that was passed over."""
    metadata = read(ld(datePublished="2024-05-03", dateModified="2024-05-01"))
    assert "modified" not in chosen(metadata)
    assert [(p.raw, p.chosen) for p in metadata.provenance if p.field == "modified"] == [("2024-05-01", False)]
    assert IssueCode.CONFLICTING_DATES in codes(metadata)


def test_the_day_in_the_address_tells_the_zone() -> None:
    """A moment shortly before midnight in UTC is of the day that the address gives."""
    url = "https://www.example.org/2024/05/04/rain"
    assert read(ld(datePublished="2024-05-03T22:35:00Z"), url).published == dt.date(2024, 5, 4)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.example.org/article/A2024050314320005196", dt.date(2024, 5, 3)),
        ("https://www.example.org/article/20240503", dt.date(2024, 5, 3)),
        ("https://www.example.org/article/20249903", None),
        ("https://web.archive.org/web/20240503143200/http://www.example.org/rain", None),
        ("https://web.archive.org/web/20240503143200/http://www.example.org/2021/01/02/rain", dt.date(2021, 1, 2)),
    ],
)
def test_days_in_addresses(url: str, day: dt.date | None) -> None:
    """An address tells the day by itself or before the minute; when a web archive read the page is no day of it."""
    assert read(f"<h1>Rain falls</h1>{STORY}", url).published == day


def test_embedded_posts_date_nothing() -> None:
    """The date and the author of an embedded post are not the article's."""
    post = "<blockquote class=post><p>What a day!</p><p>By Ann Lee, May 1, 2024</p></blockquote>"
    metadata = read(f"<h1>Rain falls</h1>{post}<p>May 3, 2024</p>{STORY}")
    assert (metadata.published, metadata.authors) == (dt.date(2024, 5, 3), ())


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Updated May 4, 2024 First published May 3, 2024"),
        ("de", "Veröffentlicht: 03.05.2024, aktualisiert: 04.05.2024"),
        ("fr", "Publié le 3 mai 2024 à 10h15, mis à jour le 4 mai 2024 à 11h30"),
        ("pt", "03/05/2024 às 10h15 - Atualizado em 04/05/2024 às 11h"),
        ("sv", "Publicerad: 3 maj 2024 kl 10.15 Uppdaterad: 4 maj 2024"),
        ("ko", "입력 2024.05.03. 오전 10:15 수정 2024.05.04"),
        ("tr", "03.05.2024 - Güncelleme: 04.05.2024"),
        ("sk", "Zverejnené 3. mája 2024 o 10:15, aktualizované 4. mája 2024"),
        ("ro", "Publicat: 3 mai 2024, 10:15 Ultima actualizare: 4 mai 2024"),
        ("bg", "Публикувано: 3 май 2024, 10:15. Обновена: 4 май 2024"),
        ("he", "פורסם: 03.05.24, 10:15 | עודכן: 04.05.24, 08:00"),
        ("th", "เผยแพร่: 3 พ.ค. 2567 10:15 ปรับปรุง: 4 พ.ค. 2567"),
        ("bn", "প্রকাশ: ৩ মে ২০২৪, ১০:১৫ | আপডেট: ৪ মে ২০২৪"),
        ("en", "Sat 4 May 2024 08.00 BST First published on Fri 3 May 2024 10.15 BST"),
    ],
)
def test_two_dates_in_a_line(language: str, line: str) -> None:
    """A line may tell publication and change, each with its own time; neither takes the other's."""
    metadata = read(f"<html lang={language}><h1>Rain falls</h1><p>{line}</p>{STORY}")
    days = [day.date() if isinstance(day, dt.datetime) else day for day in (metadata.published, metadata.modified)]
    assert days == [dt.date(2024, 5, 3), dt.date(2024, 5, 4)]


def test_labels_after_the_date() -> None:
    """What a date is the date of may stand after it, as in Japanese."""
    page = f"<html lang=ja><h1>大雨の記録</h1><p>2024年5月3日 公開</p><p>2024年5月9日 更新</p>{STORY}"
    metadata = read(page)
    assert (metadata.published, metadata.modified) == (dt.date(2024, 5, 3), dt.date(2024, 5, 9))


def test_a_moment_in_utc_and_on_the_page() -> None:
    """02:25 UTC and 9:25 pm of the day before, on the page, are one moment and tell the zone."""
    page = f"{ld(datePublished='2024-05-04T02:25:10Z')}<h1>Rain falls</h1><p>May 3, 2024 9:25 pm</p>{STORY}"
    published = read(page).published
    assert isinstance(published, dt.datetime)
    assert published == dt.datetime(2024, 5, 4, 2, 25, 10, tzinfo=UTC)
    assert published.date() == dt.date(2024, 5, 3)


def test_ambiguous_dates_are_told() -> None:
    """A numeric date that nothing decides is an issue."""
    page = f"<h1>Rain falls</h1><p>03/04/2024</p>{STORY}"
    assert IssueCode.AMBIGUOUS_DATE in codes(read(f"<html lang=en>{page}", None))
    assert IssueCode.AMBIGUOUS_DATE not in codes(read(f"<html lang=en-GB>{page}", None))


def test_dates_in_conflict() -> None:
    """Two strong signals that are days apart are an issue; the first of the table wins."""
    page = ld(datePublished="2024-05-03") + '<meta property="article:published_time" content="2024-07-01">'
    metadata = read(page)
    assert metadata.published == dt.date(2024, 5, 3)
    assert IssueCode.CONFLICTING_DATES in codes(metadata)


def test_dates_of_other_articles() -> None:
    """Microdata of a list of other articles does not date this one."""
    teasers = "".join(f'<li itemprop="datePublished" content="2024-05-0{day}">x</li>' for day in range(1, 9))
    assert read(f"<h1>Rain falls</h1>{STORY}<ul>{teasers}</ul>").published is None


def test_a_label_before_another_date_is_not_of_the_date_before_it() -> None:
    """A line may say "Updated 4 hours ago" after a date: that tells nothing of the day that stands before it."""
    page = "<html><body><h1>A quake</h1><p>April 3, 2024 / 2:15 AM / Updated 4 hours ago</p></body></html>"
    dates = read(page)
    assert (str(dates.published), dates.modified) == ("2024-04-03 02:15:00", None)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Publié le 04/03/2024 à 18h05, mis à jour le 05/03/2024 à 09h12"),
        ("de", "Veröffentlicht: 04.03.2024, 18:05 Uhr | Aktualisiert: 05.03.2024, 09:12 Uhr"),
        ("it", "04 marzo 2024 (modifica il 5 marzo 2024 | 09:12)"),
    ],
)
def test_a_change_that_is_only_shown(language: str, line: str) -> None:
    """Where only the publication is declared, the change is read from the line beside the headline."""
    head = "<meta property=article:published_time content='2024-03-04T18:05:00+01:00'>"
    dates = read(f"<html lang={language}><head>{head}</head><body><h1>Les ports</h1><p>{line}</p></body></html>")
    assert str(dates.published) == "2024-03-04 18:05:00+01:00"
    assert str(dates.modified)[:16] == "2024-03-05 09:12"


def test_dates_in_a_sidebar() -> None:
    """What stands in a teaser beside the article is no date of it, however it is marked."""
    teaser = "<time class=entry-date datetime=2024-04-01>1 April</time><abbr class=published title=2024-04-02>2</abbr>"
    html = f"<article><h1>Rain</h1>{STORY}</article><aside>{teaser}</aside>"
    assert read(html).published is None
    assert read(html.replace("aside>", "p>")).published == dt.date(2024, 4, 1)


def test_an_abbreviation_without_a_day() -> None:
    """The `abbr` of hAtom gives the day in its title, or none."""
    html = "<article><h1>Rain</h1><p><abbr class=published title=today>now</abbr><abbr class=published>now</abbr>"
    assert read(f"{html}<abbr class=published title=2024-05-03>then</abbr></p>{STORY}").published == dt.date(2024, 5, 3)


LONG = "the river rose by two metres within an hour and carried away the wooden bridge that leads to the mill, " * 2


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"EXETER, May 3, 2024 – On Thursday {LONG}.", dt.date(2024, 5, 3)),
        (f"On a day such as May 3, 2024 {LONG}.", None),
    ],
)
def test_a_paragraph_that_opens_with_its_date(text: str, published: dt.date | None) -> None:
    """A dateline opens the first paragraph and ends with a mark; a sentence that names a day is none."""
    assert read(f"<article><h1>Rain</h1><p>{text}</p></article>").published == published


def test_a_date_of_a_class_that_says_what_it_is_of() -> None:
    """An element whose class speaks of a change holds the day of one; of many such elements the first are read."""
    dates = "<div><b class=post-date>3.5.2024</b><b class=update-date>4.5.2024</b></div>"
    html = f"<html lang=de><article><h1>Regen</h1>{f'<p>{LONG}.</p>' * 4}<section>{dates}</section></article>"
    assert (read(html).published, read(html).modified) == (dt.date(2024, 5, 3), dt.date(2024, 5, 4))
    others = "".join(f"<div class=post-date>{day}.4.2024</div>" for day in range(1, 9))
    assert read(html.replace("</section>", f"{others}</section>")).published == dt.date(2024, 5, 3)


@pytest.mark.parametrize(
    ("after", "published"),
    [
        ("<p>3 May 2024</p>", dt.date(2024, 5, 3)),
        ("<p>Published 3 May 2024, updated 4 May 2024</p>", dt.date(2024, 5, 3)),
        ("<p>Event date: 3 May 2024</p>", None),
        ("<aside><p>3 May 2024</p></aside>", dt.date(2024, 5, 3)),
        ("<aside><p>3 May 2024</p><p>2 May 2024</p></aside>", None),
        ("<div class=comments><p>3 May 2024</p></div>", None),
    ],
)
def test_the_first_date_of_a_page_without_a_heading(after: str, published: dt.date | None) -> None:
    """The first line that is little more than a date tells where nothing else does; in a sidebar if it is alone."""
    assert read(f"<html lang=en><body>{STORY * 9}{after}").published == published


@pytest.mark.parametrize("size", [1, 3])
def test_news_in_brief(size: int) -> None:
    """After a few sentences the body has begun, however short its paragraphs are: a day in a sidebar is another's."""
    sentence = (
        "The river rose by four metres within a single night, the county said on Friday morning, and it fell again."
    )
    aside = "<aside><ul><li>Mill closes</li><li><time datetime=2023-01-12>12 January</time></li></ul></aside>"
    metadata = read(f"<h1>Rain falls</h1><p>Updated: May 3, 2024</p>{f'<p>{sentence}</p>' * size}{aside}")
    assert metadata.published == (dt.date(2023, 1, 12) if size == 1 else dt.date(2024, 5, 3))


def test_the_same_moment_in_the_zone_of_the_page() -> None:
    """Of one moment in UTC and in the page's zone, the page's own is given; another moment tells no zone."""
    zone = dt.timezone(dt.timedelta(hours=2))
    same = "<meta property=article:published_time content=2024-05-03T10:15:00+02:00>"
    assert read(ld(datePublished="2024-05-03T08:15:00Z") + same).published == dt.datetime(
        2024, 5, 3, 10, 15, tzinfo=zone
    )
    other = "<meta property=article:published_time content=2024-05-03T08:15:20>"
    assert read(ld(datePublished="2024-05-03T08:15:00Z") + other).published == dt.datetime(
        2024, 5, 3, 8, 15, tzinfo=UTC
    )


def test_when_something_is_on_the_air() -> None:
    """The day of a broadcast on the subject is not that of the publication."""
    told = "<meta name=date content=2024-05-03T06:15:00+02:00>"
    html = (
        f"<html lang=de>{told}<h1>Regen</h1>{STORY}<p>Dieses Thema im Programm: Hafenradio, 04.05.2024, 07:00 Uhr</p>"
    )
    zone = dt.timezone(dt.timedelta(hours=2))
    assert read(html).published == dt.datetime(2024, 5, 3, 6, 15, tzinfo=zone)
