"""Events: which words name one, of what kind, and how it is told."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.model import Modality, Polarity

PUBLISHED = dt.date(2021, 3, 18)


def read(text: str) -> nm.Article:
    """Annotate text published on a Thursday."""
    return nm.parse_text(text, published=PUBLISHED)


def triggers(text: str) -> list[str]:
    """Return the words that name events."""
    article = read(text)
    return [event.trigger.of(text) for event in article.events]


def event(text: str, trigger: str) -> nm.Event:
    """Return the event that *trigger* names."""
    (found,) = (event for event in read(text).events if event.trigger.of(text) == trigger)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed two guards and fled.", ["killed", "fled"]),
        ("The earthquake destroyed a bridge.", ["earthquake", "destroyed"]),
        ("The minister stepped down after the vote.", ["stepped down", "vote"]),
        ("Two nurses went on a hunger strike.", ["hunger strike"]),
        ("The firm made an offer for the airline.", ["offer"]),
        ("The suspect was taken into custody.", ["taken into custody"]),
        ("His party met on Monday.", ["met"]),
        ("The exit polls were wrong, and she won.", ["won"]),
        ("The maker posted a net loss.", ["loss"]),
        ("The guilty plea surprised the judge.", ["guilty plea", "surprised"]),
        ("The blaze left 12 men dead.", ["blaze", "dead"]),
        ("The firm wants to lay off 300 miners.", ["lay off"]),
        ("The witness shook his head.", []),
        ("The dead are many.", []),
        ("The chase by the police ended.", ["chase"]),
        ("It rained during the chase.", ["rained", "chase"]),
        ("He likes the chase.", []),
        ("Banks make three", ["make"]),
        ("The strike was called off.", ["strike", "called off"]),
        ("Talks were held.", ["Talks"]),
        ("They were challenging the law.", ["challenging"]),
        ("It was the heat wave of May.", ["heat wave"]),
    ],
)
def test_what_names_an_event(text: str, expected: list[str]) -> None:
    """Verbs, event nouns and words that belong together name events; light verbs leave it to their noun."""
    assert triggers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He said that she believes him.",
        "The mayor declared that she is ill.",
        "He has 12 points and 11 rebounds.",
        "He has 12 assists, and 11 rebounds tell of it.",
        "The families of the deceased are here.",
        "The result was disappointing.",
        "It has close ties with them.",
        "It is worrying for them.",
        "The death toll is 12.",
        "Pay attention.",
        "It is ahead by three votes.",
        "The stolen car is red.",
        "The leading candidate has two sons.",
        "Members of the Fighting Strike Force and the Attack State are here.",
        "It is five years old and weighs a ton.",
        "It was the first half of March.",
        "It was a noise like a rifle shot, and loud.",
        "Downing Street is here.",
        "\u201cNo,\u201d said Carl Lynch. Lynch is here.",
    ],
)
def test_what_names_none(text: str) -> None:
    """Reports, states, participles before nouns, names and measures are no events."""
    assert triggers(text) == []


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The army fired a missile at the port.", "fired", nm.EventKind.ATTACK),
        ("The board fired the manager of the shop.", "fired", nm.EventKind.LEAVE),
        ("A fire broke out in a warehouse.", "fire", nm.EventKind.ACCIDENT),
        ("Police released the hostage unharmed.", "released", nm.EventKind.RELEASE),
        ("The band released a new album.", "released", nm.EventKind.LAUNCH),
        ("The union called a four-day strike.", "strike", nm.EventKind.PROTEST),
        ("Shares fell sharply.", "fell", nm.EventKind.ECONOMY),
        ("The court dismissed the lawsuit.", "dismissed", nm.EventKind.TRIAL),
        ("She was elected mayor.", "elected", nm.EventKind.ELECTION),
        ("The two leaders met in Vienna.", "met", nm.EventKind.MEET),
        ("Nobody knew why he juggled.", "juggled", nm.EventKind.OTHER),
        ("Harwell City beat Denton Rovers 2-1.", "beat", nm.EventKind.CONTEST),
        ("She beat the incumbent.", "beat", nm.EventKind.ELECTION),
        ("Harwell City beat Denton Rovers on Sunday.", "beat", nm.EventKind.CONTEST),
        ("Police beat a man.", "beat", nm.EventKind.ATTACK),
        ("Two men beat the women.", "beat", nm.EventKind.ATTACK),
        ("A landslide closed the pass.", "landslide", nm.EventKind.NATURAL),
        ("The party won by a landslide.", "landslide", nm.EventKind.ELECTION),
        ("Mud buried a stretch of road.", "buried", nm.EventKind.OTHER),
        ("The family buried the child.", "buried", nm.EventKind.DIE),
        ("The violinist died.", "died", nm.EventKind.DIE),
        ("A man was held after the raid.", "held", nm.EventKind.OTHER),
        ("Man Held Over Murder of Schoolgirl", "Held", nm.EventKind.ARREST),
        ("A phone can be charged in an hour.", "charged", nm.EventKind.OTHER),
        ("Profit climbed in May.", "climbed", nm.EventKind.ECONOMY),
        ("She defeated the incumbent.", "defeated", nm.EventKind.ELECTION),
        ("A helicopter search found nobody.", "search", nm.EventKind.RESCUE),
        ("Biologists discovered a frog species.", "discovered", nm.EventKind.OTHER),
        ("A judge blocked the rule.", "blocked", nm.EventKind.DECIDE),
        ("Teachers walked off the job.", "walked off", nm.EventKind.PROTEST),
        ("Two climbers went missing.", "went missing", nm.EventKind.OTHER),
        ("A man blew himself up.", "blew", nm.EventKind.ATTACK),
        ("The yard laid off 20 welders.", "laid off", nm.EventKind.LEAVE),
        ("Talks collapsed.", "collapsed", nm.EventKind.OTHER),
        ("He was arrested for tax evasion.", "tax evasion", nm.EventKind.CRIME),
        ("He spent Friday in a shelter.", "spent", nm.EventKind.OTHER),
        ("He spent $20 on soup.", "spent", nm.EventKind.MONEY),
        ("Volunteers cleared the lane of snow.", "cleared", nm.EventKind.OTHER),
        ("Troops cleared the village of militants.", "cleared", nm.EventKind.MILITARY),
        ("The committee voted to close the school.", "voted", nm.EventKind.DECIDE),
        ("Three in four islanders voted on Sunday.", "voted", nm.EventKind.ELECTION),
        ("A tree fell on his car.", "fell", nm.EventKind.OTHER),
        ("Shares of the old maker of small toys fell.", "fell", nm.EventKind.ECONOMY),
        ("The mill cut 300 jobs.", "cut", nm.EventKind.LEAVE),
        ("The mill cut prices.", "cut", nm.EventKind.ECONOMY),
        ("The senate passed the bill.", "passed", nm.EventKind.DECIDE),
        ("The bill died in committee.", "died", nm.EventKind.OTHER),
        ("Senators introduced a bill.", "introduced", nm.EventKind.DEMAND),
        ("The governor signed the bill.", "signed", nm.EventKind.DECIDE),
        ("They fight for every job.", "fight", nm.EventKind.OTHER),
        ("Troops fight rebels.", "fight", nm.EventKind.ATTACK),
        ("The brothers fight over money.", "fight", nm.EventKind.DISPUTE),
        ("The governor declared a state of emergency.", "declared", nm.EventKind.DECIDE),
        ("Doctors pronounced him dead.", "pronounced", nm.EventKind.DIE),
        ("She was born in Kiruna.", "born", nm.EventKind.FAMILY),
        ("The firm will recall 300 cars.", "recall", nm.EventKind.LAUNCH),
        ("Guards fired on the crowd.", "fired on", nm.EventKind.ATTACK),
        ("Beat it.", "Beat", nm.EventKind.CONTEST),
        ("The hikers were saved after an operation with helicopters.", "operation", nm.EventKind.RESCUE),
        ("The bank placed its chief on leave.", "placed", nm.EventKind.OTHER),
        ("The chief was placed on leave.", "placed on leave", nm.EventKind.LEAVE),
        ("Helicopters poured water on the fire.", "fire", nm.EventKind.ACCIDENT),
        ("Coach Javier Ruiz Ortega Hill has been fired.", "fired", nm.EventKind.LEAVE),
        ("The clerk was cleared of money laundering.", "money laundering", nm.EventKind.CRIME),
        ("A striker was signed from Lyon.", "signed from", nm.EventKind.HIRE),
        ("Unions criticised the plan.", "criticised", nm.EventKind.DISPUTE),
        ("Neves, a former minister, beat Carlos Veiga.", "beat", nm.EventKind.ELECTION),
        ("The party lost its majority.", "lost", nm.EventKind.ELECTION),
        ("Tourism collapsed.", "collapsed", nm.EventKind.ECONOMY),
        ("Firefighters tackled the blaze.", "tackled", nm.EventKind.RESCUE),
        ("They tackled the question.", "tackled", nm.EventKind.OTHER),
        ("She will release her third album.", "release", nm.EventKind.LAUNCH),
        ("Landslides cut off three villages.", "cut off", nm.EventKind.NATURAL),
        ("Guards hurled stones at cars.", "hurled", nm.EventKind.ATTACK),
        ("The law, passed by the house, failed.", "passed", nm.EventKind.DECIDE),
        ("Klitz stopped Thompson in the sixth round.", "stopped", nm.EventKind.CONTEST),
        ("The court will hear the case.", "hear", nm.EventKind.TRIAL),
        ("The firm recalled 300 vials of insulin.", "recalled", nm.EventKind.LAUNCH),
        ("It was the eighth red card.", "red card", nm.EventKind.CONTEST),
        ("Dan Hale was fired in May.", "fired", nm.EventKind.LEAVE),
        ("She was released in May.", "released", nm.EventKind.RELEASE),
        ("The gun was fired in May.", "fired", nm.EventKind.ATTACK),
        ("Labour won the by-election.", "won", nm.EventKind.ELECTION),
        ("Israel reimposed blockades.", "blockades", nm.EventKind.COERCE),
        ("He left during the mediation mission.", "mission", nm.EventKind.MEET),
        ("Two boys were pulled alive from the rubble.", "pulled", nm.EventKind.RESCUE),
    ],
)
def test_kind(text: str, trigger: str, kind: nm.EventKind) -> None:
    """The kind is the trigger's own, unless the words around it say otherwise."""
    assert event(text, trigger).kind is kind


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The rebels did not attack the town.", "attack", Polarity.NEGATIVE),
        ("Police made no arrests.", "arrests", Polarity.NEGATIVE),
        ("No one was injured.", "injured", Polarity.NEGATIVE),
        ("The mayor refused to resign.", "resign", Polarity.NEGATIVE),
        ("The mine promised not to cut jobs.", "cut", Polarity.NEGATIVE),
        ("He left without paying the bill.", "paying", Polarity.NEGATIVE),
        ("The state has no intention of closing the mine.", "closing", Polarity.NEGATIVE),
        ("Police arrested the mayor.", "arrested", Polarity.POSITIVE),
        ("None of the miners died.", "died", Polarity.NEGATIVE),
        ("Most of the miners died.", "died", Polarity.POSITIVE),
        ("The mayor denied the accusation.", "accusation", Polarity.POSITIVE),
        ("The mayor denied taking a bribe.", "bribe", Polarity.NEGATIVE),
        ("The mayor denied the attack.", "attack", Polarity.NEGATIVE),
        ("There were no reports of deaths or damage.", "damage", Polarity.NEGATIVE),
        ("There was no victim of the attack.", "attack", Polarity.POSITIVE),
        ("The navy ruled out a tsunami.", "tsunami", Polarity.NEGATIVE),
        ("The strike was called off.", "strike", Polarity.NEGATIVE),
        ("No deaths were reported.", "deaths", Polarity.NEGATIVE),
        ("The charges were denied.", "charges", Polarity.POSITIVE),
        ("He did not survive the attack.", "attack", Polarity.POSITIVE),
        ("No deaths or injuries.", "injuries", Polarity.NEGATIVE),
    ],
)
def test_polarity(text: str, trigger: str, polarity: Polarity) -> None:
    """What is said not to be so is NEGATIVE, by the verb group, the subject, the noun or the word it hangs on."""
    assert event(text, trigger).polarity is polarity


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The airline will buy ten jets.", "buy", Modality.PLANNED),
        ("The airline plans to buy ten jets.", "buy", Modality.PLANNED),
        ("Their intent is to capture the port.", "capture", Modality.PLANNED),
        ("There are plans for foreign troops to withdraw.", "withdraw", Modality.PLANNED),
        ("The union vowed to strike.", "strike", Modality.PLANNED),
        ("Airline to Buy Ten Jets", "Buy", Modality.PLANNED),
        ("The minister demanded that the board resign.", "resign", Modality.PLANNED),
        ("The airline could buy ten jets.", "buy", Modality.HYPOTHETICAL),
        ("If they attack the port, ships will leave.", "attack", Modality.HYPOTHETICAL),
        ("The airline bought ten jets.", "bought", Modality.ASSERTED),
        ("The mill will close in May and cut 300 jobs.", "cut", Modality.PLANNED),
        ("She has until May to sign it.", "sign", Modality.HYPOTHETICAL),
        ("He was about to leave.", "leave", Modality.PLANNED),
        ("He came over to help.", "help", Modality.ASSERTED),
        ("Leave the town.", "Leave", Modality.ASSERTED),
        ("They quickly left.", "left", Modality.ASSERTED),
        ("Alone and wounded, he fled.", "wounded", Modality.ASSERTED),
        ("Despite a plan she won by beating the mayor.", "beating", Modality.ASSERTED),
        ("Talks will be held in May.", "Talks", Modality.PLANNED),
        ("The vote is expected in May.", "vote", Modality.PLANNED),
        ("They will discuss the attack.", "attack", Modality.ASSERTED),
        ("Lopez said she would resign in June.", "resign", Modality.PLANNED),
        ("Lopez said she would resign if the vote fails.", "resign", Modality.PLANNED),
        ("Lopez said that if the vote failed she would resign.", "resign", Modality.HYPOTHETICAL),
    ],
)
def test_modality(text: str, trigger: str, modality: Modality) -> None:
    """What is intended or coming is PLANNED, what may be is HYPOTHETICAL, the rest is ASSERTED."""
    assert event(text, trigger).modality is modality


