"""`Article`, the whole: metadata, text, blocks and everything found in them."""

import datetime as dt
from collections.abc import Callable
from typing import ClassVar, final

import attrs

from newsmodel.errors import InvariantError
from newsmodel.model._checks import (
    any_text,
    fixed_offset,
    is_a,
    language_tag,
    many,
    maybe,
    maybe_words,
    refuse,
)
from newsmodel.model.events import Event, Participant, Place, TimeExpression
from newsmodel.model.forms import expect
from newsmodel.model.invariants import problems
from newsmodel.model.kinds import BlockKind
from newsmodel.model.page import Author, Block, Dateline, Image, Issue, Link, Provenance, Publisher
from newsmodel.model.quotes import Quote, Speaker
from newsmodel.model.span import Span


def _one_paragraph(article: "Article") -> tuple[Block, ...]:
    """Return all of the text as one paragraph: the blocks of an article that is given none."""
    text = article.text
    if not isinstance(text, str) or not text.strip():  # pyright: ignore[reportUnnecessaryIsInstance]
        return ()
    start = len(text) - len(text.lstrip())
    return (Block(kind=BlockKind.PARAGRAPH, span=Span(start, len(text.rstrip()))),)


@final
@attrs.frozen(kw_only=True, cache_hash=True)
class Article:
    """
    A news article: what it is, who said what in it, and what happened.

    Every span is a half-open range of code points of `text`. "None of them" is the empty tuple, "unknown" is None.
    Objects hold each other directly (``quote.speaker.name``); what is referred to is a member of the article.
    Edit with `attrs.evolve`, which checks everything again.

    Raises:
        InvariantError: A rule of the model is broken; its ``problems`` name every field, value and expectation.
        WrongTypeError: A field holds a value of the wrong type.
    """

    headline: str | None = attrs.field(default=None, validator=maybe_words)
    """The headline, without the site's name."""
    text: str = attrs.field(default="", validator=any_text)
    """The body alone; from HTML its blocks' texts joined by a blank line, from plain text the caller's string."""
    blocks: tuple[Block, ...] = attrs.field(
        default=attrs.Factory(_one_paragraph, takes_self=True), validator=many(Block)
    )
    """The body's structure, in order; covers every character of `text` but white space."""
    sentences: tuple[Span, ...] = attrs.field(default=(), validator=many(Span))
    """The sentences, in order, each within one block; none before the article is annotated."""
    url: str | None = attrs.field(default=None, validator=maybe_words)
    """Where the article was fetched, as the caller says."""
    canonical_url: str | None = attrs.field(default=None, validator=maybe_words)
    """The address the page gives as its own."""
    description: str | None = attrs.field(default=None, validator=maybe_words)
    """The standfirst or summary the page gives."""
    authors: tuple[Author, ...] = attrs.field(default=(), validator=many(Author))
    """Who wrote it, in the order of the byline."""
    publisher: Publisher | None = attrs.field(default=None, validator=maybe(Publisher))
    """Who published it."""
    published: dt.date | None = attrs.field(default=None, converter=fixed_offset, validator=maybe(dt.date))
    """When it was first published: a `datetime` where the source gives a time, else a `date`."""
    modified: dt.date | None = attrs.field(default=None, converter=fixed_offset, validator=maybe(dt.date))
    """When it was last changed; never before `published`."""
    section: str | None = attrs.field(default=None, validator=maybe_words)
    """The section of the outlet: "Politics"."""
    keywords: tuple[str, ...] = attrs.field(default=(), validator=many(str))
    """The keywords or tags the page gives, in its order."""
    language: str | None = attrs.field(default=None, validator=language_tag)
    """BCP 47 tag of the text's language."""
    dateline: Dateline | None = attrs.field(default=None, validator=maybe(Dateline))
    """The dateline the text opens with."""
    images: tuple[Image, ...] = attrs.field(default=(), validator=many(Image))
    """The article's images, in order."""
    links: tuple[Link, ...] = attrs.field(default=(), validator=many(Link))
    """The links in the body, in order."""
    is_accessible_for_free: bool | None = attrs.field(default=None, validator=is_a(bool, type(None)))
    """Whether the page says that its text is free to read (schema.org ``isAccessibleForFree``)."""
    copyright: str | None = attrs.field(default=None, validator=maybe_words)
    """The copyright notice the page gives."""
    quotes: tuple[Quote, ...] = attrs.field(default=(), validator=many(Quote))
    """Who said what, in the order of the content."""
    speakers: tuple[Speaker, ...] = attrs.field(default=(), validator=many(Speaker))
    """The sources, each once, in the order of their first mention."""
    times: tuple[TimeExpression, ...] = attrs.field(default=(), validator=many(TimeExpression))
    """The time expressions, in order."""
    places: tuple[Place, ...] = attrs.field(default=(), validator=many(Place))
    """The places, each once, in the order of their first naming."""
    events: tuple[Event, ...] = attrs.field(default=(), validator=many(Event))
    """What happened, in the order of the triggers."""
    provenance: tuple[Provenance, ...] = attrs.field(default=(), validator=many(Provenance))
    """Which signal gave each metadata field, and which candidates were passed over."""
    issues: tuple[Issue, ...] = attrs.field(default=(), validator=many(Issue))
    """What went wrong, or is worth knowing, without stopping the parse."""

    # How notebooks show an article. The model knows no format: the face of the package, which knows both, sets it.
    _repr_html_: ClassVar[Callable[["Article"], str] | None] = None

    def __attrs_post_init__(self) -> None:
        found = tuple(problems(self))
        if found:
            raise InvariantError(*found)

    def __str__(self) -> str:
        """Return the article as plain text: headline, a blank line, body."""
        return "\n\n".join(part for part in (self.headline, self.text) if part)

    def quotes_by(self, speaker: Speaker | str) -> tuple[Quote, ...]:
        """Return the quotes of one speaker, given as the object or by name, in order."""
        expect("speaker", speaker, Speaker, str)
        if isinstance(speaker, str):
            return tuple(q for q in self.quotes if q.speaker is not None and q.speaker.name == speaker)
        return tuple(q for q in self.quotes if q.speaker == speaker)

    def quotes_in(self, span: Span) -> tuple[Quote, ...]:
        """Return the quotes of which some content lies in *span*, in order."""
        expect("span", span, Span)
        return tuple(q for q in self.quotes if any(part.overlaps(span) for part in q.content))

    def replace_speaker(self, old: Speaker, new: Speaker | None) -> "Article":
        """
        Return the article with *old* replaced everywhere at once: as a member, in quotes and in events.

        A *new* speaker that is a member already takes over what was said by the old one; None removes the old one
        and leaves its quotes without a speaker.

        Raises:
            InvariantError: *old* is not a speaker of the article, or *new* does not fit into it.
            WrongTypeError: One of them is no speaker.
        """
        expect("old", old, Speaker)
        expect("new", new, Speaker, type(None))
        if old not in self.speakers:
            raise refuse(self, "speakers", old, "a speaker of the article to replace")
        members = {s: None for s in self.speakers if s != old}
        if new is not None:
            members[new] = None
        quotes = {q: attrs.evolve(q, speaker=new) if q.speaker == old else q for q in self.quotes}

        def recast(part: Participant) -> Participant:
            return attrs.evolve(part, speaker=new) if part.speaker == old else part

        events = (
            attrs.evolve(
                event,
                participants=tuple(map(recast, event.participants)),
                reported_by=event.reported_by and quotes[event.reported_by],
            )
            for event in self.events
        )
        return attrs.evolve(
            self,
            speakers=tuple(sorted(members, key=lambda s: s.mentions[0].span)),
            quotes=tuple(quotes.values()),
            events=tuple(events),
        )
