"""The way of a text through its annotators: sentences, quotes and speakers, times and places, events."""

from typing import Final

import attrs

from newsmodel.model import Article, Issue, IssueCode
from newsmodel.text.attribution import attribute
from newsmodel.text.document import Document
from newsmodel.text.events.finding import find_events
from newsmodel.text.language import lexicon_for
from newsmodel.text.places.datelines import find_dateline
from newsmodel.text.places.finding import find_places
from newsmodel.text.times.finding import find_times

# What `annotate` itself reports, and so takes back before it reports anew.
_OWN_ISSUES: Final = frozenset({IssueCode.UNCLOSED_QUOTATION, IssueCode.UNSUPPORTED_LANGUAGE})


def annotate(article: Article) -> Article:
    """
    Return *article* with everything found in its text: sentences, quotes, speakers, times, places and events.

    What was annotated before is replaced. A text for whose language there is no lexicon gets its sentences and what
    its quotation marks show.
    """
    language = lexicon_for(article.text, article.language)
    document = Document(article.text, article.blocks, language, article.published)
    attributions = attribute(document)
    dateline = find_dateline(document)
    times = find_times(document, dateline)
    places = find_places(document, attributions.speakers, dateline)
    events = find_events(
        document,
        quotes=attributions.quotes,
        speakers=attributions.speakers,
        times=times,
        places=places,
        dateline=dateline,
    )
    kept = tuple(issue for issue in article.issues if issue.code not in _OWN_ISSUES)
    return attrs.evolve(
        article,
        sentences=tuple(document.span(first, last) for first, last in document.sentences),
        dateline=dateline,
        quotes=attributions.quotes,
        speakers=attributions.speakers,
        times=times,
        places=places,
        events=events,
        issues=kept + attributions.issues + _language_issues(article, language),
    )


def _language_issues(article: Article, language: str | None) -> tuple[Issue, ...]:
    if language is not None or not article.text.strip():
        return ()
    message = f"no lexicon for the language of the text ({article.language or 'unknown'})"
    return (Issue(code=IssueCode.UNSUPPORTED_LANGUAGE, message=message),)
