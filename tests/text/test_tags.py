"""Tags: the class of each word, from the lexicon, its ending and its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.grammar import tagset
from newsmodel.text.grammar.codes import UNKNOWN
from newsmodel.text.grammar.inflection import singulars, verb_base, verb_bases, verb_forms
from newsmodel.text.word_kinds import PLACES, word_kinds

NAMES = {value: name for name, value in vars(tagset).items() if isinstance(value, int) and value < tagset.RATHER_NOUN}


def document(text: str) -> Document:
    """Read English text."""
    return Document(text, plain_blocks(text), "en")


def tagged(text: str) -> dict[str, str]:
    """Return the tag of every word, by the word in lower case."""
    read = document(text)
    return {word: NAMES[tag] for word, tag in zip(read.words, read.tags, strict=True)}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("She saw it burning.", "burning", "ING"),
        ("Rebels attack the town at dawn.", "attack", "VERB"),
        ("The rebel attack failed.", "attack", "NOUN"),
        ("The company plans to close two mines.", "plans", "VERB_S"),
        ("It is a claim that courts have rejected.", "courts", "NOUN"),
        ("Its plans for the mine failed.", "plans", "NOUN"),
        ("She has reported the theft.", "reported", "PARTICIPLE"),
        ("She reported the theft.", "reported", "PAST"),
        ("The guards accused of fraud fled.", "accused", "PARTICIPLE"),
        ("The guards held in May told a judge.", "held", "PARTICIPLE"),
        ("The guards held in May took a mill.", "held", "PARTICIPLE"),
        ("The guards said in May sales fell.", "said", "PAST"),
        ("The mayor said that the injured were guards.", "injured", "NOUN"),
        ("Thousands marched in the town.", "marched", "PAST"),
        ("Guards warned that flooding was likely.", "flooding", "NOUN"),
        ("Dan Hale, 43, of Leeds, pleaded guilty.", "pleaded", "PAST"),
        ("Dan Hale, 43, of Leeds, arrested on Monday, was jailed.", "arrested", "PARTICIPLE"),
        ("Dan Hale, 43, the mayor, arrested on Monday, was jailed.", "arrested", "PARTICIPLE"),
        ("The stolen car was found.", "stolen", "ADJECTIVE"),
        ("The thieves were jailed by a judge.", "jailed", "PARTICIPLE"),
        ("The leading party lost.", "leading", "ADJECTIVE"),
        ("He was jailed for killing a guard.", "killing", "ING"),
        ("The killing of a guard shocked the town.", "killing", "NOUN"),
        ("He left on that day.", "that", "DETERMINER"),
        ("The man that came left.", "that", "RELATIVE"),
        ("He told reporters that talks on pay would go on.", "that", "SUBORDINATOR"),
        ("He told the guard that came in.", "that", "RELATIVE"),
        ("Guards saw her car.", "her", "POSSESSIVE"),
        ("Guards saw her.", "her", "PRONOUN"),
        ("The city's mayor spoke.", "'s", "GENITIVE"),
        ("It's raining again.", "'s", "BE"),
        ("The mayor spoke on Friday.", "friday", "DATE"),
        ("He wants to better serve the town.", "better", "ADVERB"),
        ("They went on a 9-2 run.", "run", "NOUN"),
        ("Six flee the town.", "flee", "VERB"),
        ("They met in leading Ulm bars.", "leading", "ADJECTIVE"),
        ("They were seen in leading roles.", "leading", "ADJECTIVE"),
        ("The town saw shooting.", "shooting", "NOUN"),
        ("He fell while killing a guard.", "killing", "ING"),
        ("It helped him win.", "win", "VERB"),
        ("They saw him killing guards.", "killing", "ING"),
        ("They saw him jailed.", "jailed", "PARTICIPLE"),
        ("They gave him weapons.", "weapons", "NOUN"),
        ("Rebels overrun the town.", "overrun", "VERB"),
        ("The rebel lay down.", "lay", "PAST"),
        ("The city building burned.", "building", "NOUN"),
        ("He came and fell.", "fell", "PAST"),
        ("The old and stolen cars burned.", "stolen", "ADJECTIVE"),
        ("He was tried and jailed.", "jailed", "PARTICIPLE"),
        ("In Ulm, fell a man.", "fell", "PAST"),
        ("In Ulm, flees a man.", "flees", "VERB_S"),
        ("Twelve lay in the hall.", "lay", "PAST"),
        ("Twelve lay ill.", "lay", "PAST"),
        ("The driver injured lay on the road.", "lay", "PAST"),
        ("They ran and saw it.", "saw", "PAST"),
        ("Now, rebels attack the town.", "attack", "VERB"),
        ("He left in May.", "may", "DATE"),
        ("He may leave.", "may", "MODAL"),
        ("In March the march ended.", "march", "NOUN"),
        ("They met Theresa May in Ulm.", "may", "NAME"),
        ("The feast on May Day was cold.", "may", "DATE"),
        ("The army freed the May Group.", "may", "NAME"),
        ("He shot Ann Banks last May.", "last", "ADJECTIVE"),
        ("He was jailed for killing 10-year-old Ann Banks.", "killing", "ING"),
        ("The man that police arrested fled.", "police", "NOUN"),
        ("The man whom police arrested fled.", "police", "NOUN"),
        ("The man who attacks the town fled.", "attacks", "VERB_S"),
        ("Rebels who attacked the town fled.", "rebels", "NOUN"),
        ("The officers arrested were freed.", "arrested", "PARTICIPLE"),
        ("The officers arrested in May were freed.", "arrested", "PARTICIPLE"),
        ("The man police arrested was freed.", "arrested", "PAST"),
        ("The men police arrested were freed.", "arrested", "PAST"),
        ("The bridge the army attacked was rebuilt.", "attacked", "PAST"),
        ("The bridge that the army attacked was rebuilt.", "attacked", "PAST"),
        ("The law Congress passed was dropped.", "passed", "PAST"),
        ("The news that the mayor left shocked them.", "shocked", "PAST"),
        ("Polls open at 7 and close at 8.", "open", "VERB"),
        ("Polls open at 7 and close at 8.", "close", "VERB"),
        ("The poll opens at 7 a.m. and closes at 8 p.m.", "closes", "VERB_S"),
        ("They choose between low tax and trade with Oman.", "trade", "NOUN"),
        ("It pays for 7 and trade in arms.", "trade", "NOUN"),
        ("Costs rose, and Mr. Hale, the chief, signaled more cuts.", "signaled", "PAST"),
        ("Costs rose, and the chief, Dan Hale, resigned.", "resigned", "PAST"),
        ("The chief, Dan Hale, arrested in May, was freed.", "arrested", "PARTICIPLE"),
        ("Dan Hale, 43, died.", "died", "PAST"),
        ("Dan Hale, 43, charged with fraud, died.", "charged", "PARTICIPLE"),
        ("US troops left.", "us", "NAME"),
        ("They told us that it fell.", "us", "PRONOUN"),
        ("By the old mill at the far end of lane 7 and close at hand.", "close", "NOUN"),
        ("He met the chief, Dan Hale, arrested in May.", "arrested", "PARTICIPLE"),
        ("When it fell, he was seen injured.", "injured", "PARTICIPLE"),
        ("In Ulm, attacks a man.", "attacks", "VERB_S"),
        ("He was ill and saw it.", "saw", "PAST"),
        ("The army officers arrested were freed.", "arrested", "PARTICIPLE"),
        ("The raid left wounded men.", "wounded", "ADJECTIVE"),
        ("He broke the shot glass.", "shot", "NOUN"),
        ("He left after training.", "training", "NOUN"),
        ("He said that oxygen ran out.", "that", "SUBORDINATOR"),
        ("The team ended a four-game losing streak.", "losing", "ADJECTIVE"),
        ("A nurse who had declined to speak openly said patients were sent home.", "said", "PAST"),
    ],
)
def test_neighbours_decide(text: str, word: str, tag: str) -> None:
    """A word that may be several things is what its neighbours make it."""
    assert tagged(text)[word] == tag


@pytest.mark.parametrize("word", ["strike", "combined", "joint", "state"])
def test_capitals_in_running_text_are_names(word: str) -> None:
    """Inside a sentence a capitalised word is part of a name, whatever it means in lower case."""
    assert tagged("He met the Combined Joint Strike State Group in May.")[word] == "NAME"


def test_a_name_opens_a_sentence_too() -> None:
    """A first word is a name where the text has it as one elsewhere, and never with a small letter."""
    assert tagged("They met Mr. Bright. Bright fled.")["bright"] == "NAME"
    assert tagged("They let a bright hall to Mr. Bright. Bright rooms cost more.")["bright"] == "ADJECTIVE"


def test_headlines_are_read_as_if_in_lower_case() -> None:
    """Where all words are capitalised a capital shows nothing, so verbs are verbs."""
    found = tagged("Police Arrest Man Over Theft of Bicycles")
    assert (found["arrest"], found["theft"], found["over"]) == ("VERB", "NOUN", "PREPOSITION")


def test_a_headline_names_its_verb_once() -> None:
    """In a headline the first word that may be the verb is it, though it may be a noun too."""
    assert tagged("Jury convicts man accused of arson")["convicts"] == "VERB_S"


def test_no_lexicon_no_tags() -> None:
    """Without a lexicon for the language nothing is told of any word."""
    text = "Le maire a parlé."
    assert set(Document(text, plain_blocks(text), None).tags) == {tagset.PUNCTUATION}


@given(
    st.text(alphabet=st.sampled_from("The ing ed killed attack, .'s\"\n3$A-é中"), max_size=80) | st.text(max_size=60)
)
def test_every_token_has_one_tag(text: str) -> None:
    """Any text has one known tag for each token, and the same on every run."""
    read = document(text)
    found = read.tags
    assert len(found) == len(read.words)
    assert set(found) <= set(NAMES)
    assert document(text).tags == found


@given(st.sampled_from(["Rebels attack the town.", "He was fired.", "Its plans failed."]), st.integers(1, 3))
def test_what_stands_before_changes_nothing(text: str, count: int) -> None:
    """Paragraphs put in front of a text leave its tags as they were, where they name no word of it."""
    alone, behind = document(text).tags, document("The talks have ended.\n\n" * count + text).tags
    assert behind[-len(alone) :] == alone


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("stop", {"stops", "stopped", "stopping"}),
        ("try", {"tries", "tried", "trying"}),
        ("die", {"dies", "died", "dying"}),
        ("panic", {"panics", "panicked", "panicking"}),
        ("release", {"releases", "released", "releasing"}),
        ("crash", {"crashes", "crashed", "crashing"}),
        ("travel", {"travelled", "traveling", "traveled", "travelling"}),
    ],
)
def test_regular_inflection(base: str, forms: set[str]) -> None:
    """Regular verbs are inflected as English spelling has it, in both spellings where usage is divided."""
    made = verb_forms(base)
    assert forms <= {*made.third, *made.past, *made.participle, *made.ing}


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("fled", "flee"),
        ("shot", "shoot"),
        ("torn", "tear"),
        ("dying", "die"),
        ("re-arrested", "re-arrest"),
        ("re-zorped", "re-zorp"),
        ("re-fled", "re-flee"),
    ],
)
def test_way_back_to_the_base(form: str, base: str) -> None:
    """Every form leads back to its base, irregular ones and unknown compounds too."""
    assert verb_base(form, verb_bases("en")) == base


def test_singulars() -> None:
    """The forms that may be the singular of a noun hold the right one."""
    assert "inquiry" in singulars("inquiries")
    assert "crisis" in singulars("crises")
    assert "policeman" in singulars("policemen")
    assert singulars("loss") == ("loss",)


def test_the_kinds_of_words_fit_into_a_byte() -> None:
    """The lexicon has no more kinds of words than a byte can tell apart, and a text of all its words can be read."""
    known = word_kinds("en")
    assert max(known.kinds.values()) < 256
    assert {*known.of(known.kinds)} == {*known.kinds.values()}


def test_a_word_that_nobody_looks_for_is_of_no_kind() -> None:
    """A word that neither the tagger nor a step knows is of the kind whose tags are guessed."""
    known = word_kinds("en")
    assert known.of(["zyzzyvas"]) == bytes([UNKNOWN])
    assert document("He saw two zyzzyvas.").sought(PLACES) == []
    assert document("He flew to Oslo.").sought(PLACES) == [2, 3]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Preston host Leeds on Saturday.", "host", "VERB"),
        ("On Sunday, England face Italy in Rome.", "face", "VERB"),
        ("Globex plan a new plant, and Ulm want the jobs.", "plan", "VERB"),
        ("Jane Roe said that Villa host Leeds on Saturday.", "host", "NOUN"),
        ("BBC host Jane Roe, 43, was there.", "host", "NOUN"),
        ("Hale met the BBC host Jane Roe on Saturday.", "host", "NOUN"),
        ("The mayor met Villa host Leeds on Saturday.", "host", "NOUN"),
        ("A driver who witnesses say ran a red light fled.", "witnesses", "NOUN"),
        ("The man who police say had left was found.", "police", "NOUN"),
        ("Those who police the roads left.", "police", "VERB"),
    ],
)
def test_plural_subjects(text: str, word: str, tag: str) -> None:
    """A name that opens its clause may be a team's, and people who say may stand between "who" and its verb."""
    assert tagged(text)[word] == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Somebody's dog barked.", "GENITIVE"),
        ("Somebody's old car was there.", "GENITIVE"),
        ("Somebody's report said so.", "GENITIVE"),
        ("Everyone's happy.", "BE"),
        ("Someone's been here.", "BE"),
        ("Everybody's going home.", "BE"),
        ("She's nobody.", "BE"),
    ],
)
def test_whose_or_is(text: str, tag: str) -> None:
    """After "somebody" an "'s" before a noun tells whose, before anything else it is short for a verb."""
    assert tagged(text)["'s"] == tag


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("He met the man who witnesses", "witnesses", "VERB_S"),
        ("She is the nurse whom police\n\nsay left", "police", "VERB"),
        ("Fire kills Al Hale\n\n, 43, of Leeds, arrested", "arrested", "PARTICIPLE"),
        ("A report filed in April said", "filed", "PAST"),
    ],
)
def test_where_a_block_ends(text: str, word: str, tag: str) -> None:
    """What stands beyond the end or the start of the block has no say."""
    assert tagged(text)[word] == tag
