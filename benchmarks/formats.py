"""
Measure the native format against pydantic 2 on an equivalent model, and Parquet files against parsing the pages again.

    python benchmarks/formats.py

The article has about 800 words, 20 quotes and 20 events. Pydantic validates the same things, the rules across objects
by the same function; it nests what we refer to by id, and checks no covered text. For Parquet the same article is
written as a page and parsed, so that its annotations are those of a real run. Needs pydantic, pyarrow, and orjson for
the figures of the extra ``fast``.
"""

import gc
import io
import time
import timeit
import tracemalloc
from collections.abc import Callable

import attrs

import formats_pydantic as pydantic_model
from newsmodel import model as nm
from newsmodel import parse_html
from newsmodel.formats import _strict, arrow, html, json

PEOPLE = ("Ada Long", "Ben Marsh", "Cara Whit", "Dev Rao", "the union")
ROUNDS, REPEATS = 50, 7
MANY = 500


class Writer:
    """Puts a text together and tells where each piece of it stands."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> nm.Span:
        """Add words and return where they stand."""
        start = len(self.text)
        self.text += words
        return nm.Span(start, len(self.text))

    def since(self, start: int) -> nm.Span:
        """Return what was added from an offset on."""
        return nm.Span(start, len(self.text))


def article(paragraphs: int = 20) -> nm.Article:
    """Return an article with a quote, a time, a place and an event in each paragraph."""
    out = Writer()
    blocks, sentences, times = [], [], []
    said: list[tuple[str, nm.Span, nm.Span, nm.Span]] = []
    told: list[tuple[nm.Span, nm.Span, nm.Span, nm.Span, nm.Span]] = []
    for i in range(paragraphs):
        if i:
            out.add("\n\n")
        paragraph = len(out.text)
        out.add("“")
        content = out.add(
            f"We looked at report number {i} again and found nothing that would change the plan for next year"
        )
        out.add(",” ")
        name = PEOPLE[i % len(PEOPLE)]
        source = out.add(name)
        out.add(" ")
        cue = out.add("said")
        out.add(" ")
        day = out.add("on Tuesday")
        times.append(nm.TimeExpression(span=day, kind=nm.TimeKind.DATE, value="2017-10-17"))
        out.add(".")
        said.append((name, content, source, cue))
        sentences.append(out.since(paragraph))
        out.add(" ")
        sentence = len(out.text)
        agent = out.add("Police")
        out.add(" ")
        trigger = out.add("arrested")
        out.add(" ")
        patient = out.add("four people")
        out.add(" in ")
        town = out.add(f"Town {chr(65 + i % 7)}")
        out.add(" after the march through the centre of the city ended.")
        sentences.append(out.since(sentence))
        told.append((agent, trigger, patient, town, sentences[-1]))
        blocks.append(nm.Block(kind=nm.BlockKind.PARAGRAPH, span=out.since(paragraph)))
    return _assembled(out.text, blocks, sentences, times, said, told)


def _assembled(
    text: str,
    blocks: list[nm.Block],
    sentences: list[nm.Span],
    times: list[nm.TimeExpression],
    said: list[tuple[str, nm.Span, nm.Span, nm.Span]],
    told: list[tuple[nm.Span, nm.Span, nm.Span, nm.Span, nm.Span]],
) -> nm.Article:
    mentions = {
        name: [nm.Mention(span=s[2], kind=nm.MentionKind.NAME) for s in said if s[0] == name] for name in PEOPLE
    }
    speakers = {
        name: nm.Speaker(name=name, kind=nm.SpeakerKind.PERSON, mentions=tuple(found))
        for name, found in mentions.items()
    }
    named: dict[str, list[nm.Span]] = {}
    for _, _, _, town, _ in told:
        named.setdefault(town.of(text), []).append(town)
    places = {name: nm.Place(name=name, spans=tuple(spans), country="GB") for name, spans in named.items()}
    quotes = [
        nm.Quote(
            text=content.of(text),
            kind=nm.QuoteKind.DIRECT,
            content=(content,),
            cue=cue,
            source=source,
            speaker=speakers[name],
            rule=nm.AttributionRule.QUOTATION_CUE,
        )
        for name, content, source, cue in said
    ]
    events = [
        nm.Event(
            kind=nm.EventKind.ARREST,
            trigger=trigger,
            extent=extent,
            participants=(
                nm.Participant(role=nm.Role.AGENT, span=agent),
                nm.Participant(role=nm.Role.PATIENT, span=patient, count=4, bound=nm.Bound.EXACT),
            ),
            time=time,
            place=places[town.of(text)],
        )
        for (agent, trigger, patient, town, extent), time in zip(told, times, strict=True)
    ]
    return nm.Article(
        headline="Four held after march",
        text=text,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        authors=(nm.Author(name="Jo Doe"),),
        quotes=tuple(quotes),
        speakers=tuple(speakers.values()),
        times=tuple(times),
        places=tuple(places.values()),
        events=tuple(events),
    )


def as_pydantic(thing: object) -> object:
    """Return the same object of the model in pydantic."""
    if isinstance(thing, tuple):
        return tuple(map(as_pydantic, thing))
    cls = type(thing)
    if attrs.has(cls):
        fields = {field.name: as_pydantic(getattr(thing, field.name)) for field in attrs.fields(cls)}
        return getattr(pydantic_model, cls.__name__).model_construct(**fields)
    return thing


def microseconds(work: Callable[[], object]) -> float:
    """Return the processor time that a piece of work takes, the best of some rounds."""
    return min(timeit.repeat(work, time.process_time, number=ROUNDS, repeat=REPEATS)) / ROUNDS * 1e6


def kilobytes(make: Callable[[], object]) -> float:
    """Return the memory that stays in use for what *make* makes."""
    gc.collect()
    tracemalloc.start()
    kept = make()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept is not None
    return size / 1024


def columns(ours: nm.Article) -> None:
    """Print what an article costs in Parquet files, of a batch of the same, beside parsing its page."""
    page = html.dumps(ours)
    parsed = parse_html(page)
    many = [attrs.evolve(parsed, url=f"https://example.org/{i}") for i in range(MANY)]
    batch = arrow.to_batch(many)
    files = {name: io.BytesIO() for name in arrow.TABLES}
    arrow.write_parquet(many, files)
    written = {name: file.getvalue() for name, file in files.items()}

    def again() -> None:
        for article in arrow.read_parquet({name: io.BytesIO(data) for name, data in written.items()}):
            assert article.text

    def write() -> None:
        arrow.write_parquet(many, {name: io.BytesIO() for name in arrow.TABLES})

    parse = once(lambda: [parse_html(page) for _ in range(5)], 5)
    print(f"{len(parsed.quotes)} quotes, {len(parsed.events)} events; parsing takes {parse:.0f} µs")
    for name, work in {
        "columns": lambda: arrow.to_batch(many),
        "columns and Parquet": write,
        "articles of columns": lambda: sum(1 for _ in arrow.from_batch(batch)),
        "articles of Parquet": again,
    }.items():
        taken = once(work, MANY)
        print(f"{name:20}{taken:6.0f} µs an article, parsing takes {parse / taken:4.1f} times as long")


def once(work: Callable[[], object], count: int) -> float:
    """Return the processor time for one of the *count* articles of a piece of work, the best of some rounds."""
    return min(timeit.repeat(work, time.process_time, number=1, repeat=REPEATS)) / count * 1e6


def main() -> None:
    ours = article()
    theirs = as_pydantic(ours)
    assert isinstance(theirs, pydantic_model.Article)
    document, nested = json.dumps(ours), theirs.model_dump_json(exclude_defaults=True)
    assert json.loads(document) == ours
    assert pydantic_model.Article.model_validate_json(nested) == theirs
    print(f"{len(ours.text.split())} words, {len(ours.quotes)} quotes, {len(ours.events)} events")
    print(f"document: {len(document)} characters, pydantic's {len(nested)}")
    rows = {
        "pydantic 2": (
            lambda: theirs.model_dump_json(exclude_defaults=True),
            lambda: pydantic_model.Article.model_validate_json(nested),
        ),
        "newsmodel": (lambda: json.dumps(ours), lambda: json.loads(document)),
    }
    figures: dict[str, tuple[float, float]] = {}
    fast, _strict.orjson = _strict.orjson, None
    for name, (write, read) in rows.items():
        figures[name] = microseconds(write), microseconds(read)
    _strict.orjson = fast
    if fast is not None:
        figures["newsmodel, fast"] = tuple(map(microseconds, rows["newsmodel"]))  # type: ignore[assignment]
    base = figures["pydantic 2"]
    print(f"{'':18}{'dumps µs':>10}{'ratio':>7}{'loads µs':>10}{'ratio':>7}")
    for name, (write_time, read_time) in figures.items():
        print(f"{name:18}{write_time:10.0f}{write_time / base[0]:7.2f}{read_time:10.0f}{read_time / base[1]:7.2f}")
    print(f"construct 100,000 spans: {microseconds(lambda: [nm.Span(i, i + 9) for i in range(1000)]) / 10:.0f} ms")
    print(f"construct the article from its parts: {microseconds(lambda: attrs.evolve(ours)):.0f} µs")
    print(f"memory of the article: {kilobytes(lambda: json.loads(document)):.0f} kB")
    columns(ours)


if __name__ == "__main__":
    main()
