"""Authors are people, agencies and desks by name, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.names import is_organization, names_in_element, names_in_line, names_in_value
from newsmodel.html.organizations import is_desk
from newsmodel.html.tree import parse_tree
from newsmodel.model import AuthorKind, IssueCode


def read(html: str, url: str | None = "https://www.example.org/a-story") -> Metadata:
    """Return the metadata of a page."""
    root, _ = parse_tree(html)
    assert root is not None
    return read_metadata(Gathered(root), url)


def names(html: str) -> list[str]:
    """Return the names of a page's authors."""
    return [author.name for author in read(html).authors]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Maria Jonas", ["Maria Jonas"]),
        ("By Maria Jonas and Tom O'Hara", ["Maria Jonas", "Tom O'Hara"]),
        ("By Maria Jonas, Tom O'Hara and Li Wei", ["Maria Jonas", "Tom O'Hara", "Li Wei"]),
        ("Von Maria Jonas und Jan van der Berg", ["Maria Jonas", "Jan van der Berg"]),
        ("Par Zoé Müller et Luc Petit", ["Zoé Müller", "Luc Petit"]),
        ("Por Ana Ruiz y Juan Gómez Lara", ["Ana Ruiz", "Juan Gómez Lara"]),
        ("Por Ramón y Cajal", ["Ramón y Cajal"]),
        ("di Anna Bianchi e Marco Rossi Neri", ["Anna Bianchi", "Marco Rossi Neri"]),
        ("Av Kari Nordmann og Ola Hansen", ["Kari Nordmann", "Ola Hansen"]),
        ("Door Piet Jansen en Anneke de Vries", ["Piet Jansen", "Anneke de Vries"]),
        ("By Maria Jonas, Staff Writer", ["Maria Jonas"]),
        ("By Maria Jonas in Berlin", ["Maria Jonas"]),
        ("By Maria Jonas for The Daily Example", ["Maria Jonas"]),
        ("By MARIA JONAS | The Daily Example", ["MARIA JONAS"]),
        ("By Maria Jonas (Reuters)", ["Maria Jonas"]),
        ("By Maria Jonas, MD, PhD", ["Maria Jonas"]),
        ("By Sammy Roe, Jr. and Dean Doe", ["Sammy Roe, Jr.", "Dean Doe"]),
        ("By Maria Jonas Updated May 3, 2024", ["Maria Jonas"]),
        ("By Maria Jonas Published: May 3, 2024", ["Maria Jonas"]),
        ("Von Maria Jonas am 3. Mai 2024", ["Maria Jonas"]),
        ("Par Zoé Le Petit le 3 mai", ["Zoé Le Petit"]),
        ("Por Ana Ruiz el 3 de mayo", ["Ana Ruiz"]),
        ("Text von Maria Jonas Fotos von Tom Roe", ["Maria Jonas"]),
        ("View all posts by Maria Jonas", ["Maria Jonas"]),
        ("BY MARIA JONAS AND TOM ROE", ["MARIA JONAS", "TOM ROE"]),
        ("Von Maria Jonas aus Berlin", ["Maria Jonas"]),
        ("Von unserer Korrespondentin Maria Jonas", ["Maria Jonas"]),
        ("dal nostro inviato Marco Rossi", ["Marco Rossi"]),
        ("Von Redaktion", ["Redaktion"]),
        ("Von dpa/mj", ["dpa"]),
        ("By The Editors", ["The Editors"]),
        ("Foto von Maria Jonas", []),
        ("Reviewed by Maria Jonas", []),
        ("From the archive", []),
        ("Bauten von Rang", []),
        ("By Maria Jonas May 3, 2024", ["Maria Jonas"]),
        ("Von Maria Jonas Maria Jonas", ["Maria Jonas"]),
        ("By Reuters", ["Reuters"]),
        ("Von Hamburg", []),
        ("By Reuters, Washington", ["Reuters"]),
        ("By Maria Jonas Associated Press", ["Maria Jonas"]),
        ("By Maria Jonas Monday, May 3, 2024", ["Maria Jonas"]),
        ("By Maria May | The Daily Example", ["Maria May"]),
        ("By @mariajonas", []),
        ("By maria@example.org", []),
        ("By the way, it rained", []),
        ("By 2030 all of it will be gone", []),
        ("By Maria Jonas, Tom Roe, Maria Jonas", ["Maria Jonas", "Tom Roe"]),
        ("Story: Text: By Maria Jonas", ["Maria Jonas"]),
        ("Maria Jonas was here", []),
        ("As told to Maria Jonas", ["Maria Jonas"]),
        ("Exclusive by Maria Jonas", ["Maria Jonas"]),
        ("Submitted by Maria Jonas on Tue, 05/14/2024", ["Maria Jonas"]),
        ("By Maria Jonas Special to The Herald", ["Maria Jonas"]),
        ("By Maria Jonas Transport Editor", ["Maria Jonas"]),
        ("By Maria Lara Jonas", ["Maria Lara Jonas"]),
        ("By Maria Jonas in Lund and Thomas Roe in Harrow Bay", ["Maria Jonas", "Thomas Roe"]),
        ("By Maria Jonas in Lund and on the islands", ["Maria Jonas"]),
        ("By Maria Jonas, CNN", ["Maria Jonas"]),
        ("By Maria Jonas and Tom Roe, Associated Press", ["Maria Jonas", "Tom Roe"]),
        ("Von Maria Jonas und Tom Roe, dpa", ["Maria Jonas", "Tom Roe", "dpa"]),
        ("By Maria Jonas, Tom Roe, AP", ["Maria Jonas", "Tom Roe", "AP"]),
        ("By Reuters, AP", ["Reuters", "AP"]),
        ("Aus Lund berichtet Maria Jonas", ["Maria Jonas"]),
        ("De notre envoyée spéciale à Lund, Zoé Petit", ["Zoé Petit"]),
        ("Door onze redacteur Piet Jansen", ["Piet Jansen"]),
        ("Posted in News by Maria Jonas", ["Maria Jonas"]),
        ("نویسنده: مریم رضایی", ["مریم رضایی"]),
        ("Аутор: Јована Јовић", ["Јована Јовић"]),
        ("記者王小明／台北報導", ["王小明"]),
        ("記者王小明、李大同／綜合報導", ["王小明", "李大同"]),
        ("本报记者 王小明 李大同", ["王小明", "李大同"]),
        ("[조수일보 김민수 기자]", ["김민수"]),
    ],
)
def test_visible_bylines(line: str, expected: list[str]) -> None:
    """A line that opens with "By", in many languages, is split at list grammar; what is no name is cut off."""
    assert names_in_line(line) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Maria Jonas", ["Maria Jonas"]),
        ("maria@example.org (Maria Jonas)", ["Maria Jonas"]),
        ("Maria Jonas|Tom Roe", ["Maria Jonas", "Tom Roe"]),
        ("Jonas, Maria; Roe, Tom", ["Maria Jonas", "Tom Roe"]),
        ("maria jonas", ["maria jonas"]),
        ("mjonas", ["mjonas"]),
        ("By Maria Jonas", ["Maria Jonas"]),
        ("Jonas, Maria", ["Maria Jonas"]),
        ("Jonas, Maria B.", ["Maria B. Jonas"]),
        ("Sammy Roe, Jr.", ["Sammy Roe, Jr."]),
        ("Da Silva", ["Da Silva"]),
        ("Maria & Tom", ["Maria", "Tom"]),
        ("Maria Jonas, MD", ["Maria Jonas"]),
        ("Maria Jonas and Tom O'Hara", ["Maria Jonas", "Tom O'Hara"]),
        ("Maria Jonas, Trending Editor", ["Maria Jonas"]),
        ("김민수 기자", ["김민수"]),
        ("山田太郎", ["山田太郎"]),
        ("मारिया जोनस", ["मारिया जोनस"]),
        ("Maria Jonas MD", ["Maria Jonas"]),
        ("MJ Maria Jonas", ["Maria Jonas"]),
        ("the people who sent us a letter", []),
        ("https://example.org/authors/maria", []),
        ("maria@example.org", []),
        ("admin", []),
        ("Written by", []),
        ("03.05 14:54 maria", []),
        ("2024-05-03", []),
        ("", []),
    ],
)
def test_values_of_metadata(value: str, expected: list[str]) -> None:
    """A metadata value is a name as it stands, in any script and case, but no address, role or user account."""
    assert names_in_value(value) == expected


