"""Articles made by hand, so that the viewer is tested apart from what the parsers find."""

import datetime as dt

from newsmodel.model import (
    Article,
    AttributionRule,
    Author,
    Block,
    BlockKind,
    Event,
    EventKind,
    Issue,
    IssueCode,
    Link,
    Mention,
    MentionKind,
    Modality,
    Participant,
    Place,
    Polarity,
    Provenance,
    Publisher,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)

URL = "https://fernby.example/2026/03/bridge"
PARAGRAPHS = (
    (
        BlockKind.PARAGRAPH,
        None,
        "The council closed the Long Bridge on Monday after a survey found cracks in two piers.",
    ),
    (BlockKind.PARAGRAPH, None, "“It is not safe,” said Mayor Ada Brook, who asked for the survey. “We will wait."),
    (BlockKind.PARAGRAPH, None, "“It is not safe, and nobody may walk there until May.”"),
    (BlockKind.HEADING, 4, "What comes next"),
    (BlockKind.PARAGRAPH, None, "Jon Hale said that Brook had called the piers “rotten to the core” in a letter."),
    (BlockKind.LIST_ITEM, 1, "Buses go round by the ford."),
    (BlockKind.TABLE, None, "Pier\tCracks\nNorth\t12"),
    (BlockKind.PARAGRAPH, None, "Nobody was hurt, a driver said."),
)
TEXT = "\n\n".join(words for _, _, words in PARAGRAPHS)


