"""When and where events happen: clause, sentence, the sentence before, dateline."""

import datetime as dt

import pytest

import newsmodel as nm

PUBLISHED = dt.date(2021, 3, 18)


def read(text: str) -> nm.Article:
    """Annotate text published on a Thursday."""
    return nm.parse_text(text, published=PUBLISHED)


def event(text: str, trigger: str) -> nm.Event:
    """Return the event that *trigger* names."""
    (found,) = (event for event in read(text).events if event.trigger.of(text) == trigger)
    return found


def test_time_and_place_of_the_own_clause_come_first() -> None:
    """Of two times and places each event takes those of its own clause."""
    text = "Troops left Mosul on Monday and rebels entered Basra on Tuesday."
    left, entered = event(text, "left"), event(text, "entered")
    assert left.time is not None
    assert entered.time is not None
    assert (left.time.value, entered.time.value) == ("2021-03-15", "2021-03-16")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("She replaces Dan Hale, who retires in June.", "replaces"),
        ("The court sentenced him to 12 years.", "sentenced"),
        ("She faces a fine or five years in prison.", "fine"),
        ("The thief was jailed for six years.", "jailed"),
        ("He got a 20-year sentence.", "sentence"),
        ("She praised sailors who drowned in 2017.", "praised"),
        ("The board closed the school, which opened in 1998.", "closed"),
        ("He flew to Ulm, where he was born in 1950.", "flew"),
        ("Guards, which were paid until May, attacked the mill, and fled.", "attacked"),
        ("Her death was announced by the hall, where she had sung for four decades.", "death"),
        ("Two weeks after he was jailed, it rained.", "jailed"),
        ("He was jailed for six years after stealing a car.", "stealing"),
        ("He will reopen two mills closed in 2009.", "reopen"),
        ("The bank agreed on Monday to sell the mill.", "sell"),
        ("The road was blocked in Ulm and schools will reopen on March 29.", "blocked"),
        ("A man who fled in the 1980s has been jailed.", "jailed"),
        ("He was convicted after a three-week trial.", "convicted"),
        ("The firm said Thursday it will close two mills.", "close"),
        ("The firm said on Thursday it will close two mills.", "close"),
        ("Mia Holt, who came after Dan Hale resigned, said the mill would close in 2027.", "resigned"),
    ],
)
def test_what_is_added_about_someone_and_how_long_a_term_is_are_no_times(text: str, trigger: str) -> None:
    """The time of a relative clause about a person and the length of a sentence do not say when something happened."""
    assert event(text, trigger).time is None


def test_after_a_relative_clause_the_main_clause_goes_on() -> None:
    """What stands after the comma that ends a relative clause belongs to the main clause."""
    found = event("The bank, which failed in 2009, bought a mill in March 2020.", "bought").time
    assert found is not None
    assert found.value == "2020-03"


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("The quake, which struck on Monday, killed two men.", "killed", "2021-03-15"),
        ("The board closed the school, which opened in 1998.", "opened", "1998"),
        ("Over the past month rents fell, and shops have closed.", "closed", "P1M"),
        ("Two weeks after he was jailed, he was freed.", "freed", "P2W"),
        ("A man who fled in the 1980s has been jailed.", "fled", "198"),
        ("The fire that broke out on Monday destroyed a mill.", "destroyed", "2021-03-15"),
        ("The man who stayed in May and then left was found.", "left", "2020-05"),
        (
            "Mia Holt, who came in May after Dan Hale resigned, said the mill would close in 2027.",
            "resigned",
            "2020-05",
        ),
        ("He was arrested in 2019 as he returned from Oman, and was charged in 2020.", "returned", "2019"),
        ("He was arrested in 2019 as he returned from Oman, and was charged in 2020.", "charged", "2020"),
        ("He returned from Oman, and was charged in 2020.", "returned", "2020"),
        ("They bought a five-year pass.", "bought", "P5Y"),
    ],
)
def test_what_is_added_about_an_event_and_what_holds_for_all_are_its_time(text: str, trigger: str, value: str) -> None:
    """The time of a relative clause is that of the event it adds to; a stretch up to now holds for all clauses."""
    found = event(text, trigger).time
    assert found is not None
    assert found.value == value


def test_a_length_may_be_when() -> None:
    """How long something went on is its time where nothing better is near."""
    found = event("Troops held the town for two weeks.", "held").time
    assert found is not None
    assert found.value == "P2W"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Oman sent troops.", "sent", None),
        ("Oman sent troops, Oman's radio said.", "sent", None),
        ("Ministers from Iran and Oman met in Geneva for talks on Syria.", "met", "Geneva"),
        ("A man from Leeds died in a crash near Hull.", "died", "Hull"),
        ("She left Vienna in a car from Hull.", "left", "Vienna"),
        ("A bomb went off in the north of Oakhollow, near police from Hull.", "went off", "Oakhollow"),
        ("The rebels were driven to Lake Orin in northern Oman.", "driven", "Lake Orin"),
        ("Carl Benson, of Hull, was arrested.", "arrested", None),
        ("Harwell Rovers beat Valencia.", "beat", None),
        ("Miami had eliminated Boston.", "eliminated", None),
        ("She praised the sailors who drowned off Kerala.", "praised", None),
    ],
)
def test_where_is_where_something_is_said_to_be(text: str, trigger: str, place: str | None) -> None:
    """A place after "in" or right after the verb comes before others, and a country is not where it acts."""
    found = event(text, trigger).place
    assert (found and found.name) == place


