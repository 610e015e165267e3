"""How a text opens and ends: with a list of its points, with the sign of who wrote it, with a mark that it is over."""

import pytest

from newsmodel.html import read_page

FIRST = "The lighthouse of Varn will go dark in October, ninety years after its lamp was lit for the first time."
SECOND = "“Ships have had better eyes than ours for a generation,” said Tove Brandt, who keeps it with two others."
LAST = "The lamp goes to the museum of the town, which has promised to light it once a year, on the longest night."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
POINTS = ["Lamp goes dark in October", "Three keepers lose their posts", "The museum will show it"]


def texts(body: str, language: str = "en", author: str = "") -> list[str]:
    """Return the texts of the blocks that are read from a page with this body."""
    head = f"<meta name=author content='{author}'>" if author else ""
    article = read_page(
        f"<!doctype html><html lang={language}><head>{head}<title>Lighthouse goes dark</title></head>"
        f"<body><main><article><h1>Lighthouse goes dark</h1>{body}</article></main></body></html>"
    )
    return [block.span.of(article.text) for block in article.blocks]


def items(*lines: str) -> str:
    """Return a list."""
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


@pytest.mark.parametrize("before", ["<div class=box><h3>In short</h3>{}</div>", "<p><b>In short</b></p>{}"])
@pytest.mark.parametrize("around", ["{}<p>{}</p><p>{}</p><p>{}</p>", "{}<div><p>{}</p><p>{}</p><p>{}</p></div>"])
def test_points_before_the_first_paragraph(before: str, around: str) -> None:
    """A short list that opens the article is text, with the line that heads it."""
    opening = before.format(items(*POINTS))
    assert texts(around.format(opening, FIRST, SECOND, LAST)) == ["In short", *POINTS, FIRST, SECOND, LAST]


def test_points_in_a_script_that_parts_no_words() -> None:
    """Where words are not parted, the letters tell a point from the name of a button."""
    body = "".join(
        f"<p>{'灯台は九十年にわたり船を導いてきたが、十月にその役目を終えることになった。' * 2}{n}。</p>"
        for n in "一二三"
    )
    points = ["灯台は十月に消灯する見通し", "三人の職員が春までに異動になる"]
    buttons = ["共有する", "保存する"]
    assert texts(items(*points) + f"<div>{body}</div>", "ja")[:2] == points
    assert len(texts(items(*buttons) + f"<div>{body}</div>", "ja")) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ["Share", "Save for later", "Print this page"],
        ["News", "12 May 2024", "4 min read"],
        ["One single point of this article"],
        ["<a href=/a>The harbour and its many lights</a>", "The lights of the coast at night"],
    ],
)
def test_other_lists_before_the_first_paragraph(lines: list[str]) -> None:
    """Buttons, dates, a single item and links are no points."""
    assert texts(items(*lines) + f"<div>{BODY}<p>{LAST}</p></div>") == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "sign",
    [
        "(dpa/jr)",
        "(jol)",
        "(Reuters)",
        "(佐藤健)",
        "【佐藤健】",
        "(mit dpa)",
        "(ANSA).",
        "(Ada Holm)",
        "– AFP",
        "(END)",
    ],
)
def test_signs_of_who_wrote_it(sign: str) -> None:
    """The sign at the end is no text, on a line of its own or behind the last sentence."""
    assert texts(f"{BODY}<p>{LAST}</p><p>{sign}</p>", author="Ada Holm") == [FIRST, SECOND, LAST]
    assert texts(f"{BODY}<p>{LAST} {sign}</p>", author="Ada Holm") == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm contributed to this report.",
        "AP writer Ida Lund contributed reporting.",
        "xin/(afp, dpa)",
        "SOURCE Brandt Lamps Inc.",
        "(With inputs from PTI)",
        "KR/(AP)",
    ],
)
def test_lines_that_say_who_gave_it_out(line: str) -> None:
    """Agencies, initials, and who published a release, on a line behind the text, are none of it."""
    assert texts(f"{BODY}<p>{LAST}</p><p>{line}</p>") == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "end",
    [
        "The storm of 1962 contributed to the cracks.",
        "(Tove Brandt laughed.)",
        "Tickets are sold at the door (ten crowns, children free)",
        "Nobody knows (yet).",
        "(" + 20 * "so on " + ")",
    ],
)
def test_brackets_that_are_text(end: str) -> None:
    """A sentence in brackets, and brackets within one, are text."""
    assert texts(f"{BODY}<p>{LAST}</p><p>{end}</p>") == [FIRST, SECOND, LAST, end]


