"""Places: what is one and what is none, its mentions and its country."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.lexicon import rows
from newsmodel.model import Mention, MentionKind, Place, Span, Speaker, SpeakerKind
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.places.datelines import find_dateline
from newsmodel.text.places.finding import find_places


def places(text: str, *speakers: Speaker) -> tuple[Place, ...]:
    """Return the places of a text."""
    document = Document(text, plain_blocks(text), "en")
    return find_places(document, speakers, find_dateline(document))


def names(text: str) -> list[str]:
    """Return the names of the places of a text."""
    return [place.name for place in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods hit northern Iraq on Monday.", ["Iraq"]),
        ("Talks between Kenya, Uganda and Tanzania go on.", ["Kenya", "Uganda", "Tanzania"]),
        ("He flew from Paris to New York.", ["Paris", "New York"]),
        ("She was born in Birmingham, Ala., and lives in Dayton, Ohio.", ["Birmingham, Ala.", "Dayton, Ohio"]),
        ("The army left the Euphrates River Valley.", ["Euphrates River Valley"]),
        ("A ferry sank in the Gulf of Aden.", ["Gulf of Aden"]),
        ("They met at Baghdad Airport and in Orange County.", ["Baghdad Airport", "Orange County"]),
        ("Ice covered Dublin Bay.", ["Dublin Bay"]),
        ("They flew to Nairobi, Peru and Chile.", ["Nairobi", "Peru", "Chile"]),
        ("A boy from Leeds City College won.", ["Leeds City College"]),
        ("The fire spread to Salford, Oldham and Leeds.", ["Salford", "Oldham", "Leeds"]),
        ("A shop in Oakhollow was robbed.", ["Oakhollow"]),
        ("He died at Larkfield General Hospital.", ["Larkfield General Hospital"]),
        ("The town of Oakhollow slept.", ["Oakhollow"]),
        ("Fires burned near Porto Velho.", ["Porto Velho"]),
        ("Police in the city of Hamburg said no.", ["Hamburg"]),
        ("Two climbers fell on Mount Tarrow.", ["Mount Tarrow"]),
        ("A pipe broke on Sorrel Street and over Tarrow Bridge.", ["Sorrel Street", "Tarrow Bridge"]),
        ("The law holds across the United States.", ["United States"]),
        ("He died at St. Mary's Hospital.", ["St. Mary's Hospital"]),
        ("He lies at St. George's Cathedral.", ["St. George's Cathedral"]),
        ("They demand that Iraq withdraw.", ["Iraq"]),
    ],
)
def test_names_of_places_are_places(text: str, expected: list[str]) -> None:
    """The gazetteer's places, sites, and unknown names after "in" or "near" are places, without their article."""
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton smiled.",
        "Jordan scored twice.",
        "Washington said it would not pay.",
        "The Bank of England and the New York Times disagree.",
        "The Duke of York came.",
        "U.S. troops and U.S. and British ships left.",
        "The Iraqi government and two Frenchmen came.",
        "The Islamic State group claimed it.",
        "It rained in March and in English.",
        "She is in Congress, on Facebook and in Smith's office.",
        "They told us to be nice and to go on reading.",
        "A SWAT team and the Duma met.",
        "They hold a stake in Eastland and teach R and D at the University of Ideas.",
        "Houston Rockets beat Boston Celtics.",
        "Chelsea beat Everton on Sunday.",
        "Boston lost 3-1, and Brazil beat Germany.",
        "Utah led 62-55 at the half.",
        "The vote is in April-May.",
        "Denver vs. Dallas was sold out.",
        "Leeds travel north. England are happy.",
        "She was named to the Supreme Court.",
        "He won the Tour de France.",
        "The Leeds River Police left.",
    ],
)
def test_what_is_named_like_a_place_is_none(text: str) -> None:
    """People, governments that speak, organisations, peoples, languages and words are no places."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police in Boston beat Ahmed.", ["Boston"]),
        ("Boston lost 400 jobs.", ["Boston"]),
        ("He lives in Jordan.", ["Jordan"]),
        ("He lives in northern Jordan.", ["Jordan"]),
        ("He lives in Georgia.", ["Georgia"]),
        ("They left Reading, England.", ["Reading, England"]),
        ("The mayor of Nice resigned.", ["Nice"]),
        ("Jordan and Egypt signed.", ["Jordan", "Egypt"]),
        ("It broke in Mobile, Ala.", ["Mobile, Ala."]),
    ],
)
def test_a_doubtful_name_is_a_place_where_a_place_must_stand(text: str, expected: list[str]) -> None:
    """After "in", or before a state or country, a name that may be a person's or a word's is a place."""
    assert names(text) == expected


def test_the_mentions_of_a_place_are_one_place() -> None:
    """A place is listed once, under its fullest name, with all its mentions in order."""
    text = "The U.S. and Mexico agreed. Officials in the United States praised Mexico."
    united_states, mexico = places(text)
    assert united_states.name == "United States"
    assert [span.of(text) for span in united_states.spans] == ["U.S.", "United States"]
    assert [span.of(text) for span in mexico.spans] == ["Mexico", "Mexico"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("It rained in Mosul.", "IQ"),
        ("It rained in Oregon.", "US"),
        ("It rained in Scotland.", "GB"),
        ("It rained in Oakhollow, Kenya, all night.", "KE"),
        ("It rained in Birmingham.", "GB"),
        ("It rained in Birmingham, Ala., all night.", "US"),
        ("It rained in Oakhollow.", None),
        ("It rained in the Gulf of Aden.", None),
        ("It rained in the Ohio town of Milan.", "US"),
        ("It rained in the French city of Birmingham.", "FR"),
    ],
)
def test_the_country_is_told_where_it_follows(text: str, country: str | None) -> None:
    """The country comes from the gazetteer or from what follows the name."""
    (place,) = places(text)
    assert place.country == country


def test_a_short_name_in_capitals_is_written_as_usual() -> None:
    """The capitals of a dateline are no part of a name, those of initials are."""
    assert names("KYIV (Reuters) - It rained in the UAE.") == ["Kyiv", "UAE"]
    assert names("CAPE TOWN, South Africa (AP) — It rained.") == ["Cape Town, South Africa"]


def test_what_else_the_article_names_decides_between_countries() -> None:
    """A name that several countries have is the one's that the article speaks of; its peoples count too."""
    text = (
        "Georgian police and Georgian doctors from Tbilisi and Batumi met. It rained in Georgia. Georgian rivers rose."
    )
    (georgia,) = (place for place in places(text) if place.name == "Georgia")
    assert georgia.country == "GE"


