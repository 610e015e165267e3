"""An article and its native JSON, written out."""

import datetime as dt

from newsmodel.model import (
    Article,
    Author,
    Event,
    EventKind,
    Mention,
    MentionKind,
    Participant,
    Place,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)

TEXT = "“We will go,” Ann Lee said on Friday in Bern. She met 🙂 Bo."


def _at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def written_article() -> Article:
    """Return the article that `WRITTEN` is."""
    lee = Speaker(
        name="Ann Lee",
        kind=SpeakerKind.PERSON,
        mentions=(
            Mention(span=_at("Ann Lee"), kind=MentionKind.NAME),
            Mention(span=_at("She"), kind=MentionKind.PRONOUN),
        ),
    )
    friday = TimeExpression(span=_at("Friday"), kind=TimeKind.DATE, value="2017-10-06", start=dt.date(2017, 10, 6))
    bern = Place(name="Bern", spans=(_at("Bern"),), country="CH")
    content = _at("We will go")
    quote = Quote(
        text="We will go",
        kind=QuoteKind.DIRECT,
        content=(content,),
        cue=_at("said"),
        source=_at("Ann Lee"),
        speaker=lee,
    )
    going = Event(
        kind=EventKind.TRANSPORT,
        trigger=_at("go"),
        extent=content,
        participants=(Participant(role=Role.AGENT, span=_at("We"), speaker=lee),),
        reported_by=quote,
    )
    meeting = Event(kind=EventKind.MEET, trigger=_at("met"), extent=_at("She met 🙂 Bo."), time=friday, place=bern)
    return Article(
        headline="They go",
        text=TEXT,
        published=dt.datetime(2017, 10, 7, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        authors=(Author(name="Jo Dee"),),
        quotes=(quote,),
        speakers=(lee,),
        times=(friday,),
        places=(bern,),
        events=(going, meeting),
    )


WRITTEN = """{
  "newsmodel": 1,
  "article": {
    "headline": "They go",
    "text": "“We will go,” Ann Lee said on Friday in Bern. She met 🙂 Bo.",
    "authors": [{"name": "Jo Dee"}],
    "published": "2017-10-07T09:30:00+02:00",
    "quotes": [
      {
        "id": "q1",
        "text": "We will go",
        "kind": "direct",
        "content": [[1, 11]],
        "cue": [22, 26, "said"],
        "source": [14, 21, "Ann Lee"],
        "speaker": "s1"
      }
    ],
    "speakers": [
      {
        "id": "s1",
        "name": "Ann Lee",
        "kind": "person",
        "mentions": [{"span": [14, 21, "Ann Lee"], "kind": "name"}, {"span": [46, 49, "She"], "kind": "pronoun"}]
      }
    ],
    "times": [{"id": "t1", "span": [30, 36, "Friday"], "kind": "DATE", "value": "2017-10-06", "start": "2017-10-06"}],
    "places": [{"id": "p1", "name": "Bern", "spans": [[40, 44, "Bern"]], "country": "CH"}],
    "events": [
      {
        "kind": "Movement.Transport",
        "trigger": [9, 11, "go"],
        "extent": [1, 11, "We will go"],
        "participants": [{"role": "agent", "span": [1, 3, "We"], "speaker": "s1"}],
        "reported_by": "q1"
      },
      {
        "kind": "Contact.Meet",
        "trigger": [50, 53, "met"],
        "extent": [46, 59, "She met 🙂 Bo."],
        "time": "t1",
        "place": "p1"
      }
    ]
  }
}"""
