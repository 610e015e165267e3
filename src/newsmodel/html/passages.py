"""Which passages of the container are the article's text."""

from itertools import islice
from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.bound import within_declared
from newsmodel.html.boxes import BLOCKQUOTE, HEADING, LIST_ITEM, PARAGRAPH, PREFORMATTED, TABLE, Box, Passage
from newsmodel.html.cards import with_links_to_one
from newsmodel.html.furniture import (
    ends_sentence,
    has_address,
    is_heading_like,
    is_label,
    is_lone_link,
    is_prose,
    is_time_line,
    line_of,
    names_role,
)
from newsmodel.html.live import ENTRY, open_entries
from newsmodel.html.metadata import Metadata
from newsmodel.html.opening import first_of_article, mark_standfirst, standfirst
from newsmodel.html.orphans import without_orphans
from newsmodel.html.points import points_of
from newsmodel.html.signatures import cut_signature, is_signature, names_staff, up_to_comments, up_to_end_mark
from newsmodel.html.text import CLOSING_MARKS, key_of
from newsmodel.html.timelines import timeline_dates
from newsmodel.html.walk import Walk

__all__ = ["article_passages"]

_HEAVY: Final = (
    m.COMMENTS | m.RELATED | m.NEWSLETTER | m.SIDEBAR | m.FOOTER | m.CONSENT | m.PAYWALL | m.FORM | m.AD | m.BIO
)
_LIGHT: Final = m.SHARE | m.NAV | m.TAGS | m.TOC | m.BYLINE
_DROPPED: Final = _HEAVY | m.SHARE | m.NAV | m.TAGS | m.TOC | m.CAPTION | m.FIGURE | m.PULLQUOTE
_LEAVES: Final = frozenset(("p", "li", "h2", "h3", "h4"))
_SHOWN_IN_FIGURES: Final = frozenset(("table", "pre"))
_TEXTS: Final = (PARAGRAPH, PREFORMATTED)
_FEWEST_BELOW: Final = 60
_MOST_LABELS: Final = 2
_LABELS: Final = (PARAGRAPH, LIST_ITEM)
_TELLING: Final = 25
"""From this many letters on, the same text is the same text again and no coincidence."""
_LINE: Final = 150
_LONG_LINE: Final = 250
_MOST_LABELS_BEFORE: Final = 8
_AROUND_NAME: Final = 40
_FIRST: Final = 3
"""Among so many paragraphs a line with a time says when the article was published."""
_LONGEST_TITLE: Final = 400
_MOST_TITLES: Final = 20
_MOST_QUOTATIONS: Final = 100
"""So many are looked for in the rest of the text."""
_HIGHEST: Final = 8
"""So many boxes up."""
_PROSE: Final = 100
_STOPS: Final = (".", "!", "?", "…")
_LONGEST_NAME: Final = 80
_WITH_BOX: Final = ("embed", "wall")
"""Lines that are dropped with the box around them."""
_LONGEST_EMBED: Final = 300
"""A box with more prose holds more than what stands where foreign content would be loaded."""
_AROUND_QUOTATION: Final = " \"'“”„‟«»‘’‚‹›.…"
_LONGEST_BIO: Final = 400
_FEWEST_CARDS: Final = 2
_SMALL_CARD: Final = 200
"""With less prose for each linked heading in it a box holds teasers, whatever it is called."""
_OUT: Final = m.HIDDEN
"""Set in `Box.inner` of what is dropped whole: nothing hidden is in the walk, so the bit is free."""


def article_passages(walk: Walk, container: Box, metadata: Metadata, headline: int | None) -> list[Passage]:
    """Return the passages that make the text, in order."""
    open_entries(walk, container, metadata)
    inside = mark_inside(walk, container)
    if not inside:
        return []
    titles = [metadata.headline or "", *metadata.headline_candidates[:_MOST_TITLES]]
    if headline is not None:
        titles.insert(0, walk.passages[headline].text)
        mark_standfirst(walk, headline, metadata)
    captions = {passage.text for passage in walk.passages if passage.box.marks & m.CAPTION}
    start = inside[0].at
    first = first_of_article(walk, container, start) if headline is None else headline + 1
    lead = standfirst(walk, first, start, metadata)
    inside = up_to_end_mark(inside if headline is None else _from_headline(inside, headline))
    kept = without_repeats([*lead, *up_to_comments(inside)], [key for key in map(key_of, titles) if key], captions)
    names = [author.name for author in metadata.authors]
    kept = without_furniture(kept, names)
    kept = without_trailer(within_declared(kept, metadata.article_body), names)
    cut_signature(kept, names)
    return without_orphans(walk, kept)


