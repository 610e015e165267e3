"""Participants: who does an event, whom it befalls, how many they are and which speakers."""

import pytest

import newsmodel as nm
from newsmodel.model import Bound, Participant, Role


def participants(text: str, trigger: str) -> tuple[Participant, ...]:
    """Return the participants of the event that *trigger* names."""
    (found,) = (event for event in nm.parse_text(text).events if event.trigger.of(text) == trigger)
    return found.participants


def roles(text: str, trigger: str) -> dict[str, str]:
    """Return the role of each participant by its words."""
    return {participant.span.of(text): participant.role.value for participant in participants(text, trigger)}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels attacked the port.", "attacked", {"Rebels": "agent", "the port": "patient"}),
        ("The port was attacked by rebels.", "attacked", {"The port": "patient", "rebels": "agent"}),
        ("A man killed in the crash was a nurse.", "killed", {"A man": "patient"}),
        ("Rebels hit a port\n\nOf the ships, two sank.", "hit", {"Rebels": "agent", "a port": "patient"}),
        ("Rebels hit a port\n\n, 34.", "hit", {"Rebels": "agent", "a port": "patient"}),
        ("The nurse who died was old.", "died", {"The nurse": "patient"}),
        ("Dan Hale, 43, who fled, was caught.", "fled", {"Dan Hale, 43": "agent"}),
        ("Police arrest Dan Hale\n\nWho killed the nurse is not known.", "killed", {"the nurse": "patient"}),
        ("The cup was won by Oman by 12 runs.", "won", {"The cup": "patient", "Oman": "agent"}),
        ("In Oman two guards were killed.", "killed", {"two guards": "patient"}),
        ("Oman two days later attacked a port.", "attacked", {"Oman": "agent", "a port": "patient"}),
        ("Police said the coach, which was late, veered left.", "veered", {"the coach": "patient"}),
        ("The clerk was cleared of money laundering.", "cleared", {"The clerk": "patient"}),
        ("Dan Hale, 43, of Leeds, fled.", "fled", {"Dan Hale, 43": "agent"}),
        ("Roads were blocked in Ulm and schools closed.", "closed", {"schools": "agent"}),
        ("After a man from Leeds and a nurse died, it rained.", "died", {"a man": "patient", "a nurse": "patient"}),
        ("The firm took a charge of $2 million.", "charge", {"The firm": "agent", "$2 million": "other"}),
        ("The men accused of fraud fled.", "accused", {"The men": "patient"}),
        ("The men accused of fraud fled.", "fraud", {"The men": "agent"}),
        ("The men charged with the raid denied it.", "charged", {"The men": "patient"}),
        ("After the crash, the injured were taken to a camp.", "taken", {"the injured": "patient"}),
        ("Police chased the thief and arrested him.", "arrested", {"Police": "agent", "him": "patient"}),
        ("Judges told the firm to pay a fine.", "pay", {"the firm": "agent", "a fine": "patient"}),
        ("The firm, a maker of toys, quit.", "quit", {"The firm, a maker of toys": "agent"}),
        ("Anna Berg (38) fled.", "fled", {"Anna Berg": "agent"}),
        ("The army and the police fled.", "fled", {"The army": "agent", "the police": "agent"}),
        ("The mayor's resignation came late.", "resignation", {"The mayor": "agent"}),
        ("The company's purchase of a mill failed.", "purchase", {"The company": "agent", "a mill": "patient"}),
        ("The killing of a guard by rebels began the war.", "killing", {"a guard": "patient", "rebels": "agent"}),
        ("Police made an arrest.", "arrest", {"Police": "agent"}),
        ("Two drivers suffered serious injuries.", "injuries", {"Two drivers": "patient"}),
        ("The mayor met with teachers.", "met", {"The mayor": "agent", "teachers": "other"}),
        ("A bomb hit, killing more than 30 men.", "killing", {"A bomb": "agent", "more than 30 men": "patient"}),
        ("Mia Holt, who led the Weavers, died.", "died", {"Mia Holt": "patient"}),
        ("A baker whose van was stolen lost his shop.", "lost", {"A baker": "agent", "his shop": "patient"}),
        ("The guards whose mill closed protested.", "protested", {"The guards": "agent"}),
        ("The bank that owns the mill closed it.", "closed", {"The bank": "agent", "it": "patient"}),
        ("The thief that the guards chased was arrested.", "arrested", {"The thief": "patient"}),
        ("Nurses at the ward where he died were fired.", "fired", {"Nurses": "patient"}),
        ("A nurse who said that the mill was sold has quit.", "quit", {"A nurse": "agent"}),
        ("A boy who fled after the raid began was arrested.", "arrested", {"A boy": "patient"}),
        ("A boy who fell and broke an arm has sued Oman.", "sued", {"A boy": "agent", "Oman": "patient"}),
        ("A thief who hit a nurse told a court he fled.", "fled", {"he": "agent"}),
        ("It has two guards who hit a man called a thief.", "hit", {"two guards": "agent", "a man": "patient"}),
        ("Mia Holt, who first won in 1998, beat Al Reed.", "beat", {"Mia Holt": "agent", "Al Reed": "patient"}),
        ("The court on Monday fined the firm.", "fined", {"The court": "agent", "the firm": "patient"}),
        ("Harwell lost 98-91 to Denton.", "lost", {"Harwell": "agent", "Denton": "other"}),
        ("Shares rose 4 percent.", "rose", {"Shares": "agent"}),
        ("As rebels attacked the port, ships left.", "attacked", {"rebels": "agent", "the port": "patient"}),
        ("Ministers from Iran and Oman met.", "met", {"Ministers": "agent"}),
        ("A man from Leeds and a nurse from Hull died.", "died", {"A man": "patient", "a nurse": "patient"}),
        ("Mia Holt, the soprano who sang for years, died.", "died", {"Mia Holt": "patient"}),
        ("Mia Holt, who helped build a mill, has died.", "died", {"Mia Holt": "patient"}),
        ("They passed a bill on Monday that abolishes fees.", "abolishes", {"a bill": "agent", "fees": "patient"}),
        ("He fired a gun at guards.", "fired", {"He": "agent", "a gun": "patient", "guards": "patient"}),
        ("Two guards were killed by a mine and 20 others were hurt.", "hurt", {"20 others": "patient"}),
        ("Two men were hurt and one was killed.", "killed", {"one": "patient"}),
        ("It cut jobs and its chief, Mia Holt, has left.", "cut", {"It": "agent", "jobs": "patient"}),
        ("A boat capsized off Oman.", "capsized", {"A boat": "patient"}),
        ("No group claimed the attack.", "attack", {}),
        ("Berlin, which opposes the plan, abstained.", "abstained", {"Berlin": "agent"}),
        ("The bank, which failed in May, was sold.", "sold", {"The bank": "patient"}),
        ("The man, who was a baker in Leeds, was arrested.", "arrested", {"The man": "patient"}),
        ("The man, who has two sons, will resign.", "resign", {"The man": "agent"}),
        ("A raid killed two guards and hurt 20 others.", "hurt", {"A raid": "agent", "20 others": "patient"}),
        ("Harwell City beat Denton Rovers 2-1.", "beat", {"Harwell City": "agent", "Denton Rovers": "patient"}),
        ("Six inches of rain fell.", "fell", {"Six inches of rain": "agent"}),
        ("The boy fell 12 feet.", "fell", {"The boy": "agent"}),
        ("Denton won by 12 points.", "won", {"Denton": "agent"}),
        ("A jury found the clerk guilty.", "guilty", {"the clerk": "patient"}),
        ("The blaze left 12 men dead.", "dead", {"12 men": "patient"}),
        ("Two dead after ferry sinks", "dead", {"Two": "patient"}),
        ("A hiker found the wounded deputy.", "wounded", {"deputy": "patient"}),
        ("A boy was found dead.", "found", {"A boy": "patient"}),
        ("The court jailed him for two years for killing a guard.", "killing", {"him": "agent", "a guard": "patient"}),
        ("Ties keep the firms from leaving.", "leaving", {"the firms": "agent"}),
        ("Police barred the crowd from leaving.", "leaving", {"the crowd": "agent"}),
        ("Police arrested a man on suspicion of murder.", "murder", {"a man": "agent"}),
        ("The mayor was charged with fraud.", "fraud", {"The mayor": "agent"}),
        ("The minister condemned the killing of a guard.", "killing", {"a guard": "patient"}),
        ("The minister denied the accusation.", "accusation", {"The minister": "patient"}),
        ("The man that police arrested fled.", "arrested", {"The man": "patient", "police": "agent"}),
        ("The man police arrested was freed.", "arrested", {"The man": "patient", "police": "agent"}),
        ("The man whom police arrested in May fled.", "arrested", {"The man": "patient", "police": "agent"}),
        ("The law Congress passed in May was dropped.", "passed", {"The law": "patient", "Congress": "agent"}),
        ("The bridge the army hit was rebuilt.", "hit", {"The bridge": "patient", "the army": "agent"}),
        ("The bridge the army hit was rebuilt.", "rebuilt", {"The bridge": "patient"}),
        ("The bridge the army never hit was rebuilt.", "hit", {"The bridge": "patient", "the army": "agent"}),
        ("The bank, which Dan Hale bought, failed.", "bought", {"The bank": "patient", "Dan Hale": "agent"}),
        ("He sold the house he bought in 2010.", "bought", {"the house": "patient", "he": "agent"}),
        ("They chose the bill the House passed last week.", "passed", {"the bill": "patient", "the House": "agent"}),
        ("The plan that the town voted for failed.", "voted", {"the town": "agent"}),
        ("The town where the man died is small.", "died", {"the man": "patient"}),
        ("The day the army won was cold.", "won", {"the army": "agent"}),
        ("The news that the mayor won shocked them.", "won", {"the mayor": "agent"}),
        ("He said in a note to guards that the army won.", "won", {"the army": "agent"}),
        ("He told the guards the army won.", "won", {"the army": "agent"}),
        ("A boy whose dog won left.", "won", {"whose dog": "agent"}),
        ("Sales fell, and the chief, Dan Hale, quit.", "quit", {"the chief, Dan Hale": "agent"}),
        ("Costs, not wages, as unions say, fell.", "fell", {"Costs": "patient"}),
        ("Costs — not wages, as unions say — hurt it.", "hurt", {"Costs": "agent", "it": "patient"}),
        ("The firm — which grew in May — was sold.", "sold", {"The firm": "patient"}),
        ("Dan Hale, 43, of Leeds, was jailed.", "jailed", {"Dan Hale, 43": "patient"}),
        ("On Monday, Dan Hale, 43, was jailed.", "jailed", {"Dan Hale, 43": "patient"}),
        ("When he left, Ann Hale, of Leeds, was jailed.", "jailed", {"Ann Hale": "patient"}),
        ("Dan Hale, arrested in May, was freed.", "freed", {"Dan Hale": "patient"}),
        ("The money, unions said, flowed to Oman.", "flowed", {"The money": "agent"}),
        ("Dan Hale, 43, died.", "died", {"Dan Hale, 43": "patient"}),
        ("The bank, which failed, moved, and the men, who left, died.", "moved", {"The bank": "agent"}),
        ("They survived a March storm.", "survived", {"They": "agent", "a March storm": "patient"}),
        ("Storm kills 12, thousands flee homes", "flee", {"thousands": "agent"}),
        ("An earthquake killed 12 miners.", "killed", {"An earthquake": "agent", "12 miners": "patient"}),
        ("Police shot a man leaving a bar.", "leaving", {"a man": "agent"}),
        ("Guards saw him leaving.", "leaving", {"him": "agent"}),
        ("The minister visited the plant.", "visited", {"The minister": "agent", "the plant": "patient"}),
        ("Three arrests were made by police.", "arrests", {"police": "agent"}),
        ("The army faced criticism from monks.", "criticism", {"The army": "patient", "monks": "agent"}),
        ("The plan drew criticism from monks.", "criticism", {"The plan": "patient", "monks": "agent"}),
        ("Troops wrecked drones launched by Oman.", "launched", {"drones": "patient", "Oman": "agent"}),
        ("Unions refused an offer from a rival.", "offer", {"a rival": "agent"}),
        ("The win over Valencia was late.", "win", {"Valencia": "other"}),
        ("The breach of trust was cruel.", "breach", {"trust": "patient"}),
        ("Troops lost an outpost linked to a mine.", "linked", {"an outpost": "patient", "a mine": "other"}),
        ("Troops shot down drones launched by Oman.", "launched", {"drones": "patient", "Oman": "agent"}),
        ("The court convicted the clerk of fraud.", "convicted", {"The court": "agent", "the clerk": "patient"}),
        ("Jokic had 28 points and was named captain.", "named", {"Jokic": "patient", "captain": "other"}),
        ("A van was stolen by monks and given to nuns.", "stolen", {"A van": "patient", "monks": "agent"}),
        ("They met for the first time.", "met", {"They": "agent"}),
        ("The nun was found dead.", "dead", {"The nun": "patient"}),
        ("He was held over the deaths of two nuns.", "held", {"He": "patient"}),
        ("One of them broke a leg.", "broke", {"One of them": "agent", "a leg": "patient"}),
        ("He had a tooth removed.", "removed", {"a tooth": "patient"}),
        ("The departure from Oman was late.", "departure", {}),
        ("The nun is pregnant.", "pregnant", {"The nun": "patient"}),
        ("The Omani invasion failed.", "invasion", {"Omani": "other"}),
        ("Both were taken to a hospital.", "taken", {"Both": "patient"}),
        ("A climber died on Mount Rainier.", "died", {"A climber": "patient"}),
        ("They agreed on talks on Oman.", "talks", {"They": "agent", "Oman": "patient"}),
        ("She wept for men killed by rebels.", "killed", {"men": "patient", "rebels": "agent"}),
        ("Senators passed a bill Thursday that would ban bags.", "ban", {"a bill": "agent", "bags": "patient"}),
        ("The senate voted to pass the bill.", "pass", {"The senate": "agent", "the bill": "patient"}),
        ("She was born in Hull, the child of a miner.", "born", {"She": "patient"}),
        ("A ferry sank off the coast of Oman.", "sank", {"A ferry": "patient"}),
        ("Some 60% of voters backed him.", "backed", {"Some 60% of voters": "agent", "him": "patient"}),
    ],
)  # fmt: skip
def test_roles(text: str, trigger: str, expected: dict[str, str]) -> None:
    """Position, voice, "by", "of", relative clauses, shared subjects, appositions and owners give the roles."""
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "count", "bound"),
    [
        ("Twelve miners died.", 12, Bound.EXACT),
        ("At least 12 miners died.", 12, Bound.AT_LEAST),
        ("2000 miners died.", 2000, Bound.EXACT),
        ("More than 1,000 miners died.", 1000, Bound.AT_LEAST),
        ("Up to 50 miners died.", 50, Bound.AT_MOST),
        ("About two dozen miners died.", 24, Bound.ABOUT),
        ("Dozens of miners died.", 24, Bound.ABOUT),
        ("Nearly 4 million miners died.", 4_000_000, Bound.ABOUT),
        ("No miners died.", 0, Bound.EXACT),
        ("Nobody died.", 0, Bound.EXACT),
        ("At least 20 others died.", 20, Bound.AT_LEAST),
        ("Dozens of others died.", 24, Bound.ABOUT),
        ("The miners died.", None, None),
    ],
)
def test_counts(text: str, count: int | None, bound: Bound | None) -> None:
    """How many take part, and how the number is meant, is read from the phrase."""
    (found,) = participants(text, "died")
    assert (found.count, found.bound) == (count, bound)


@pytest.mark.parametrize(
    "text",
    [
        "The 1998 vote changed the town.",
        "The firm paid $5 million.",
        "Some 60% of voters voted.",
        "Profit fell 5%.",
        "Anna Berg, 34, died.",
        "Denton beat Harwell 2-1.",
    ],
)
def test_years_money_shares_ages_and_scores_count_nobody(text: str) -> None:
    """A year, a sum of money, a share, an age or a score is no count of participants."""
    assert all(found.count is None for event in nm.parse_text(text).events for found in event.participants)


def test_speakers_are_linked() -> None:
    """A participant that is a mention of a speaker is that speaker of the article."""
    text = "Maria Lopez resigned on Monday. \u201cI am tired,\u201d Lopez said."
    article = nm.parse_text(text)
    (found,) = article.events[0].participants
    assert found.role is Role.AGENT
    assert found.speaker is article.speakers[0]
