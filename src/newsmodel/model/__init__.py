"""The typed classes and their invariants: no I/O, no parsing, nothing but attrs."""

from newsmodel.model.article import Article
from newsmodel.model.event_kinds import EventKind
from newsmodel.model.events import Answer, Event, FiveW, Participant, Place, TimeExpression
from newsmodel.model.invariants import problems
from newsmodel.model.kinds import (
    AttributionRule,
    AuthorKind,
    BlockKind,
    Bound,
    IssueCode,
    MentionKind,
    Modality,
    Polarity,
    QuoteKind,
    Role,
    SpeakerKind,
    TimeKind,
)
from newsmodel.model.page import Author, Block, Dateline, Image, Issue, Link, Provenance, Publisher
from newsmodel.model.quotes import Mention, Quote, Speaker
from newsmodel.model.span import Span

__all__ = [
    "Answer",
    "Article",
    "AttributionRule",
    "Author",
    "AuthorKind",
    "Block",
    "BlockKind",
    "Bound",
    "Dateline",
    "Event",
    "EventKind",
    "FiveW",
    "Image",
    "Issue",
    "IssueCode",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Participant",
    "Place",
    "Polarity",
    "Provenance",
    "Publisher",
    "Quote",
    "QuoteKind",
    "Role",
    "Span",
    "Speaker",
    "SpeakerKind",
    "TimeExpression",
    "TimeKind",
    "problems",
]
