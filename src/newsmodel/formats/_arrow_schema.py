"""
The columns in which the format `arrow` holds an article.

`ARTICLE` is an article whole, its members in lists of structs; `TABLES` is the same in flat tables with keys. A span
has its two offsets in columns of their own, named after its field (``cue_start``, ``cue_end``), and its words beside
them (``cue``), those of a field named ``span`` as ``text``.
"""

from collections.abc import Mapping

from newsmodel.formats._pyarrow import pa

__all__ = ["ARTICLE", "KEYS", "MEMBERS", "TABLES", "VERSION"]

VERSION = 1
"""The version of the columns, written into the metadata of every schema here."""

_METADATA = {"newsmodel": str(VERSION)}
_OFFSET, _NUMBER, _TEXT, _DAY = pa.int32(), pa.int32(), pa.string(), pa.date32()
_MOMENT = pa.timestamp("us", "UTC")

Columns = Mapping[str, pa.DataType]


def _struct(columns: Columns) -> pa.StructType:
    return pa.struct(list(columns.items()))


def _list(columns: Columns) -> pa.ListType:
    return pa.list_(_struct(columns))


def _span(name: str) -> Columns:
    return {f"{name}_start": _OFFSET, f"{name}_end": _OFFSET}


_SPANS = _list({"start": _OFFSET, "end": _OFFSET})

_MENTIONS: Columns = {"mention_id": _NUMBER, "text": _TEXT, **_span("span"), "kind": _TEXT}
_SPEAKERS: Columns = {
    "speaker_id": _NUMBER,
    "name": _TEXT,
    "kind": _TEXT,
    "honorific": _TEXT,
    "role": _TEXT,
    "affiliation": _TEXT,
}
_QUOTES: Columns = {
    "quote_id": _NUMBER,
    "text": _TEXT,
    "kind": _TEXT,
    "content": _SPANS,
    "cue": _TEXT,
    **_span("cue"),
    "source": _TEXT,
    **_span("source"),
    "speaker_id": _NUMBER,
    "rule": _TEXT,
}
_TIMES: Columns = {
    "time_id": _NUMBER,
    "text": _TEXT,
    **_span("span"),
    "kind": _TEXT,
    "value": _TEXT,
    "interval_start": _TEXT,
    "interval_start_day": _DAY,
    "interval_end": _TEXT,
    "interval_end_day": _DAY,
}
_PLACES: Columns = {"place_id": _NUMBER, "name": _TEXT, "country": _TEXT, "spans": _SPANS}
_PARTICIPANTS: Columns = {
    "participant_id": _NUMBER,
    "role": _TEXT,
    "text": _TEXT,
    **_span("span"),
    "count": pa.int64(),
    "bound": _TEXT,
    "speaker_id": _NUMBER,
}
_EVENTS: Columns = {
    "event_id": _NUMBER,
    "kind": _TEXT,
    "trigger": _TEXT,
    **_span("trigger"),
    **_span("extent"),
    "time_id": _NUMBER,
    "place_id": _NUMBER,
    "polarity": _TEXT,
    "modality": _TEXT,
    "quote_id": _NUMBER,
}
_ARTICLES: Columns = {
    "article_id": _TEXT,
    "url": _TEXT,
    "canonical_url": _TEXT,
    "headline": _TEXT,
    "description": _TEXT,
    "authors": _list({"name": _TEXT, "url": _TEXT, "kind": _TEXT}),
    "publisher": _TEXT,
    "publisher_url": _TEXT,
    "published": _TEXT,
    "published_day": _DAY,
    "published_at": _MOMENT,
    "modified": _TEXT,
    "modified_day": _DAY,
    "modified_at": _MOMENT,
    "section": _TEXT,
    "keywords": pa.list_(_TEXT),
    "language": _TEXT,
    "is_accessible_for_free": pa.bool_(),
    "copyright": _TEXT,
    **_span("dateline"),
    "dateline_place": _TEXT,
    "dateline_agency": _TEXT,
    "dateline_day": _DAY,
    "text": _TEXT,
    "blocks": _list({"kind": _TEXT, **_span("span"), "level": pa.int64(), "xpath": _TEXT}),
    "sentences": _SPANS,
    "links": _list({"text": _TEXT, **_span("span"), "url": _TEXT}),
    "images": _list(
        {
            "url": _TEXT,
            "caption": _TEXT,
            "alt": _TEXT,
            "credit": _TEXT,
            "width": pa.int64(),
            "height": pa.int64(),
        }
    ),
    "provenance": _list({"field": _TEXT, "source": _TEXT, "raw": _TEXT, "chosen": pa.bool_()}),
    "issues": _list({"code": _TEXT, "message": _TEXT, **_span("span")}),
    "native": _TEXT,
}

# Each table of members, the table it belongs to, and the columns by which its rows are told apart: those of the table
# it belongs to, and its own number, counted from 0 in each of that table's rows.
MEMBERS: Mapping[str, str] = {
    "speakers": "articles",
    "mentions": "speakers",
    "quotes": "articles",
    "times": "articles",
    "places": "articles",
    "events": "articles",
    "participants": "events",
}
KEYS: Mapping[str, tuple[str, ...]] = {
    "articles": ("article_id",),
    "speakers": ("article_id", "speaker_id"),
    "mentions": ("article_id", "speaker_id", "mention_id"),
    "quotes": ("article_id", "quote_id"),
    "times": ("article_id", "time_id"),
    "places": ("article_id", "place_id"),
    "events": ("article_id", "event_id"),
    "participants": ("article_id", "event_id", "participant_id"),
}
_COLUMNS: Mapping[str, Columns] = {
    "articles": _ARTICLES,
    "speakers": _SPEAKERS,
    "mentions": _MENTIONS,
    "quotes": _QUOTES,
    "times": _TIMES,
    "places": _PLACES,
    "events": _EVENTS,
    "participants": _PARTICIPANTS,
}


def _whole(table: str) -> Columns:
    """Return the columns of a table and, as lists of structs, of those that belong to it."""
    return {**_COLUMNS[table], **{name: _list(_whole(name)) for name, owner in MEMBERS.items() if owner == table}}


def _flat(table: str) -> pa.Schema:
    keys = {key: _TEXT if key == "article_id" else _NUMBER for key in KEYS[table]}
    return pa.schema(list({**keys, **_COLUMNS[table]}.items()), metadata=_METADATA)


ARTICLE: pa.Schema = pa.schema(list(_whole("articles").items()), metadata=_METADATA)
"""An article whole: one row, with its speakers, quotes, times, places and events in columns of lists."""

TABLES: Mapping[str, pa.Schema] = {name: _flat(name) for name in _COLUMNS}
"""The flat tables by name: ``articles`` without its members, and each kind of member with the keys of its article."""