def test_reported_by_is_the_quote_that_is_open() -> None:
    """A quote that ended before the event does not tell it."""
    quote = event("\u201cIt is late,\u201d Al Reed said. \u201cThey fled,\u201d Mia Holt said.", "fled").reported_by
    assert quote is not None
    assert quote.text == "They fled,"


def test_reported_by_is_the_quote_around() -> None:
    """An event told inside a quote, indirect ones too, says by which; the others say none."""
    text = "The bridge collapsed. Two people died, the mayor said."
    assert event(text, "collapsed").reported_by is None
    quote = event(text, "died").reported_by
    assert quote is not None
    assert "died" in quote.text


def test_the_same_event_is_told_once() -> None:
    """Two tellings with the same trigger, time and participants are one event, the first."""
    sentence = "The army attacked the port on Monday."
    assert triggers(f"{sentence} People fled. {sentence}") == ["attacked", "fled"]


def test_two_attacks_stay_two() -> None:
    """Tellings that differ in whom it befell are different events."""
    text = "The army attacked the port on Monday. The army attacked the town on Monday."
    assert triggers(text) == ["attacked", "attacked"]


def test_a_word_is_taken_as_it_was_meant_before() -> None:
    """A word that nothing near tells the kind of has the kind it had before; what falls may still be a tree."""
    assert event("Lawmakers voted to ban bags. The vote came late.", "vote").kind is nm.EventKind.DECIDE
    told = read("Shares fell. Hours later they fell again. A tree fell.").events
    assert [found.kind for found in told] == [nm.EventKind.ECONOMY, nm.EventKind.ECONOMY, nm.EventKind.OTHER]