def at(words: str, nth: int = 1) -> Span:
    """Return where *words* stand in the text for the *nth* time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def quote(kind: QuoteKind, *content: Span, cue: Span, source: Span, speaker: Speaker | None) -> Quote:
    """Return a quote of these words."""
    text = " ".join(span.of(TEXT) for span in content)
    rule = AttributionRule.QUOTATION_CUE
    return Quote(text=text, kind=kind, content=content, cue=cue, source=source, speaker=speaker, rule=rule)


def bridge() -> Article:
    """Return an article with something for every part of the viewer; one quote nests in another."""
    brook = Speaker(
        name="Ada Brook",
        kind=SpeakerKind.PERSON,
        honorific="Mayor",
        role="who asked for the survey",
        mentions=(Mention(span=at("Mayor Ada Brook"), kind=MentionKind.NAME),),
    )
    hale = Speaker(
        name="Jon Hale", kind=SpeakerKind.PERSON, mentions=(Mention(span=at("Jon Hale"), kind=MentionKind.NAME),)
    )
    monday = TimeExpression(
        span=at("Monday"), kind=TimeKind.DATE, value="2026-03-02", start=dt.date(2026, 3, 2), end=dt.date(2026, 3, 2)
    )
    may = TimeExpression(
        span=at("May", 2), kind=TimeKind.DATE, value="2026-05", start=dt.date(2026, 5, 1), end=dt.date(2026, 5, 31)
    )
    place = Place(name="Long Bridge", spans=(at("Long Bridge"),))
    wait = quote(
        QuoteKind.DIRECT,
        at("It is not safe,"),
        at("We will wait."),
        at("It is not safe, and nobody may walk there until May."),
        cue=at("said"),
        source=at("Mayor Ada Brook"),
        speaker=brook,
    )
    letter = quote(
        QuoteKind.MIXED,
        at("that Brook had called the piers “rotten to the core” in a letter"),
        cue=at("said", 2),
        source=at("Jon Hale"),
        speaker=hale,
    )
    rotten = quote(QuoteKind.DIRECT, at("rotten to the core"), cue=at("called"), source=at("Brook", 2), speaker=brook)
    hurt = quote(QuoteKind.INDIRECT, at("Nobody was hurt"), cue=at("said", 3), source=at("a driver"), speaker=None)
    return Article(
        headline="Long Bridge closed",
        text=TEXT,
        blocks=tuple(Block(kind=kind, level=level, span=at(words)) for kind, level, words in PARAGRAPHS),
        url=URL,
        description="Two piers of the Long Bridge have cracks.",
        authors=(Author(name="Jo Field"), Author(name="Sam Lee")),
        publisher=Publisher(name="The Fernby Post"),
        published=dt.datetime(2026, 3, 3, 7, 30, tzinfo=dt.UTC),
        modified=dt.datetime(2026, 3, 3, 9, 5, tzinfo=dt.UTC),
        section="Local",
        language="en",
        links=(Link(span=at("a survey found cracks"), url="https://fernby.example/survey"),),
        quotes=(wait, letter, rotten, hurt),
        speakers=(brook, hale),
        times=(monday, may),
        places=(place,),
        events=(
            Event(
                kind=EventKind.DECIDE,
                trigger=at("closed"),
                extent=at(PARAGRAPHS[0][2]),
                participants=(
                    Participant(role=Role.AGENT, span=at("The council")),
                    Participant(role=Role.PATIENT, span=at("the Long Bridge")),
                ),
                time=monday,
                place=place,
            ),
            Event(kind=EventKind.OTHER, trigger=at("found"), extent=at(PARAGRAPHS[0][2])),
            Event(
                kind=EventKind.TRANSPORT,
                trigger=at("walk"),
                extent=at(PARAGRAPHS[2][2]),
                participants=(Participant(role=Role.AGENT, span=at("nobody")),),
                time=may,
                modality=Modality.HYPOTHETICAL,
                reported_by=wait,
            ),
            Event(kind=EventKind.INJURE, trigger=at("hurt"), extent=at("Nobody was hurt"), polarity=Polarity.NEGATIVE),
        ),
        provenance=(
            Provenance(field="headline", source="h1", raw="Long Bridge closed"),
            Provenance(field="headline", source="title", raw="Long Bridge closed | Fernby Post", chosen=False),
            Provenance(field="authors", source="json-ld author", raw="Jo Field; Sam Lee"),
            Provenance(field="section", source="meta article:section", raw="Local"),
        ),
        issues=(Issue(code=IssueCode.PAGINATED, message="the article goes on on other pages"),),
    )


ATTACKS = (
    "<script>document.title='owned'</script>",
    "</style></title></script><script>document.title='owned'</script>",
    '"><img src=x onerror="document.title=\'owned\'">',
    "' onmouseover='document.title=\"owned\"' x='",
    "<svg/onload=document.title='owned'>",
    "<iframe srcdoc=\"<script>top.document.title='owned'</script>\"></iframe>",
    "--><!--<script>document.title='owned'</script>",
    "<base href=//evil.example><meta http-equiv=refresh content=0;url=//evil.example>",
    "&lt;script&gt;document.title='owned'&lt;/script&gt;",
    "{{constructor.constructor('document.title=`owned`')()}}",
)
ATTACKING_URLS = (
    "javascript:document.title='owned'",
    "JaVaScRiPt:document.title='owned'",
    " javascript:document.title='owned'",
    "java\tscript:document.title='owned'",
    "data:text/html,<script>document.title='owned'</script>",
    "vbscript:document.title='owned'",
    "https://fernby.example/\" onmouseover=\"document.title='owned'",
    "https://fernby.example/'><script>document.title='owned'</script>",
    "//evil.example/",
)


def attacking(url: str = ATTACKING_URLS[7]) -> Article:
    """Return an article that tries in every field to be more than text."""
    text = " ".join(f"said {attack}" for attack in (*ATTACKS, *ATTACKING_URLS)).strip()
    all_of_it = " ".join(ATTACKS)
    contents: list[Span] = []
    for attack in ATTACKS:
        start = text.index(attack)
        contents.append(Span(start, start + len(attack)))
    speakers = tuple(
        Speaker(
            name=attack,
            kind=SpeakerKind.PERSON,
            honorific=attack,
            role=attack,
            mentions=(Mention(span=span, kind=MentionKind.NAME),),
        )
        for attack, span in zip(ATTACKS, contents, strict=True)
    )
    links: list[Link] = []
    start = text.index(ATTACKS[-1])
    for attack in ATTACKING_URLS:
        start = text.index(attack.strip(), start + 1)
        links.append(Link(span=Span(start, start + 8), url=attack))
    return Article(
        headline=all_of_it,
        text=text,
        url=url,
        canonical_url=ATTACKING_URLS[0],
        description=all_of_it,
        authors=tuple(Author(name=attack, url=ATTACKING_URLS[0]) for attack in ATTACKS),
        publisher=Publisher(name=all_of_it, url=ATTACKING_URLS[0]),
        section=all_of_it,
        keywords=ATTACKS,
        links=tuple(links),
        quotes=tuple(
            Quote(text=span.of(text), kind=QuoteKind.DIRECT, content=(span,), speaker=speaker)
            for span, speaker in zip(contents, speakers, strict=True)
        ),
        speakers=speakers,
        places=tuple(Place(name=attack, spans=(span,)) for attack, span in zip(ATTACKS, contents, strict=True)),
        events=tuple(
            Event(
                kind=EventKind.ATTACK,
                trigger=Span(span.start, span.start + 4),
                extent=span,
                participants=(Participant(role=Role.AGENT, span=span),),
            )
            for span in contents
        ),
        provenance=tuple(Provenance(field=attack, source=attack, raw=attack) for attack in ATTACKS),
        issues=tuple(Issue(code=IssueCode.BAD_VALUE, message=attack) for attack in ATTACKS),
    )
