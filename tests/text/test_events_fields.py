"""Events of many fields of news: the words beside a verb or noun that tell what kind of thing happened."""

import datetime as dt

import pytest

import newsmodel as nm


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The judge adjourned the case till April.", "adjourned", "Justice.Trial"),
        ("The party bagged 12 of the 15 seats.", "bagged", "Politics.Election"),
        ("She bagged two gold medals in Accra.", "bagged", "Sport.Contest"),
        ("Hackers breached a hospital network in Oslo.", "breached", "Crime.Other"),
        ("The flood breached an embankment in Bihar.", "breached", "Event.Other"),
        ("She made her stage debut in Cork.", "debut", "Culture.Show"),
        ("Police dispersed the demonstrators in Lima.", "dispersed", "Conflict.Protest"),
        ("Guards exchanged fire with the mutineers.", "exchanged fire", "Conflict.Attack"),
        ("He was jailed for seven years on Thursday.", "jailed", "Justice.Verdict"),
        ("Nurses joined the strike in Leeds.", "joined", "Conflict.Protest"),
        ("Hackers leaked data of patients.", "leaked", "Crime.Other"),
        ("Two soldiers lost their lives in the ambush.", "lost", "Life.Die"),
        ("Troops neutralised 12 terrorists near Gusau.", "neutralised", "Conflict.Attack"),
        ("The player pulled out of the tournament.", "pulled out", "Sport.Contest"),
        ("Troops recovered rifles from the camp.", "recovered", "Justice.Investigate"),
        ("The court stayed the demolition of shops.", "stayed", "Politics.Decide"),
        ("A man took his girlfriend hostage in Gary.", "took", "Conflict.Attack"),
        ("Soldiers announced the takeover of the army.", "takeover", "Politics.Coerce"),
        ("Farmers began a hartal in Dhaka.", "hartal", "Conflict.Protest"),
        ("Three climbers died in a rockfall in Nepal.", "rockfall", "Disaster.Natural"),
    ],
)
def test_the_words_around_tell_the_kind(text: str, trigger: str, kind: str) -> None:
    """The kind of an event is that which the words beside its trigger tell."""
    article = nm.parse_text(text, published=dt.date(2021, 3, 18))
    assert {event.kind.value for event in article.events if event.trigger.of(text) == trigger} == {kind}
