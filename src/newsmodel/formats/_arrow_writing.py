"""Articles as rows of the format `arrow`, each a dict that holds the columns of `_arrow_schema.ARTICLE` by name."""

import datetime as dt
from hashlib import blake2b

from newsmodel.formats import json
from newsmodel.model import Article, Issue, Participant, Place, Quote, Span, Speaker, TimeExpression

__all__ = ["article_id", "row_of"]

Row = dict[str, object]
_LARGEST = 2**63 - 1


def article_id(article: Article) -> str:
    """Return the id of an article that is given none: 32 hexadecimal digits made of where, when and what it says."""
    published = None if article.published is None else article.published.isoformat()
    parts = (article.url, article.canonical_url, published, article.headline, article.text)
    # No two different articles give the same bytes: each part is led by its length.
    digest = blake2b(digest_size=16)
    for part in parts:
        data = b"" if part is None else part.encode()
        digest.update(b"%d:" % (-1 if part is None else len(data)))
        digest.update(data)
    return digest.hexdigest()


def row_of(article: Article, known_as: str) -> Row:
    """Return the row of an article under its id."""
    speakers = {speaker: i for i, speaker in enumerate(article.speakers)}
    return {
        "article_id": known_as,
        **_metadata(article),
        **_page(article),
        "speakers": [_speaker(i, speaker, article.text) for i, speaker in enumerate(article.speakers)],
        "quotes": [_quote(i, quote, article.text, speakers) for i, quote in enumerate(article.quotes)],
        "times": [_time(i, time, article.text) for i, time in enumerate(article.times)],
        "places": [_place(i, place) for i, place in enumerate(article.places)],
        "events": _events(article, speakers),
        "native": None if _fits(article) else json.dumps(article),
    }


def _fits(article: Article) -> bool:
    """Tell whether every number of the article fits into its column."""
    return (
        all(b.level is None or b.level <= _LARGEST for b in article.blocks)
        and all((i.width or 0) <= _LARGEST and (i.height or 0) <= _LARGEST for i in article.images)
        and all((p.count or 0) <= _LARGEST for event in article.events for p in event.participants)
    )


def _fitting(number: int | None) -> int | None:
    return None if number is None or number > _LARGEST else number


def _metadata(article: Article) -> Row:
    publisher, dateline = article.publisher, article.dateline
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "headline": article.headline,
        "description": article.description,
        "authors": [{"name": a.name, "url": a.url, "kind": a.kind} for a in article.authors],
        "publisher": None if publisher is None else publisher.name,
        "publisher_url": None if publisher is None else publisher.url,
        "published": None if article.published is None else article.published.isoformat(),
        "published_day": _day(article.published),
        "published_at": _instant(article.published),
        "modified": None if article.modified is None else article.modified.isoformat(),
        "modified_day": _day(article.modified),
        "modified_at": _instant(article.modified),
        "section": article.section,
        "keywords": article.keywords,
        "language": article.language,
        "is_accessible_for_free": article.is_accessible_for_free,
        "copyright": article.copyright,
        "dateline_start": None if dateline is None else dateline.span.start,
        "dateline_end": None if dateline is None else dateline.span.end,
        "dateline_place": None if dateline is None else dateline.place,
        "dateline_agency": None if dateline is None else dateline.agency,
        "dateline_day": None if dateline is None else dateline.date,
    }


def _page(article: Article) -> Row:
    text = article.text
    return {
        "text": text,
        "blocks": [
            {
                "kind": block.kind,
                "span_start": block.span.start,
                "span_end": block.span.end,
                "level": _fitting(block.level),
                "xpath": block.xpath,
            }
            for block in article.blocks
        ],
        "sentences": _spans(article.sentences),
        "links": [{**_words(link.span, text), "url": link.url} for link in article.links],
        "images": [
            {
                "url": image.url,
                "caption": image.caption,
                "alt": image.alt,
                "credit": image.credit,
                "width": _fitting(image.width),
                "height": _fitting(image.height),
            }
            for image in article.images
        ],
        "provenance": [
            {"field": p.field, "source": p.source, "raw": p.raw, "chosen": p.chosen} for p in article.provenance
        ],
        "issues": [_issue(issue) for issue in article.issues],
    }