def test_works_and_people_with_titles_are_no_sites() -> None:
    """A name between quotation marks is that of a work, one with a title that of a person, whatever its last word."""
    assert names('They sang "Night Harbor" with Gov. Maura Lane near Cold Harbor.') == ["Cold Harbor"]


def test_a_university_is_the_likelier_one() -> None:
    """A name after "at" alone, as of a university, means its likelier place, unless much speaks for another."""
    assert [place.country for place in places("She read law at Durham. She lives in Baltimore.")] == ["GB", "US"]
    assert [place.country for place in places("She read law in Durham. She lives in Baltimore.")] == ["US", "US"]
    (durham, *_) = places("She read law at Durham. She lives in Baltimore. It rained in Chicago. It rained in Texas.")
    assert durham.country == "US"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("It rained in Tbilisi. Georgia was cold.", "GE"),
        ("Rain fell in Atlanta. A flight to Tbilisi left Georgia.", "US"),
        ("It rained in Yerevan. Georgia was cold.", "GE"),
        ("Rain fell in Atlanta. A flight to Yerevan left Georgia.", "US"),
        ("Armenia and Georgia signed.", "GE"),
        ("It rained in Rome. Georgia was cold.", "US"),
    ],
)
def test_one_place_of_a_country_tells_of_which_a_name_is(text: str, country: str) -> None:
    """
    A name of several countries means the one of which another place is named, where none is named of the first.

    A neighbour speaks for a country where nothing does for the others.
    """
    (georgia,) = (place for place in places(text) if place.name == "Georgia")
    assert georgia.country == country


def test_the_dateline_names_a_place() -> None:
    """The place of a dateline is one, known or not, without its capitals."""
    (place,) = places("OAKHOLLOW, Ore. (AP) — It rained, and Oakhollow slept.")
    assert (place.name, place.country, len(place.spans)) == ("Oakhollow, Ore.", "US", 2)


def test_a_source_of_that_name_is_no_place() -> None:
    """What is a mention of a person or an organisation here is no place, unless it stands after "in"."""
    text = "Chelsea is glad, Chelsea added. They live in Chelsea."
    mention = Mention(span=Span(0, 7), kind=MentionKind.NAME)
    speaker = Speaker(name="Chelsea", kind=SpeakerKind.PERSON, mentions=(mention,))
    found = places(text, speaker)
    assert [span.start for place in found for span in place.spans if span.start < 7] == []