def _from_headline(inside: list[Passage], headline: int) -> list[Passage]:
    """Return the passages without the labels that stand before the headline: kickers and breadcrumbs."""
    end = next((i for i, p in enumerate(inside) if p.at > headline or not is_label(p.text)), 0)
    return inside[end:]


def without_repeats(passages: list[Passage], titles: list[str], captions: set[str]) -> list[Passage]:
    """Drop the headline, what was there before in another place, captions written twice, and pull quotes."""
    whole = "\n".join([passage.text for passage in passages]).casefold() if any(map(_may_repeat, passages)) else ""
    kept: list[Passage] = []
    seen: dict[str, Box | None] = {}
    quotations = 0
    prose_seen = False
    for passage in passages:
        text, size = passage.text, len(passage.text)
        heading = passage.kind is HEADING
        if size < _LONGEST_TITLE and (heading or not prose_seen) and _is_title(passage, titles, prose_seen=prose_seen):
            continue
        if size > _TELLING:
            parent = passage.box.parent
            if text in captions and not passage.box.marks & m.CAPTION:
                continue
            if seen.setdefault(text, parent) is not parent:
                continue
            if quotations < _MOST_QUOTATIONS and _may_repeat(passage):
                quotations += 1
                if whole.count(_quoted(passage)) > 1:
                    continue
        elif (
            passage.line != ENTRY
            and not any(map(str.isalpha, text))
            and (passage.kind in _TEXTS or not any(map(str.isdigit, text)))
        ):
            continue
        prose_seen = prose_seen or (size > _PROSE and not heading)
        kept.append(passage)
    return kept


def _may_repeat(passage: Passage) -> bool:
    """Tell whether a passage has the form of a pull quote: a quotation and at most a name, in a box of their own."""
    if passage.kind is BLOCKQUOTE:
        return True
    text = passage.text
    return (
        passage.kind is PARAGRAPH
        and passage.box.tag != "p"
        and text[0] in CLOSING_MARKS
        and (end := text.rfind(CLOSING_MARKS[text[0]])) > _TELLING
        and len(text) - end < _LONGEST_NAME
        and not text.endswith(_STOPS)
    )


def _quoted(passage: Passage) -> str:
    """Return the words of a quotation, for comparing."""
    text = passage.text
    if passage.kind is not BLOCKQUOTE:
        text = text[: text.rfind(CLOSING_MARKS[text[0]])]
    return text.strip(_AROUND_QUOTATION).casefold()


def _is_title(passage: Passage, titles: list[str], *, prose_seen: bool) -> bool:
    """Tell whether a line is the headline: the first of *titles* anywhere, the others before the text begins."""
    key = key_of(passage.text)
    if prose_seen:
        return key in titles[:1]
    if passage.kind is HEADING:
        return any(title in key and len(title) * 2 > len(key) for title in titles)
    return key in titles


def without_furniture(passages: list[Passage], authors: list[str]) -> list[Passage]:
    """Drop lone links, labels of dropped lists, pleas, and lines that say when and by whom."""
    kept: list[Passage] = []
    link_lists = _link_lists(passages)
    proses = 0
    after_opener = after_byline = False
    dates = timeline_dates(passages)
    for i, passage in enumerate(passages):
        if passage.line == ENTRY:
            kept.append(passage)
            continue
        item = passage.kind is LIST_ITEM
        if _is_pointer(passage) and not _heads_text(passages, i):
            while kept and (kept[-1].kind is HEADING if item else _labels_links(kept[-1], passage)):
                kept.pop()  # it headed what is dropped
            continue
        if line_of(passage) == "link" and (passage.linked or is_heading_like(passage)):
            after_opener = True
            continue
        if (
            item
            and (after_opener or passage.box.parent in link_lists)
            and (passage.linked or len(passage.text) < _LINE)
        ):
            continue
        after_opener = False
        after_byline = (passage not in dates and _is_byline(passage, proses, authors)) or (
            after_byline and names_role(passage.text)
        )
        if after_byline or _is_plea_or_credit(passage):
            continue
        if is_prose(passage):
            if not proses:
                _drop_labels(kept, passage.box.parent)
            proses += 1
        kept.append(passage)
    return kept