def test_a_value_of_a_list_is_never_split() -> None:
    """Where the page gives a list, each item is one name."""
    assert names_in_value("Simon and Schuster", several=True) == ["Simon and Schuster"]


def test_a_byline_in_a_list_is_split() -> None:
    """An item of a list that opens with "By" is a byline, which may name several."""
    assert names_in_value("By Maria Jonas and Tom Roe", several=True) == ["Maria Jonas", "Tom Roe"]


def test_names_declared_in_parts() -> None:
    """A person in JSON-LD may have a given and a family name in place of a whole one."""
    person = '{"@type": "Person", "givenName": "Maria", "familyName": "Jonas"}'
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {person}}}</script>'
    assert names(f"{script}<h1>Rain falls</h1><p>Maria Jonas</p>") == ["Maria Jonas"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<p>Maria Jonas<br>mjonas@example.org</p>", ["Maria Jonas"]),
        ("<p>mjonas@example.org</p><p>Maria Jonas</p>", ["Maria Jonas"]),
        ("<p>Maria Jonas | maria.jonas@example.org</p>", ["Maria Jonas"]),
        ("<p>Maria Jonas | news@example.org</p>", []),
        ("<p>Write to mjonas@example.org</p>", []),
        ("<p>Maria Jonas @mjonas</p>", []),
        ("<div>Maria Jonas</div><div>Transport Editor</div><div>May 3, 2024</div>", ["Maria Jonas"]),
        ("<p>Maria Jonas, Transport Editor</p>", ["Maria Jonas"]),
        ("<p>Maria Jonas, CNN</p>", ["Maria Jonas"]),
        ("<p>Maria Jonas, mayor of Lund</p>", []),
        ("<p>Maria Jonas, Editor</p><p>of a paper</p>", ["Maria Jonas"]),
        ("<p>Quelle: Herald Text: Maria Jonas 3.5.2024</p>", ["Maria Jonas"]),
        ("<p>来源：新华网 作者：王小明 2024-05-03</p>", ["王小明"]),
    ],
)
def test_what_stands_beside_a_name(lines: str, expected: list[str]) -> None:
    """A name near the headline is the author's where an address with it, a post in a newsroom or a label tells so."""
    assert names(f"<title>Rain falls on Lund</title><h1>Rain falls on Lund</h1>{lines}<p>It rained.</p>") == expected


