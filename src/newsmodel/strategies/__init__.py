"""
Hypothesis strategies for every class of the model, to test code that takes articles.

Each draws what the model accepts and nothing that it refuses: articles without text, astral and combining characters,
text from right to left, nested quotes, quotes without a speaker, sources without a name, dates of every precision.
They shrink to the simplest object, `articles` to ``Article()``. With newsmodel installed ``st.from_type(Article)``
draws from them too.

Needs the extra ``hypothesis``.
"""

from importlib.util import find_spec

from newsmodel.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError("hypothesis", __name__)  # noqa: EM101 (the name of the extra)

from newsmodel.strategies._annotations import (
    answers,
    events,
    five_ws,
    mentions,
    participants,
    places,
    quotes,
    speakers,
    time_expressions,
)
from newsmodel.strategies._articles import articles
from newsmodel.strategies._page import (
    authors,
    blocks,
    datelines,
    images,
    issues,
    links,
    provenances,
    publishers,
)
from newsmodel.strategies._values import moments, spans, texts, words

__all__ = [
    "answers",
    "articles",
    "authors",
    "blocks",
    "datelines",
    "events",
    "five_ws",
    "images",
    "issues",
    "links",
    "mentions",
    "moments",
    "participants",
    "places",
    "provenances",
    "publishers",
    "quotes",
    "spans",
    "speakers",
    "texts",
    "time_expressions",
    "words",
]