def _is_pointer(passage: Passage) -> bool:
    return passage.kind is not BLOCKQUOTE and is_lone_link(passage)


def _labels_links(passage: Passage, link: Passage) -> bool:
    """Tell whether a line is the label of a box that holds no prose, but the link."""
    around = passage.box.parent
    if around is None or around.mass or passage.box.marks & m.LEAD:
        return False
    return is_label(passage.text) and link.box.is_in(around)


def _is_plea_or_credit(passage: Passage) -> bool:
    """Tell whether a line asks for something, is an advertisement's label, or says who made an image."""
    text, size, kind = passage.text, len(passage.text), line_of(passage)
    if kind == "credit":
        return size < _LONG_LINE
    if kind in ("plea", "wall"):
        return size < _LINE or (passage.linked > 0 and size < _LONG_LINE)
    caption = passage.box.own_images > 0 and passage.kind is PARAGRAPH
    return caption and size < _LINE and not ends_sentence(text)


def _is_byline(passage: Passage, proses: int, authors: list[str]) -> bool:
    """Tell whether a line says who wrote the article, or when; *proses* paragraphs stand before it."""
    text, inner = passage.text, passage.box.inner
    if any(name in text and len(text) < len(name) + _AROUND_NAME for name in authors) and not ends_sentence(text):
        return True
    if inner > 0 and inner & m.BYLINE and len(text) < _LINE and not (proses and ends_sentence(text)):
        return True
    return proses < _FIRST and passage.kind is PARAGRAPH and is_time_line(text)


def _drop_labels(kept: list[Passage], home: Box | None) -> None:
    """Drop what stands before the first paragraph, outside of its *home*, and is none: breadcrumbs, buttons."""
    labels = [passage for passage in kept if passage.kind in _LABELS and _is_stray_label(passage, home)]
    points = points_of(kept, headed=True)
    labels = [label for label in labels if label not in points]
    if len(labels) <= _MOST_LABELS_BEFORE:
        kept[:] = [passage for passage in kept if passage not in labels]


def _is_stray_label(passage: Passage, home: Box | None) -> bool:
    """Tell a button or breadcrumb from a point of the standfirst, and from the time of a live blog's entry."""
    around = passage.box.parent
    if passage.line == ENTRY or around is home or not is_label(passage.text):
        return False
    lead = passage.box if passage.kind is PARAGRAPH else around
    return lead is None or passage.linked > 0 or not lead.marks & m.LEAD


def _link_lists(passages: list[Passage]) -> set[Box | None]:
    """Return the lists most items of which are nothing but links."""
    items: dict[Box | None, list[int]] = {}
    for passage in passages:
        if passage.kind is LIST_ITEM:
            counts = items.setdefault(passage.box.parent, [0, 0])
            counts[0] += 1
            counts[1] += is_lone_link(passage)
    return {box for box, (all_items, links) in items.items() if links > 1 and links * 5 >= all_items * 3}


def _heads_text(passages: list[Passage], i: int) -> bool:
    """Tell whether a linked heading has text under it, as the items of a list of the best have."""
    if passages[i].kind is not HEADING or i + 1 == len(passages):
        return False
    below, around = passages[i + 1], passages[i].box.parent
    numbered = passages[i].text[0].isdigit() and passages[i].links[0][0] > 0
    if below.kind is HEADING or is_lone_link(below) or (len(below.text) < _FEWEST_BELOW and not numbered):
        return False
    return below.box.is_in(around)


def without_trailer(passages: list[Passage], authors: list[str]) -> list[Passage]:
    """Drop what follows the last paragraph of the text: contacts, credits, calls to subscribe, who the author is."""
    kept, notes = list(passages), list[Passage]()
    labels = 0
    while len(kept) > 1:
        if line_of(kept[-1]) == "note":
            notes.append(kept.pop())
            continue
        if not (_trails(kept[-1]) or _tells_of(kept[-1], authors)):
            break
        labels += is_label(kept[-1].text) and kept[-1].kind is PARAGRAPH
        if labels > _MOST_LABELS:
            break
        kept.pop()
    return kept + notes[::-1]