def test_no_lexicon_no_events() -> None:
    """Text in a language without a lexicon has no events."""
    text = "Le maire de la ville a été tué par un homme qui a pris la fuite avec les autres dans la nuit."
    assert read(text).events == ()


@given(
    st.lists(
        st.sampled_from(
            ["The", "army", "killed", "attack", "of", "by", ",", "and", "who", "to", "was", "not", "12", "He", "said",
             "\u201c", "\u201d", "Monday", "if", "'s", "Iraq", ".", "(", ")", "that", "will", "the", "talks", "$",
             "5", "\n\n", "having", "no"]
        ),
        max_size=40,
    ).map(" ".join)
    | st.text(max_size=60)
)  # fmt: skip
def test_any_text_makes_a_lawful_article(text: str) -> None:
    """Any words in any order are annotated without an exception, and every event is one that the model accepts."""
    article = read(text)
    for found in article.events:
        assert attrs.evolve(found, participants=tuple(map(attrs.evolve, found.participants))) == found
        assert all(attrs.evolve(participant.span) == participant.span for participant in found.participants)
        assert found.extent.contains(found.trigger)
        assert all(found.extent.contains(participant.span) for participant in found.participants)
        assert not any(participant.span.overlaps(found.trigger) for participant in found.participants)


@given(st.sampled_from(["The army attacked the port.", "He resigned after the vote.", "No one was hurt in the crash."]))
def test_events_move_with_the_text(text: str) -> None:
    """An unrelated paragraph in front shifts the events and changes nothing else of trigger, kind and participants."""
    before = "It is late.\n\n"
    alone, moved = read(text).events, read(before + text).events
    assert [found.trigger.shift(len(before)) for found in alone] == [found.trigger for found in moved]
    assert [found.kind for found in alone] == [found.kind for found in moved]
    assert [[p.span.shift(len(before)) for p in found.participants] for found in alone] == [
        [p.span for p in found.participants] for found in moved
    ]


