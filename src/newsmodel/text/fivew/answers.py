"""The reporter's questions about the main event."""

from typing import Final

from newsmodel.model import Answer, Article, Event, EventKind, FiveW, Modality, Polarity, Role, Span
from newsmodel.text.fivew.circumstances import when, where
from newsmodel.text.fivew.headline import Clause, read_clause
from newsmodel.text.language import lexicon_for

# So many sentences may tell the main event again.
_LEDE_SENTENCES: Final = 3
# As many first letters of two words agree where one is an inflection of the other, mostly.
_STEM: Final = 5


def five_w(article: Article) -> FiveW:
    """
    Return the answers to who, what, when and where, from headline and lede.

    The headline's subject is who, its first finite verb with what follows is what; where it has no verb, or there is
    no headline, the lede answers, and after it the first strong event. Nothing is answered in a language without a
    lexicon.
    """
    language = lexicon_for(article.text or article.headline or "", article.language)
    if language is None:
        return FiveW()
    event = _main_event(article)
    who = what = None
    if article.headline is not None:
        clause = read_clause(article.headline, language, headline=True)
        who, what = _answer(article.headline, clause.who), _answer(article.headline, clause.what)
    if who is None or what is None:
        base, told = _lede(article, language)
        who = who or _answer(article.text, told.who and told.who.shift(base), in_text=True)
        what = what or _answer(article.text, told.what and told.what.shift(base), in_text=True)
    if event is not None:
        who = who or _answer(article.text, _agent(event), in_text=True)
        what = what or _answer(article.text, Span(event.trigger.start, event.extent.end), in_text=True)
    return FiveW(who=who, what=what, when=when(article), where=where(article, language), event=event)


def _answer(text: str, span: Span | None, *, in_text: bool = False) -> Answer | None:
    if span is None:
        return None
    return Answer(text=" ".join(span.of(text).split()), span=span if in_text else None)


def _lede(article: Article, language: str) -> tuple[int, Clause]:
    """Return the clause of the first sentence that has a subject and a verb, and the offset it was read from."""
    body = article.dateline.span.end if article.dateline is not None else 0
    for sentence in article.sentences[:_LEDE_SENTENCES]:
        start = max(sentence.start, body)
        if start >= sentence.end:
            continue
        clause = read_clause(article.text[start : sentence.end], language, headline=False)
        if clause.who is not None:
            return start, clause
    return 0, Clause(None, None)


def _main_event(article: Article) -> Event | None:
    """
    Return the event that headline, lede and kind speak for, of those that are told as facts; the first of equals.

    It counts double to be named in the headline, and once each to stand in the lede and to be of a known kind.
    """
    stems = {word[:_STEM].lower() for word in (article.headline or "").split() if len(word) > 3}
    lede = article.sentences[:_LEDE_SENTENCES][-1].end if article.sentences else 0

    def weight(event: Event) -> int:
        named = event.trigger.of(article.text)[:_STEM].lower() in stems
        return 2 * named + (event.trigger.start < lede) + (event.kind is not EventKind.OTHER)

    facts = (
        event for event in article.events if event.polarity is Polarity.POSITIVE and event.modality is Modality.ASSERTED
    )
    return max(facts, key=weight, default=None)


def _agent(event: Event) -> Span | None:
    agents = (part.span for part in event.participants if part.role is Role.AGENT)
    return next(agents, next((part.span for part in event.participants), None))