def test_the_name_of_one_who_speaks_is_no_place() -> None:
    """A name that nobody has listed is no place after "in" where it is the last name of a person."""
    mention = Mention(span=Span(0, 9), kind=MentionKind.NAME)
    osei = Speaker(name="Ruth Osei", kind=SpeakerKind.PERSON, mentions=(mention,))
    assert places("Ruth Osei left. Voters see a leader in Osei.", osei) == ()
    assert [place.name for place in places("Voters met in Osei.")] == ["Osei"]


def test_a_longer_name_is_another() -> None:
    """A place that only the article knows is named again where its name stands alone, and not in a club's."""
    text = "A shop in Oak Hollow was robbed. Oak trees fell. Oak Hollow United lost. Oak Hollow sleeps."
    (place,) = places(text)
    assert [span.start for span in place.spans] == [10, 73]


def test_without_a_lexicon_there_are_no_places() -> None:
    """Another language's text has none."""
    text = "Er lebt in Berlin."
    assert find_places(Document(text, plain_blocks(text), None), (), None) == ()


_WORDS = sorted({row[0] for row in rows("en", "gazetteer")})
_OTHERS = "in at near the of , . 's and U.S. Ala. River Mount Ohio said Gov. ( )".split()  # noqa: SIM905
tokens = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_OTHERS), st.text(max_size=6))


@given(st.lists(tokens, max_size=12).map(" ".join))
def test_every_mention_is_one_places(text: str) -> None:
    """Whatever the text, mentions do not overlap, each place is there once, and its name is not empty."""
    found = places(text)
    spans = sorted(span for place in found for span in place.spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [place.spans[0] for place in found] == sorted(place.spans[0] for place in found)
    assert all(place.name.strip() and list(place.spans) == sorted(place.spans) for place in found)


def test_the_gazetteer_is_well_formed() -> None:
    """Every line has a kind and countries by their codes, and no name stands twice."""
    lines = rows("en", "gazetteer")
    assert len({name for name, *_ in lines}) == len(lines)
    for name, kind, countries, *flags in lines:
        assert name == name.strip()
        assert kind in ("country", "capital", "state", "city", "region", "area"), name
        assert all(len(code) == 2 and code.isupper() for code in countries.split(",")) or countries == "-", name
        assert flags in ([], ["?"]), name


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("OAKVILLE, Ohio (AP) — Talks went on.", "Oakville, Ohio", "US"),
        ("HULL, England — Talks went on.", "Hull, England", "GB"),
        ("TBILISI, Georgia (AP) — Talks went on.", "Tbilisi, Georgia", "GE"),
        ("ATLANTA, Georgia (AP) — Talks went on.", "Atlanta, Georgia", "US"),
        ("ASTORIA, Ore. — Talks went on.", "Astoria, Ore.", "US"),
    ],
)
def test_the_place_of_a_dateline_is_one_place(text: str, name: str, country: str) -> None:
    """A town and its state or country are one place, in that country."""
    (place,) = places(text)
    assert (place.name.title(), place.country) == (name.title(), country)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NEW  YORK (AP) — It rained.", [("NEW  YORK", "US")]),
        ("RALEIGH, N.C. — It rained.", [("RALEIGH, N.C.", "US")]),
        ("She lives in Batumi, Georgia, by the sea.", [("Batumi, Georgia", "GE")]),
        ("She lives in Raleigh, New Hampshire.", [("Raleigh, New Hampshire", "US")]),
        ("She lives in Raleigh, West of here.", [("Raleigh", "US")]),
        ("LONDON (Reuters — It rained.", [("LONDON", "GB")]),
        ("In British London it rained.", [("London", "GB")]),
        ("He paid US $5 million in Leeds.", [("Leeds", "GB")]),
        ("Mayor Flees Over Fire In Ulmhaven Bay Tonight", []),
        ("Mayor Osei Flees Huge Fire That Burned Down Market And Town Hall In Ulmhaven Bay last Night", []),
    ],
)
def test_places_with_what_stands_beside_them(text: str, found: list[tuple[str, str]]) -> None:
    """Spaces, brackets, states, demonyms and money beside a place leave it what it is."""
    assert [(place.spans[0].of(text), place.country) for place in places(text)] == found