@pytest.mark.parametrize("end", ["(the lamp is older)", "– or so they say", "(NASA)"])
def test_words_behind_the_last_sentence(end: str) -> None:
    """What stands behind the last sentence stays if it names no agency, author or initials."""
    assert texts(f"{BODY}<p>{LAST} {end}</p>")[-1] == f"{LAST} {end}"


def test_a_sign_takes_its_link_with_it() -> None:
    """Links before the sign stay links of the text."""
    article = read_page(
        f"<h1>Lighthouse goes dark</h1>{BODY}<p>The lamp goes to <a href=http://museum.example/>the museum</a> of the"
        " town, which has promised to light it once a year. (<a href=http://afp.example/>AFP</a>)</p>"
    )
    assert article.text.endswith("once a year.")
    assert [link.url for link in article.links] == ["http://museum.example/"]


@pytest.mark.parametrize("mark", ["###", "# # #", "-- End --", "ENDS", "<h4>- Ende -</h4>", "-30-", "以上"])
def test_an_end_mark(mark: str) -> None:
    """A release is over at its end mark; what follows is for editors, but for a correction."""
    note = "Correction: an earlier version gave another year."
    after = f"<p>Brandt Lamps makes lamps for lighthouses, harbours and museums in eleven countries.</p><p>{note}</p>"
    assert texts(f"{BODY}<p>{LAST}</p><p>{mark}</p>{after}") == [FIRST, SECOND, LAST, note]


def test_marks_that_part_a_text() -> None:
    """Several marks part a text, and what is long behind one is text as well."""
    parted = f"<p>{FIRST}</p><p>###</p><p>{SECOND}</p><p>###</p><p>{LAST}</p>"
    assert texts(parted) == [FIRST, SECOND, LAST]
    assert texts(f"<p>{FIRST}</p><p>The End</p><p>{SECOND}</p><p>{LAST}</p>") == [FIRST, "The End", SECOND, LAST]
    assert texts(f"{BODY}<ul><li>Ende</li></ul><p>{LAST}</p>") == [FIRST, SECOND, "Ende", LAST]


@pytest.mark.parametrize("around", [0, 1, 4])
def test_cards_weigh_the_same_in_any_number_of_boxes(around: int) -> None:
    """An index page keeps its cards, however many boxes its system puts around them."""
    text = "Course {0} tells beginners of the harbour and its tides, and how to sail by them."
    card = f"<div><h3><a href=/x{{0}}>Course {{0}}</a></h3><p>{text}</p></div>"
    cards = "".join(card.format(i) for i in range(11))
    intro = "Here are the courses that the harbour school gives to those who begin, in the order of their difficulty. "
    boxes = f"<section>{'<div>' * around}{cards}{'</div>' * around}</section>"
    article = read_page(
        f"<title>Courses</title><main><section><h1>Courses</h1><p>{intro * 3}</p></section>{boxes}</main>"
    )
    assert article.text.count("tells beginners") == 11


@pytest.mark.parametrize(
    ("heading", "ends"),
    [
        ("3 Comments", True),
        ("Comments (3)", True),
        ("Leserkommentare", True),
        ("3 Kommentare", True),
        ("Kommentar", False),
        ("What the comments on the bridge say", False),
        ("コメント", False),
    ],
)
def test_what_stands_below_the_heading_of_comments(heading: str, ends: bool) -> None:
    """Where nothing marks the comments, their heading does; a word that may head a part of the text needs a number."""
    below = f"<h3>{heading}</h3><div><b>Per</b><p>{SECOND}!</p></div>"
    found = texts(f"{BODY}<p>{LAST} {LAST} {LAST}</p>{below}")
    assert (f"{SECOND}!" not in found) is ends
    assert f"{SECOND}!" in texts(f"<p>{FIRST}</p>{below}<p>{LAST}</p>")  # too little stands before it


@pytest.mark.parametrize("line", ["编辑：王芳", "声明：本文版权归劳兰日报所有，未经授权不得转载。", "（记者 李明）"])
def test_lines_of_the_desk_behind_a_text(line: str) -> None:
    """Who edited it and who may print it is no text of the article."""
    assert texts(f"{BODY}<p>{line}</p>") == texts(BODY)