def test_an_element_marked_as_author() -> None:
    """The text of an element marked as the author's may say "by" after something else, or be the name alone."""
    assert names_in_element("Posted on May 3, 2024 by Maria Jonas") == ["Maria Jonas"]
    assert names_in_element("Maria Jonas · 5 min read") == ["Maria Jonas"]
    assert names_in_element("Maria Jonas Senior Editor") == ["Maria Jonas"]
    assert names_in_element("Jonas, Maria") == ["Maria Jonas"]
    assert names_in_element("View all posts") == []
    assert names_in_element("May 3, 2024") == []


def test_organizations() -> None:
    """Agencies, desks and the outlet itself are organisations; people are not."""
    for name in ("Reuters", "AFP", "dpa", "Redaktion", "The Example Staff", "Example Ltd", "example.org"):
        assert is_organization(name)
    assert is_organization("The Daily Example", frozenset(["thedailyexample"]))
    assert is_organization("El Díario", frozenset(["eldiario"]))
    assert not is_organization("Maria Jonas")


def test_the_form_of_organizations() -> None:
    """Acronyms, compounds and small words between capitals are of organisations; particles are of people, too."""
    for name in ("NDR", "Bauernverband Holm", "Ask for the Doctors", "Wines of the Coast", "Feuerwehr Holm"):
        assert is_organization(name)
    for name in ("Jan van der Berg", "maria of holm", "MJ", "Maria", "Ludwig van Holm"):
        assert not is_organization(name)


def test_a_section_is_no_author() -> None:
    """A declared author of one word that is the page's section, too, names nobody."""
    head = "<meta property=article:section content=Variety><meta name=author content=Variety>"
    assert names(f"<html><head>{head}</head><body><h1>A story</h1>") == []
    people = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": ["Variety", "Maria Jonas"]}</script>'
    )
    assert names(f"<html><head>{head}{people}</head><body><h1>A story</h1>") == ["Maria Jonas"]


def test_a_name_in_a_line_without_a_day() -> None:
    """A line that begins with a name and holds figures is no byline, unless they are of a day."""
    assert names("<h1>A story of the coast</h1><p>Maria Jonas (†44): last seen in “Coast 50667” on stage</p>") == []
    assert names("<h1>A story of the coast</h1><p>Maria Jonas (May 3)</p>") == ["Maria Jonas"]