def _trails(passage: Passage) -> bool:
    text = passage.text
    if passage.kind is HEADING:
        return True
    if passage.kind in (TABLE, BLOCKQUOTE, PREFORMATTED) or (text[0] in CLOSING_MARKS and ends_sentence(text)):
        return False
    if line_of(passage) or has_address(passage):
        return True
    if passage.kind is PARAGRAPH and (is_label(text) or is_signature(text) or names_staff(text)):
        return True
    return is_time_line(text)


def _tells_of(passage: Passage, authors: list[str]) -> bool:
    """Tell whether a paragraph at the end says who an author is: "Ada Holm covers the harbor."."""
    if passage.kind is not PARAGRAPH or len(passage.text) >= _LONGEST_BIO:
        return False
    text = passage.text.casefold()
    return any(" " in name and text.startswith(f"{name.casefold()} ") for name in authors)  # a company has one word


def mark_inside(walk: Walk, container: Box) -> list[Passage]:
    """Hand the marks of boxes inside the container down, and return the passages of those that stay."""
    container.inner = 0
    cards = with_links_to_one(walk.passages, container)
    for box in islice(walk.boxes, walk.boxes.index(container) + 1, None):
        if box.parent is None or box.parent.inner < 0:
            break
        inherited = box.parent.inner
        box.inner = _marks_inside(box, inherited, container) if box.marks or box.heads or inherited else 0
        if box in cards:
            box.inner |= m.RELATED
    inside = [passage for passage in walk.passages if passage.box.inner >= 0 and not passage.box.inner & _DROPPED]
    embeds = [passage for passage in inside if line_of(passage) in _WITH_BOX]
    if not embeds:
        return inside
    for passage in embeds:
        _drop_box_of(passage, container)
    for box in walk.boxes:
        if box.inner >= 0 and box.parent is not None and box.parent.inner > 0:
            box.inner |= box.parent.inner & _OUT
    return [p for p in inside if line_of(p) not in _WITH_BOX and not (p.box.inner > 0 and p.box.inner & _OUT)]


def _marks_inside(box: Box, inherited: int, container: Box) -> int:
    marks = box.marks
    if box.mass > 0.35 * container.mass:
        marks &= ~(_HEAVY | m.PULLQUOTE)
    if box.mass > 300 or box.mass > 0.5 * container.mass:
        marks &= ~_LIGHT
    elif box.tag in _LEAVES and box.mass > 60:
        marks &= ~(_HEAVY | _LIGHT)
    if marks & m.ASKS and box.mass < _LONGEST_EMBED and not box.anchor:
        marks |= m.FORM
    if box.tag == "blockquote":
        inherited &= ~(m.SHARE | m.FIGURE | m.CAPTION | m.AD)
    elif box.tag in _SHOWN_IN_FIGURES:
        inherited &= ~(m.FIGURE | m.CAPTION)
    if box.mass < 0.25 * container.mass and (_is_card(box) or _is_other_article(box, container)):
        marks |= m.RELATED
    if marks & m.BODY:
        marks &= ~m.MEDIA  # an image with text beside it
    if marks & m.MEDIA and box.images > 2 and box.mass < 500 * box.images and box.mass < 0.9 * container.mass:
        marks |= m.CAPTION
    if marks & m.MEDIA and box.mass < 300 and box.tag not in ("p", "li"):
        marks |= m.CAPTION
    return inherited | marks


def _is_other_article(box: Box, container: Box) -> bool:
    """Tell whether a box is an article within the article: the teaser of another one."""
    return box.tag == "article" and not box.headed and 0 < box.mass < 400 and box.mass * 6 < container.mass


def _is_card(box: Box) -> bool:
    """Tell whether a box is the teaser of another article, its linked headline with some words, or holds several."""
    if box.headed or (box.anchor and box.marks & m.BODY):
        return False
    if box.marks & (m.TEASER | m.ARTICLE) and (box.heads or box.noise) and box.mass < 400:
        return True
    if box.heads >= _FEWEST_CARDS and box.mass < _SMALL_CARD * box.heads:
        return True
    return box.heads > 0 and box.mass < 250 * box.heads and bool(box.marks & m.TEASER)


def _drop_box_of(passage: Passage, container: Box) -> None:
    box = passage.box
    for _ in range(_HIGHEST):
        if box is container or box.parent is None or box.parent is container or box.parent.mass >= _LONGEST_EMBED:
            break
        box = box.parent
    if box is not container and box.mass < _LONGEST_EMBED:
        box.inner |= _OUT
