"""Articles as the tools give them that `newsmodel.formats.adapters` reads, for the campaign of `fuzz.py`."""

from newsmodel.model import Article, Span

DAY = "2026-03-02T17:30:00+01:00"
TOOLS = ("from_citron", "from_corenlp", "from_fundus", "from_newspaper4k", "from_trafilatura", "from_zyte")


def of_a_tool(it: Article, reader: str) -> dict[str, object]:
    """Return an article as another tool would, with the name of what reads it."""
    if reader == "from_citron":
        return {"reader": reader, "value": _citron(it)}
    if reader == "from_corenlp":
        return {"reader": reader, "value": _corenlp(it)}
    return {"reader": reader, "value": _extracted(it, reader)}


def _extracted(it: Article, reader: str) -> dict[str, object]:
    common: dict[str, object] = {"url": it.url, "title": it.headline, "text": it.text}
    if reader == "from_trafilatura":
        more: dict[str, object] = {"raw_text": it.text, "author": "Jo Dell; A. B.", "date": DAY, "tags": ["a", "b"]}
        return {**common, **more, "categories": "c;d", "language": "en", "image": "a.jpg", "sitename": "The Wold"}
    if reader == "from_newspaper4k":
        more = {"is_parsed": True, "publish_date": DAY, "authors": ["Jo Dell"], "keywords": ["a"], "tags": ["b"]}
        return {**common, **more, "meta_lang": "en", "top_image": "a.jpg", "images": ["a.jpg"], "meta_data": {"og": {}}}
    if reader == "from_fundus":
        body = {"summary": [it.text], "sections": [{"headline": ["a"], "paragraphs": [it.text, "b"]}]}
        more = {"publishing_date": DAY, "authors": ["Jo Dell"], "topics": ["a"], "lang": "en", "body": body}
        images = [{"versions": [{"url": "a.jpg"}], "caption": "c"}]
        return {"title": it.headline, **more, "html": {"requested_url": it.url}, "images": images}
    more = {"headline": it.headline, "articleBody": it.text, "datePublished": DAY, "dateModified": DAY}
    authors = [{"name": "Jo Dell", "nameRaw": "By Jo Dell"}]
    images = [{"url": "a.jpg"}]
    return {"url": it.url, **more, "authors": authors, "images": images, "mainImage": images[0], "inLanguage": "en"}


def _citron(it: Article) -> dict[str, object]:
    def at(span: Span) -> dict[str, object]:
        return {"start": span.start, "end": span.end, "text": span.of(it.text)}

    quotes = [
        {
            "cue": quote.cue and at(quote.cue),
            "contents": list(map(at, quote.content)),
            "sources": [at(quote.source)] if quote.source else [],
        }
        for quote in it.quotes
    ]
    groups = [[at(mention.span) for mention in speaker.mentions] for speaker in it.speakers]
    return {"text": it.text, "quotes": quotes, "coreference_groups": groups}


def _corenlp(it: Article) -> dict[str, object]:
    quotes = [
        {
            "text": quote.content[0].of(it.text),
            "beginIndex": quote.content[0].start,
            "endIndex": quote.content[0].end,
            "beginSentence": 0,
            "speaker": quote.speaker.name if quote.speaker else "Unknown",
            "canonicalSpeaker": quote.speaker and quote.speaker.name,
        }
        for quote in it.quotes
    ]
    sentences = [
        {"tokens": [{"word": s.of(it.text), "characterOffsetBegin": s.start, "characterOffsetEnd": s.end}]}
        for s in it.sentences
    ]
    mention = {"type": "PROPER", "text": "a", "sentNum": 1, "startIndex": 1, "endIndex": 2}
    return {"text": it.text, "docDate": DAY[:10], "quotes": quotes, "sentences": sentences, "corefs": {"1": [mention]}}