def test_a_marked_name_with_more_words() -> None:
    """What is marked as the author and has many words is read as a byline, not as a name."""
    assert names("<h1>A story</h1><p class='author vcard'>linksc Creating Search Engine API Message</p>") == []
    assert names("<h1>A story</h1><p class='author'>Maria Jonas Columnist and critic</p>") == []
    assert names("<h1>A story</h1><p class='author'>Maria Jonas Columnist</p>") == ["Maria Jonas"]
    assert is_desk("Newsroom")
    assert not is_desk("Example Ltd")


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    """Any text is read, and every name found says something."""
    for name in (*names_in_line(text, anywhere=True), *names_in_value(text), *names_in_element(text)):
        assert name.strip() == name != ""


def test_json_ld_comes_first() -> None:
    """The authors of JSON-LD, with their pages and in their order, come before all others."""
    page = """<script type="application/ld+json">{"@type": "NewsArticle", "author": [
        {"@type": "Person", "name": "Sammy Roe, Jr.", "url": "/staff/roe"}, {"@type": "Person", "name": "Maria Jonas"}]}
        </script><meta name="author" content="Someone Else"><h1>A story</h1>"""
    metadata = read(page)
    assert [(a.name, a.url) for a in metadata.authors] == [
        ("Sammy Roe, Jr.", "https://www.example.org/staff/roe"),
        ("Maria Jonas", None),
    ]
    assert IssueCode.CONFLICTING_AUTHORS in {issue.code for issue in metadata.issues}
    passed_over = [p.raw for p in metadata.provenance if p.field == "authors" and not p.chosen]
    assert passed_over == ["Someone Else"]


def test_references_between_nodes_are_followed() -> None:
    """An author given by reference is found in the graph."""
    page = """<script type="application/ld+json">{"@graph": [
        {"@type": "Article", "author": {"@id": "#maria"}, "headline": "A story"},
        {"@type": "Person", "@id": "#maria", "name": "Maria Jonas"}]}</script>"""
    assert names(page) == ["Maria Jonas"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Maria Jonas · May 3, 2024", ["Maria Jonas"]),
        ("Maria Jonas, 3. Mai 2024", ["Maria Jonas"]),
        ("May 3, 2024 | Maria Jonas", ["Maria Jonas"]),
        ("New York, May 3, 2024", []),
        ("Local Weather · May 3, 2024", []),
        ("Maria Jonas", []),
    ],
)
def test_a_name_beside_the_day(line: str, expected: list[str]) -> None:
    """A line near the headline that holds a day and the name of a person alone is a byline; a place is none."""
    assert names(f"<h1>A story of rain</h1><p>{line}</p><p>It rained.</p>") == expected


def declaring(name: str) -> str:
    """Return a block of JSON-LD that declares an author."""
    return f'''<script type="application/ld+json">{{"@type": "NewsArticle",
        "author": {{"@type": "Person", "name": "{name}"}}}}</script>'''


RUNNING = "<p>" + "It rained all day, and the river rose. " * 8 + "</p>"


def test_an_account_that_nobody_sees_is_no_author() -> None:
    """A person whom only JSON-LD names is no author if the page has text and does not show the name; it is told."""
    page = f"{declaring('Maria Jonas')}<h1>A story of rain</h1>"
    assert names(f"{page}<p>It rained.</p>") == ["Maria Jonas"]
    assert names(f"{page}<p>Maria Jonas</p>{RUNNING}") == ["Maria Jonas"]
    assert names(f"<!doctype html><title>A story</title><main>{page}<p>Maria Jonas</p>{RUNNING}") == ["Maria Jonas"]
    metadata = read(page + RUNNING)
    assert metadata.authors == ()
    assert [(p.raw, p.chosen) for p in metadata.provenance if p.field == "authors"] == [("Maria Jonas", False)]
    assert names(f"{page}<p>By Tom Roe</p>{RUNNING}") == ["Tom Roe"]
    assert names(f"{declaring('Maria Jon' + chr(92) + 'u0001as')}{RUNNING}") == []


def test_reviewers_are_no_authors() -> None:
    """The author of a review or comment on the item of the page did not write the page."""
    page = """<div itemscope itemtype="https://schema.org/Article"><h1 itemprop=headline>A story of rain</h1>
        <div itemprop=review itemscope itemtype="https://schema.org/Review"><b itemprop=author>Ann Lee</b></div>
        </div>"""
    assert names(page) == []


def test_an_outlet_with_a_conjunction_in_its_name() -> None:
    """The outlet's name in ``meta author`` is not split, whatever joins its words."""
    page = """<meta property="og:site_name" content="Rain and River"><meta name=author content="Rain and River, Exeter">
        <h1>A story of rain</h1>"""
    assert names(page) in ([], ["Rain and River"])