@pytest.mark.parametrize(
    "unit", ["attack of ", "the city's ", "killed a and ", "who was ", "big ", "no one ", "to kill ", "( "]
)
def test_sentences_without_end(unit: str) -> None:
    """A sentence of thousands of words that never closes what it opens is read like any other."""
    text = "The man " + unit * 5_000
    assert read(text).text == text


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("He promised never to attack the town.", "attack"),
        ("The rebels did not ever attack the town.", "attack"),
        ("It ended with no attack.", "attack"),
        ("He left without a fight.", "fight"),
        ("The army won without an attack on the town.", "attack"),
        ("He made no plans for an attack.", "attack"),
        ("Not plans for attack but talks.", "attack"),
        ("No one attacked, and shot.", "shot"),
    ],
)
def test_what_did_not_happen(text: str, trigger: str) -> None:
    """A negation holds for its verb, for what it hangs on, and for what is joined to it."""
    assert event(text, trigger).polarity is Polarity.NEGATIVE


def test_going_to_is_a_future_and_no_event() -> None:
    """What someone is going to do is planned; "going" itself is no event."""
    assert triggers("He is going to kill the guard.") == ["kill"]
    assert event("He is going to kill the guard.", "kill").modality is Modality.PLANNED


def test_a_third_telling_is_held_against_all_before_it() -> None:
    """An event told a third time is one, and so is one that was told after another of its kind."""
    first, other = "Rebels attacked the town on Monday.", "Guards attacked the town on Monday."
    again, unclear = "The rebels attacked the town on Monday.", "They attacked it on Monday."
    assert len(triggers(f"{first} {first} {again}")) == 1
    assert len(triggers(f"{first} {other} {again} {other}")) == 2
    assert len(triggers(f"{first} {unclear} {unclear}")) == 3


def test_a_year_before_an_event_counts_nothing() -> None:
    """The year of an event is its time, no number of those who took part."""
    found = event("In the 1998 election he won.", "election")
    assert found.participants == ()
    assert found.time is not None
    assert found.time.value == "1998"