def _issue(issue: Issue) -> Row:
    return {
        "code": issue.code,
        "message": issue.message,
        "span_start": None if issue.span is None else issue.span.start,
        "span_end": None if issue.span is None else issue.span.end,
    }


def _speaker(number: int, speaker: Speaker, text: str) -> Row:
    return {
        "speaker_id": number,
        "name": speaker.name,
        "kind": speaker.kind,
        "honorific": speaker.honorific,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "mentions": [
            {"mention_id": i, "kind": mention.kind, **_words(mention.span, text)}
            for i, mention in enumerate(speaker.mentions)
        ],
    }


def _quote(number: int, quote: Quote, text: str, speakers: dict[Speaker, int]) -> Row:
    row: Row = {
        "quote_id": number,
        "text": quote.text,
        "kind": quote.kind,
        "content": _spans(quote.content),
        "speaker_id": None if quote.speaker is None else speakers[quote.speaker],
        "rule": quote.rule,
    }
    # A column that a row does not name is null in it.
    if (cue := quote.cue) is not None:
        row |= {"cue": text[cue.start : cue.end], "cue_start": cue.start, "cue_end": cue.end}
    if (source := quote.source) is not None:
        row |= {"source": text[source.start : source.end], "source_start": source.start, "source_end": source.end}
    return row


def _time(number: int, time: TimeExpression, text: str) -> Row:
    row: Row = {"time_id": number, "kind": time.kind, "value": time.value, **_words(time.span, text)}
    if time.start is not None:
        row |= {"interval_start": time.start.isoformat(), "interval_start_day": _day(time.start)}
    if time.end is not None:
        row |= {"interval_end": time.end.isoformat(), "interval_end_day": _day(time.end)}
    return row


def _place(number: int, place: Place) -> Row:
    return {"place_id": number, "name": place.name, "country": place.country, "spans": _spans(place.spans)}


def _events(article: Article, speakers: dict[Speaker, int]) -> list[Row]:
    times = {time: i for i, time in enumerate(article.times)}
    places = {place: i for i, place in enumerate(article.places)}
    quotes = {quote: i for i, quote in enumerate(article.quotes)}
    text = article.text
    return [
        {
            "event_id": i,
            "kind": event.kind,
            "trigger": text[event.trigger.start : event.trigger.end],
            "trigger_start": event.trigger.start,
            "trigger_end": event.trigger.end,
            "extent_start": event.extent.start,
            "extent_end": event.extent.end,
            "time_id": None if event.time is None else times[event.time],
            "place_id": None if event.place is None else places[event.place],
            "polarity": event.polarity,
            "modality": event.modality,
            "quote_id": None if event.reported_by is None else quotes[event.reported_by],
            "participants": [
                _participant(j, participant, text, speakers) for j, participant in enumerate(event.participants)
            ],
        }
        for i, event in enumerate(article.events)
    ]


def _participant(number: int, participant: Participant, text: str, speakers: dict[Speaker, int]) -> Row:
    return {
        "participant_id": number,
        "role": participant.role,
        **_words(participant.span, text),
        "count": _fitting(participant.count),
        "bound": participant.bound,
        "speaker_id": None if participant.speaker is None else speakers[participant.speaker],
    }


def _words(span: Span, text: str) -> Row:
    """Return the columns of a field named ``span``."""
    start, end = span.start, span.end
    return {"text": text[start:end], "span_start": start, "span_end": end}


def _spans(spans: tuple[Span, ...]) -> list[Row]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _day(moment: dt.date | None) -> dt.date | None:
    """Return the day on which a moment falls there."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _instant(moment: dt.date | None) -> dt.datetime | None:
    """Return a moment in UTC, where its zone is known and it falls into the years of the calendar."""
    if not isinstance(moment, dt.datetime) or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        return None