def test_people_before_the_outlet() -> None:
    """Where JSON-LD names only the outlet, the byline that readers see is looked for."""
    page = """<script type="application/ld+json">{"@type": "NewsArticle",
        "author": {"@type": "Organization", "name": "Example News"}, "publisher": {"name": "Example News"}}</script>
        <h1>A story of rain</h1><p>By Maria Jonas and Tom O'Hara</p><p>It rained.</p>"""
    assert names(page) == ["Maria Jonas", "Tom O'Hara"]
    alone = read(page.replace("By Maria Jonas and Tom O'Hara", ""))
    assert [(a.name, a.kind) for a in alone.authors] == [("Example News", AuthorKind.ORGANIZATION)]


def test_the_maker_of_the_site_is_no_author() -> None:
    """``meta author`` that names a company or the site does not say who wrote."""
    assert names('<meta name="author" content="Pixel Web Solutions GmbH"><h1>A story</h1>') == []
    assert names('<meta property="og:site_name" content="Example"><meta name="author" content="Example">') == []
    assert names('<meta name="author" content="Example Staff">') == ["Example Staff"]


def test_many_values_of_one_meta_element() -> None:
    """Citation metadata give one author an element, last name first."""
    page = '<meta name="citation_author" content="Jonas, Maria"><meta name="citation_author" content="O\'Hara, Tom">'
    assert names(page) == ["Maria Jonas", "Tom O'Hara"]


@pytest.mark.parametrize(
    "byline",
    [
        '<p itemprop="author" itemscope itemtype="https://schema.org/Person">by <b itemprop="name">Maria Jonas</b></p>',
        '<p><a rel="author" href="/m">Maria Jonas</a></p>',
        '<p class="post-author">By Maria Jonas</p>',
        '<div class="byline"><span class="author vcard"><a class="fn" href="/m">Maria Jonas</a></span></div>',
        "<div><span>May 3, 2024</span> <span>by</span> <a>Maria Jonas</a></div>",
        '<div class="author">Maria Jonas<br>Political editor</div>',
    ],
)
def test_markup_of_bylines(byline: str) -> None:
    """Microdata, rel, hCard, class names and the plain line by the headline all name the author."""
    assert names(f"<article><h1>A story of rain</h1>{byline}<p>It rained.</p></article>") == ["Maria Jonas"]


def test_commenters_are_no_authors() -> None:
    """Who comments on the article is not its author."""
    comment = '<span class="comment-author vcard"><b class="fn">Troll Trollson</b></span>'
    box = f'<div class="comments"><p class="author">Troll Trollson</p>{comment}<a rel="author">Troll Trollson</a></div>'
    assert names(f"<article><h1>A story of rain</h1><p>It rained.</p></article>{box}") == []


def signed(*declared: str, shown: str) -> str:
    """Return a page of The Daily Example that declares authors and shows a byline."""
    people = ", ".join(f'{{"@type": "Person", "name": "{name}"}}' for name in declared)
    data = f'{{"@type": "NewsArticle", "author": [{people}], "publisher": {{"name": "The Daily Example"}}}}'
    text = "<p>The board put off its vote on the new cranes, after two members asked for the figures once more.</p>"
    return (
        f"<html><script type='application/ld+json'>{data}</script><body><h1>Vote</h1><p>{shown}</p>{text}</body></html>"
    )


def test_the_outlet_beside_a_person_is_no_author() -> None:
    """Who wrote it is the person; the outlet stays the publisher, and an agency stays an author."""
    html = signed("Maria Jonas", "The Daily Example", "Reuters", shown="MARIA JONAS AND REUTERS")
    assert names(html) == ["Maria Jonas", "Reuters"]


def test_a_declared_author_with_the_outlet() -> None:
    """What follows a name as "of The ..." is where its bearer works."""
    assert names(signed("Tom Roe of The Daily Example", "Maria Jonas", shown="Tom Roe, Maria Jonas")) == [
        "Tom Roe",
        "Maria Jonas",
    ]


def test_the_place_beside_a_linked_name() -> None:
    """In an element of the author the links are the names, and what stands beside them is something else."""
    html = (
        "<html><body><h1>Pleno</h1><div class=autor><a href=/f>Ana Ruiz Gil</a><span>Sevilla</span></div></body></html>"
    )
    assert names(html) == ["Ana Ruiz Gil"]