def test_who_acts_is_not_where() -> None:
    """A place that does something itself is not where what hangs on it happens, one that undergoes it is."""
    assert event("Russia expelled two spies accused of theft.", "accused").place is None
    found = event("Mosul was bombed.", "bombed").place
    assert found is not None
    assert found.name == "Mosul"


def test_time_of_the_sentence_before() -> None:
    """An event without a time takes that of the sentence before; what has happened by now does not."""
    text = "The bridge collapsed on Monday. Two people died. Hundreds have been rescued."
    died = event(text, "died")
    assert died.time is not None
    assert died.time.value == "2021-03-15"
    assert event(text, "rescued").time is None


@pytest.mark.parametrize(
    "text",
    [
        "The bridge collapsed on Monday. Police are questioning a driver.",
        "She said engineers had found cracks in February. A gate did not close.",
    ],
)
def test_time_of_the_sentence_before_is_not_taken(text: str) -> None:
    """What happens now does not happen then, and what had happened before then dates nothing after it."""
    assert read(text).events[-1].time is None


def test_time_of_the_sentence_before_is_that_of_its_event() -> None:
    """Of the times of the sentence before, the one that its first event has holds on."""
    text = "The kings met on Monday for the first time since 2017. They signed a treaty."
    signed = event(text, "signed").time
    assert signed is not None
    assert signed.value == "2021-03-15"


def test_what_is_decided_takes_no_place_from_the_sentence_before() -> None:
    """What is decided, said or paid happens where a sentence before happens no more than elsewhere."""
    text = "A shell hit a house in Odesa. A baker died. The mayor urged restraint."
    assert [str(found.place) for found in read(text).events] == ["Odesa", "Odesa", "None"]


def test_place_of_a_clause_that_and_joins_on_is_not_taken() -> None:
    """A place of another main clause says nothing of this one."""
    assert event("Two men were arrested and, along with Basra, Mosul was closed.", "arrested").place is None


def test_where_something_goes_is_not_where_the_next_happens() -> None:
    """A place in one sentence holds for the next only where something is or happens there."""
    assert event("Both were taken to a hospital in Vienna. Nobody complained.", "complained").place is None
    found = event("A fire broke out in Vienna. A roof collapsed.", "collapsed").place
    assert found is not None
    assert found.name == "Vienna"


def test_dateline_holds_for_two_paragraphs() -> None:
    """Further down the place of the dateline says nothing of where an event happens."""
    text = "VIENNA, Austria (AP) — A tram hit a wall.\n\nIt burned.\n\nThe driver fled."
    hit, burned, fled = (event(text, word).place for word in ("hit", "burned", "fled"))
    assert hit is not None
    assert burned == hit
    assert fled is None


def test_place_of_the_dateline() -> None:
    """Where the text names no place the dateline's holds."""
    found = event("VIENNA, Austria (AP) — A tram hit a wall. It caught fire.", "hit")
    assert found.place is not None
    assert found.place.name.upper().startswith("VIENNA")


def test_of_very_many_times_those_next_to_an_event_are_looked_at() -> None:
    """In a list of years without end an event has the one next to it."""
    years = ", ".join(f"in {year}" for year in range(1980, 2012))
    found = event(f"She won {years} and lost in 2019.", "won").time
    assert found is not None
    assert found.value == "1980"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On Monday he died of wounds suffered in May.", {"died": "Monday", "wounds": "May", "suffered": "May"}),
        (
            "On Monday, Carl Bond died of wounds suffered in May.",
            {"died": "Monday", "wounds": "May", "suffered": "May"},
        ),
        ("On Monday the bank paid a fine imposed in May.", {"paid": "Monday", "fine": "May", "imposed": "May"}),
    ],
)
def test_a_participle_takes_the_time_behind_it(text: str, when: dict[str, str]) -> None:
    """A noun's participle and the noun have the time that follows, the verb before it the one that opens the clause."""
    assert {e.trigger.of(text): e.time.span.of(text) for e in read(text).events if e.time} == when


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Rooney will fight in Ulm on March 29. He lost to Hale.", "lost", None),
        ("Rooney fought in Ulm on March 9. He lost to Hale.", "lost", "2021-03-09"),
        ("Monday, March 8, was cold. He lost to Hale.", "lost", "2021-03-08"),
        ("The mill would close in March, it said. Its stock fell.", "fell", None),
        ("The road was closed until March 29.", "closed", "2021-03-29"),
        ("She will sell the mill on March 29.", "sell", "2021-03-29"),
    ],
)
def test_what_has_happened_does_not_lie_ahead(text: str, trigger: str, value: str | None) -> None:
    """A day to come that is named elsewhere is not when something has happened, a day named beside it is its own."""
    found = event(text, trigger).time
    assert (found.value if found else None) == value


def test_without_a_day_of_publication_no_time_lies_ahead() -> None:
    """Where nothing tells when the article was published, no time is another's for lying ahead."""
    text = "She will reopen a mill closed in 2009."
    (found,) = (event for event in nm.parse_text(text).events if event.trigger.of(text) == "reopen")
    assert found.time is not None
