"""brat standoff: attributions as in PolNeAR, and what the files of others say."""

import json
import lzma
from pathlib import Path

import attrs
import pytest

from newsmodel.errors import FormatError
from newsmodel.formats import brat
from newsmodel.model import Article, MentionKind, Quote, QuoteKind, Span, SpeakerKind

QUOTES = Path(__file__).parents[2].parent / "shared" / "bench" / "quotes"


def test_attributions_are_events_of_content_cue_and_source(article: Article) -> None:
    """A broken quote is one discontinuous span; the cue is the trigger; kind and speaker are told."""
    lines = brat.dumps_files(article).ann.splitlines()
    content = next(line for line in lines if "Content" in line)
    first, second = article.quotes[0].content
    assert content.partition("\t")[2] == (
        f"Content {first.start} {first.end};{second.start} {second.end}\tIt is not safe, We found 12 cracks & 3 holes."
    )
    names = {line.partition("\t")[2].partition(" ")[0]: line.partition("\t")[0] for line in reversed(lines)}
    assert f"E1\tAttribution:{names['Cue']} Content:{names['Content']} Source:{names['Source']} Speaker:T2" in lines
    assert "#2\tAnnotatorNotes T2\tAda Brook" in lines
    assert "*\tEquiv T2 T3" in lines
    assert any(line.endswith("Kind E1 direct") for line in lines)
    assert any("\tPolitics_Decide:" in line and " Agent:" in line and " Place:" in line for line in lines)


def test_the_text_is_its_own_file(article: Article) -> None:
    """Text and annotations part again wherever the text has lines that look like file names."""
    odd = attrs.evolve(Article(text="==> article.txt <==\n\n==> article.ann <==\nIt rained.\r\n"))
    assert brat.loads(brat.dumps(odd)).text == odd.text
    assert brat.dumps_files(article).txt == article.text


def test_what_stands_in_the_text_comes_back(article: Article) -> None:
    """Quotes, mentions, events, times and places stand on the same spans; metadata is lost and named."""
    read = brat.loads(brat.dumps(article))
    for a, b in zip(read.quotes, article.quotes, strict=True):
        assert (a.content, a.cue, a.source, a.kind) == (b.content, b.cue, b.source, b.kind)
    assert [speaker.mentions for speaker in read.speakers] == [speaker.mentions for speaker in article.speakers]
    assert read.events[0].participants[1] == article.events[0].participants[1]
    assert read.places == article.places
    lost = brat.losses(article)
    assert {"headline", "authors", "published", "blocks", "speakers.role", "times.start", "links"} <= set(lost)
    assert not {"text", "quotes", "quotes.content", "quotes.cue", "quotes.source", "events", "places"} & set(lost)


TEXT = "“We won,” said the\nminister. He was glad. “Truly.”"


def ann(*lines: str) -> str:
    """Return lines as a file."""
    return "".join(f"{line}\r\n" for line in lines)


def test_files_of_others_are_read_leniently() -> None:
    """Words over a line break, several roles of one name, unknown lines and Windows line ends are understood."""
    article = brat.loads_files(
        TEXT,
        ann(
            "T1\tContent 1 8;43 49\tWe won, Truly.",
            "T2\tCue 10 14\tsaid",
            "T3\tSource 15 27\tthe minister",
            "T4\tPronoun 29 31\tHe",
            "T5\tName 19 27\tminister",
            "T6\tContent 29 40\tHe was glad",
            "*\tEquiv T5 T4",
            "E1\tAttribution:T2 Content1:T1 Source:T3 Speaker:T4",
            "N1\tReference T1 Wikidata:Q1\tx",
            "R1\tCoref Arg1:T4 Arg2:T3",
            "",
        ),
    )
    first, second = article.quotes
    assert (first.text, first.kind) == ("We won, Truly.", QuoteKind.DIRECT)
    assert (first.cue, first.source) == (Span(10, 14), Span(15, 27))
    assert first.speaker is not None
    assert (first.speaker.name, first.speaker.kind) == ("minister", SpeakerKind.PERSON)
    assert [mention.kind for mention in first.speaker.mentions] == [MentionKind.NAME, MentionKind.PRONOUN]
    assert (second.text, second.kind, second.speaker) == ("He was glad", QuoteKind.INDIRECT, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T1\tContent 1 8\tWe lost", "line 1: expected the words there, 'We won,'"),
        ("T1\tContent 1 800\tWe won", "line 1: expected offsets within the text"),
        ("T1\tContent 8 1\tWe won", "line 1: expected offsets within the text"),
        ("T1 Content 1 8 We won,", "line 1: expected T1, a tab"),
        ("E1\tAttribution:T9", "line 1: expected the id of a text-bound annotation before, got 'T9'"),
        ("E1\tAttribution", "line 1: expected E1"),
        ("E1\ta:T1:", "line 1: expected E1"),
    ],
)
def test_lines_that_do_not_fit_are_refused(line: str, reason: str) -> None:
    """The error names the line and what was expected there."""
    with pytest.raises(FormatError) as caught:
        brat.loads_files(TEXT, line)
    assert str(caught.value).startswith(reason)


def test_one_string_needs_both_files() -> None:
    """A string that is not two files is refused."""
    with pytest.raises(FormatError, match="expected two files"):
        brat.loads("It rained.")


def spans(found: list[list[int]], text: str) -> tuple[Span, ...]:
    """Return the spans of a gold annotation, in order, without white space at their ends."""
    trimmed = []
    for start, end in sorted(found):
        part = text[start:end]
        left = start + len(part) - len(part.lstrip())
        trimmed.append(Span(left, left + len(part.strip())))
    return tuple(trimmed)


@pytest.mark.skipif(not QUOTES.is_dir(), reason="the annotated articles are not in ../shared/bench/quotes")
@pytest.mark.parametrize("name", ["polnear-dev", "polnear-train"])
def test_attributions_of_the_benchmark_come_back(name: str) -> None:
    """Source, cue and content of every annotated article survive, discontinuous ones too."""
    articles = several = 0
    for line in lzma.decompress((QUOTES / f"{name}.jsonl.xz").read_bytes()).splitlines():
        gold = json.loads(line)
        quotes: dict[Quote, None] = {}
        for it in gold["attributions"]:
            content = spans(it["content"], gold["text"])
            beside = [next(iter(spans(it[role] or [], gold["text"])), None) for role in ("cue", "source")]
            free = [None if span is None or any(map(span.overlaps, content)) else span for span in beside]
            words = " ".join(span.of(gold["text"]) for span in content)
            quote = Quote(text=words, kind=QuoteKind(it["kind"]), content=content, cue=free[0], source=free[1])
            if not any(_cross(quote, other) for other in quotes):
                quotes[quote] = None
        article = Article(text=gold["text"], quotes=tuple(sorted(quotes, key=lambda quote: quote.content[0])))
        assert brat.loads(brat.dumps(article)).quotes == article.quotes
        articles += 1
        several += sum(len(quote.content) > 1 for quote in article.quotes)
    assert articles > 10
    assert several > 10


def _cross(a: Quote, b: Quote) -> bool:
    """Tell whether two gold contents neither nest nor are apart, which the model does not hold."""
    if not any(x.overlaps(y) for x in a.content for y in b.content):
        return False
    return not (
        any(all(whole.contains(part) for part in b.content) for whole in a.content)
        or any(all(whole.contains(part) for part in a.content) for whole in b.content)
    )