def test_a_person_whose_name_the_site_bears() -> None:
    """The site of one person has that person's name, who is no organisation for it."""
    html = "<html><meta property=og:site_name content='Maria Jonas'><meta name=author content='Maria Jonas'><body>A."
    assert [author.kind for author in read(html).authors] == [AuthorKind.PERSON]


def test_no_more_than_twenty_names() -> None:
    """A byline names twenty people at most."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXY"
    assert names_in_line("By " + ", ".join(f"Jo {letter}oe" for letter in letters)) == [
        f"Jo {letter}oe" for letter in letters[:20]
    ]


@pytest.mark.parametrize(
    ("label", "authors"),
    [("Written by", ["Maria Jonas"]), ("Est. reading time", []), ("Geschrieben von", ["Maria Jonas"])],
)
def test_the_author_of_a_card(label: str, authors: list[str]) -> None:
    """The card that a page has for Twitter names the author where its label says so."""
    assert (
        names(f"<meta name=twitter:label1 content='{label}'><meta name=twitter:data1 content='Maria Jonas'>") == authors
    )


@pytest.mark.parametrize("name", ['""', "null", "7", "[]"])
def test_an_author_without_a_name(name: str) -> None:
    """An author whom JSON-LD gives no name is none; the others still count."""
    authors = f'[{{"@type": "Person", "name": {name}}}, {{"@type": "Person", "name": "Maria Jonas"}}]'
    assert names(f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {authors}}}</script>') == [
        "Maria Jonas"
    ]


def test_an_item_that_is_its_own_name() -> None:
    """A person in microdata without a property for the name is called what the element says."""
    author = (
        "<span itemprop=author itemscope itemtype=https://schema.org/Person><b itemprop=image></b>Maria Jonas</span>"
    )
    assert names(f"<article><h1>A story of rain</h1>{author}<p>It rained.</p></article>") == ["Maria Jonas"]


def test_links_to_authors() -> None:
    """The first links to authors that stand together count: not a picture, not those of comments and other articles."""
    comment = "<div class=comment><a rel=author>Troll Trollson</a></div>"
    links = "<p><a rel=author><img src=a.jpg></a><a rel=author>Maria Jonas</a> <a rel=author>Tom Roe</a></p>"
    other = "<section><div><p>More <a rel=author>Ann Lee</a></p></div></section>"
    page = f"<article>{comment}<h1>A story of rain</h1>{links}<p>It rained.</p>{other}</article>"
    assert names(page) == ["Maria Jonas", "Tom Roe"]


def test_a_class_with_a_letter_that_grows() -> None:
    """Class names are compared in small letters, those too whose small form is longer than they are."""
    assert names("<h1>Yağmur</h1><p class='İSİM Author'>Maria Jonas</p><p>It rained.</p>") == ["Maria Jonas"]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<div class=contributors><div>Maria Jonas</div><div>Example News, Marlow Bay</div></div>", ["Maria Jonas"]),
        ("<div class=byline><p>Written by</p><p>Maria Jonas</p><p>Tom Roe</p></div>", ["Maria Jonas", "Tom Roe"]),
        ("<div class=byline><p>Maria Jonas</p><p>The Example Staff</p></div>", ["Maria Jonas"]),
        ("<div class=author><p>linksc</p><p>Creating Search Engine API</p></div>", []),
    ],
)
def test_an_element_of_several_lines(element: str, expected: list[str]) -> None:
    """In an element that is marked as the author's each line is by itself: the next may be an outlet."""
    assert names(f"<h1>A story of the coast</h1>{element}<p>It rained.</p>") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<h1>A story of the coast</h1><p>Maria Jonas</p><p>May 3, 2024</p>", ["Maria Jonas"]),
        ("<h1>A story of the coast</h1><p>May 3, 2024</p><p>Maria Jonas</p>", ["Maria Jonas"]),
        ("<ul><li>Maria Jonas</li><li>May 3, 2024</li></ul><h1>A story of the coast</h1>", ["Maria Jonas"]),
        ("<h1>A story of the coast</h1><p>Maria Jonas</p><p>A story in 12 parts</p>", []),
        ("<title>Maria Jonas sails home</title><h1>Home</h1><p>Maria Jonas</p><p>May 3, 2024</p>", []),
        (f"<h1>A story of the coast</h1><p>Maria Jonas</p><p>May 3, 2024 {'and so on ' * 9}</p>", []),
    ],
)
def test_a_name_and_a_day_in_lines_of_their_own(lines: str, expected: list[str]) -> None:
    """A line with a name alone, right above or below a line with a day, is a byline."""
    assert names(f"{lines}<p>It rained.</p>") == expected
