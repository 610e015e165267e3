"""Speakers: one for each source, with what the text says of it."""

import pytest

import newsmodel as nm
from newsmodel.model import MentionKind, Speaker, SpeakerKind


def speakers(text: str) -> list[str | None]:
    """Return the name of the speaker of each quote."""
    return [quote.speaker.name if quote.speaker else None for quote in nm.parse_text(text).quotes]


def only(text: str) -> Speaker:
    """Return the one speaker of a text."""
    (speaker,) = nm.parse_text(text).speakers
    return speaker


@pytest.mark.parametrize(
    "second", ["Lopez", "Ms. Lopez", "Sen. Lopez", "Maria Lopez", "M. Lopez", "She", "The senator"]
)
def test_one_person_many_ways(second: str) -> None:
    """Last name, title and name, initial, pronoun and office mean the person named in full."""
    text = f"Sen. Maria Lopez said it rained. {second} said it poured."
    speaker = only(text)
    assert speaker.name == "Maria Lopez"
    assert (speaker.kind, speaker.honorific) == (SpeakerKind.PERSON, "Sen.")
    assert len(speaker.mentions) == 2


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ludwig van Hoek", "Van Hoek"),
        ("Joseph Hill Jr.", "Joe Hill"),
        ("Conor O'Brien", "O'Brien"),
        ("Joe “Bud” Miller", "Miller"),
        ("J. K. Hill", "Hill"),
        ("Kevin De Bruyne", "De Bruyne"),
        ("Will Hart", "Hart"),
        ("Charlie King", "King"),
        ("Charlie King", "Mr. King"),
        ("Theresa May", "Mrs. May"),
    ],
)
def test_forms_of_names(full: str, short: str) -> None:
    """Particles, suffixes, short forms, nicknames and initials are parts of one name."""
    assert speakers(f"{full} said it rained. {short} said it poured.") == [full, full]


def test_two_people_of_one_last_name() -> None:
    """Titles and gender keep apart two people of one last name."""
    text = "John Smith and his wife, Mary Smith, met. Mr. Smith said it rained. Mrs. Smith said it poured."
    assert speakers(text) == ["John Smith", "Mary Smith"]


def test_last_name_of_several_is_nobodys() -> None:
    """Where two bear a last name alike, it names nobody for sure."""
    assert speakers("Both Anna Smith and Bob Smith came. Smith said it rained.") == [None]


@pytest.mark.parametrize("source", ["Bell and Carter", "Tom Bell and Karl Carter", "The mayor and Jane Roe"])
def test_two_who_speak_together(source: str) -> None:
    """Two sources joined are a group, not the last of them."""
    speaker = only(f"{source} said it was over.")
    assert (speaker.name, speaker.kind) == (source, SpeakerKind.GROUP)


def test_pronouns_go_by_gender_and_nearness() -> None:
    """The latest name that fits in gender is meant."""
    text = "Maria Lopez met Bob Hill. “It rains,” she said. “It pours,” he said."
    assert speakers(text) == ["Maria Lopez", "Bob Hill"]


def test_pronoun_means_the_subject_right_before_it() -> None:
    """The subject of the sentence right before counts more than who spoke earlier, even if it has said nothing yet."""
    text = "“It was loud,” Tom Bell said. Karl Carter came home late on Monday. “It was cold,” he said."
    assert speakers(text) == ["Tom Bell", "Karl Carter"]


def test_gender_from_the_text() -> None:
    """Kinship, role and courtesy titles tell the gender of a name that does not."""
    text = "Robin Vale, a businesswoman, met Kim Hart. “It rains,” she said."
    assert speakers(text) == ["Robin Vale"]


def test_no_evidence_no_speaker() -> None:
    """A wrong name is worse than none."""
    assert speakers("“It rains,” he said.") == [None]
    assert speakers("Maria Lopez slept. “It rains,” he said.") == [None]


def test_name_after_the_description() -> None:
    """A description in the first paragraph may mean whom a later one names."""
    text = "A police chief said the road was closed.\n\nJane Roe, the police chief of Millom, said it was mud."
    speaker = only(text)
    assert speaker.name == "Jane Roe"
    assert [mention.kind for mention in speaker.mentions] == [MentionKind.NOMINAL, MentionKind.NAME]


@pytest.mark.parametrize("given", ["Jan", "Will"])
@pytest.mark.parametrize("before", ["led by", "named after", "run with"])
def test_a_given_name_that_is_another_word_too_stands_after_prepositions(given: str, before: str) -> None:
    """Before a last name "Jan" is no month and "Will" no verb, whatever stands before them."""
    assert speakers(f"The group is {before} {given} Hart. Hart said it rained.") == [f"{given} Hart"]


@pytest.mark.parametrize(
    ("after", "affiliation"),
    [
        (", of the University of Leeds,", "University of Leeds"),
        (" of Acme Bank", "Acme Bank"),
        (", 34, of Acme Corp.,", "Acme Corp."),
        (", with the Sierra Club,", "Sierra Club"),
        (", of Leeds,", None),
    ],
)
def test_the_body_that_a_speaker_belongs_to_follows_the_name(after: str, affiliation: str | None) -> None:
    """An organisation after "of", "at", "from" or "with" is the affiliation of who is named before; a place is not."""
    assert only(f"Amir Khan{after} said it rained.").affiliation == affiliation


def test_role_and_affiliation() -> None:
    """Apposition and the words before a name tell role and affiliation."""
    speaker = only("Brian Vale, a spokesman for the Acme Institute, said it was over.")
    assert (speaker.role, speaker.affiliation) == ("a spokesman for the Acme Institute", "Acme Institute")
    assert only("The economist Jane Roe said it was over.").role == "The economist"
    assert only("The former finance minister Jane Roe said it rained.").role == "The former finance minister"
    assert only("Former city council president Jane Roe said it rained.").role == "Former city council president"


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Globex fell. Globex said it was over.",
        "Globex, based in Ulm, said sales rose.",
        "Globex, the maker of tires, said sales rose.",
        "Globex's chief executive left. Globex said sales rose.",
        "The drugmaker Globex said sales rose.",
        "Marsh & Hale said sales rose.",
    ],
)
def test_what_shows_a_company(text: str) -> None:
    """Shares, a seat, products and what it is called show that a name is a body's."""
    assert only(text).kind is SpeakerKind.ORGANIZATION


@pytest.mark.parametrize("second", ["The company", "It", "Acme"])
def test_organizations(second: str) -> None:
    """An organisation goes on as "it" and "the company"."""
    text = f"Acme Corp. said it would close its plant. {second} said no one would go."
    assert set(speakers(text)) == {"Acme Corp."}
    assert only(text).kind is SpeakerKind.ORGANIZATION


def test_relative_pronoun() -> None:
    """The pronoun "who" goes back to the name before it, past its description."""
    assert speakers("Marc Hill, the head of the Acme League, who said it rained, left.") == ["Marc Hill"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Critics said it was over.", SpeakerKind.GROUP),
        ("Two officials said it was over.", SpeakerKind.GROUP),
        ("Police said it was over. The man from Kent Police left.", SpeakerKind.GROUP),
        ("A person familiar with the plan said it was over.", SpeakerKind.UNNAMED),
        ("The report said it was over.", SpeakerKind.DOCUMENT),
        ("The campaign said it was over.", SpeakerKind.ORGANIZATION),
        ("The Justice Department said it was over.", SpeakerKind.ORGANIZATION),
        ("Jane Roe said it was over.", SpeakerKind.PERSON),
        ("Iran said it was over.", SpeakerKind.ORGANIZATION),
    ],
)
def test_kinds(text: str, kind: SpeakerKind) -> None:
    """People, organisations, groups, documents and unnamed sources are told apart."""
    assert only(text).kind is kind


def test_unnamed_source_goes_by_its_description() -> None:
    """An unnamed source is named by its description, and met again as "the spokesman"."""
    speaker = only("A spokesman for the mayor said it was over. The spokesman said no more was to come.")
    assert speaker.name == "A spokesman for the mayor"
    assert len(speaker.mentions) == 2


def test_body_named_in_apposition() -> None:
    """The name of a company after "The company" is the speaker's."""
    article = nm.parse_text(
        "The company, Ulm Light & Power, denied that it was late. “We were on time,” the company said."
    )
    assert [quote.speaker and quote.speaker.name for quote in article.quotes] == ["Ulm Light & Power"] * 2


def test_particle_shows_a_person() -> None:
    """A particle inside a name shows a person, who is met again by the last name."""
    article = nm.parse_text("Coach Piet van der Berg said the bridge was safe. Van der Berg said it was new.")
    assert [speaker.name for speaker in article.speakers] == ["Piet van der Berg"]


def test_role_leaves_out_the_verb_before_it() -> None:
    """The verb before a role is no part of it: "said lead author Ingrid Vale"."""
    article = nm.parse_text("“We were stunned,” said lead author Ingrid Vale.")
    assert [speaker.role for speaker in article.speakers] == ["lead author"]


def test_who_of_a_group_is_that_group() -> None:
    """Those "who said" something are whom "who" follows, not the street that their sentence named before."""
    text = "The town closed the Elm Street bridge, over the objections of residents who said it was safe."
    assert speakers(text) == ["residents"]


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ("Secretary of State Nora Quist said it rained.", "Nora Quist"),
        ("Minister of Health Zdravka Ilkova said it rained.", "Zdravka Ilkova"),
        ("Governor of New York Pella Strand said it rained.", "Pella Strand"),
        ("Director of Public Works Dorrit Hesse said it rained.", "Dorrit Hesse"),
        ("Seismologist Wendla Marsh, of the survey, said it rained.", "Wendla Marsh"),
        ("Its chairman in the county, Rev. Otto Quist, said it rained.", "Otto Quist"),
        ("The head of the union's rail branch, Aurel Vint, said it rained.", "Aurel Vint"),
    ],
)
def test_office_before_a_name_is_no_part_of_it(opening: str, named: str) -> None:
    """An office of several words, a trade or a description stands outside of the name that it leads to."""
    surname = named.rsplit(maxsplit=1)[-1]
    assert speakers(f"{opening} “It poured,” {surname} said.") == [named, named]


def test_office_of_a_place_alone_is_nobodys_name() -> None:
    """Without a name after it "Governor of Texas" stays a description."""
    assert speakers("The Governor of Texas said it rained.") == ["The Governor of Texas"]


@pytest.mark.parametrize("short", ["Ms. Ozgul", "Ozgul"])
def test_full_name_of_whom_the_text_calls_by_the_last_one(short: str) -> None:
    """A given name that no list has is a person's where the text goes on with the last name alone."""
    text = f"Dervla Ozgul's plan met with laughter. {short} said it would work. “It will,” she said."
    assert speakers(text) == ["Dervla Ozgul", "Dervla Ozgul"]


def test_age_after_a_name_shows_a_person() -> None:
    """Who has an age after the name is a person, whom "she" can mean."""
    assert speakers("Vrenli Quist, 77, mends nets. “I always have,” she said.") == ["Vrenli Quist"]


def test_body_that_a_name_belongs_to_is_no_subject() -> None:
    """The company is not the one that analysts work at, nor where a statement was posted."""
    text = "Ulm Paper fell short. Analysts at Hart & Co. had hoped for more. The company said it was sorry."
    assert speakers(text) == ["Ulm Paper"]
    text = "The owner, Ulm Lines, was silent. In a statement posted on Chirper, the company said it was sorry."
    assert speakers(text)[-1] == "Ulm Lines"


def test_government_is_no_company_named_before() -> None:
    """Bodies that are called by their kind alone are not the company that the text named last."""
    assert speakers("Ulm Paper closed a mill. The government said it was sorry.") == ["The government"]


def test_no_group_is_nobody() -> None:
    """Where no group claims something nobody does, and "the group" is another one."""
    assert speakers("No group said it was theirs. The army said it was over.") == [None, "The army"]


def test_subject_of_its_own_sentence() -> None:
    """A pronoun in "what he called" goes back to the subject of its sentence, whoever spoke before."""
    text = "Martin Hale said it rained. Peter Ditz condemned what he called a “shameful and bitter” delay."
    assert speakers(text)[-1] == "Peter Ditz"


def test_who_after_a_last_name_of_several() -> None:
    """Where two bear the last name before "who", nobody speaks for sure."""
    text = "Anna Berg and her husband, Tom Berg, run the mill. It was Berg who said the rent was too high."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Hart said it rained. Jane Hart said it poured.", ["Hart", "Jane Hart"]),
        ("Hart said it rained. Jane Hart said it poured.", ["Jane Hart", "Jane Hart"]),
        ("Minister of Health Jane Roe said it rained. Roe said it poured.", ["Jane Roe", "Jane Roe"]),
        ("Robin Vale left home. She had a dog. “It rains,” she said.", ["Robin Vale"]),
        ("“It rains,” said the head of Acme and Vale.", ["the head of Acme and Vale"]),
        ("Some aide, Tom Vale, said it rained.", ["Tom Vale"]),
        ("The father of Jane Roe, Tom Roe, said it rained.", ["Tom Roe"]),
        ("The men who said it rained; they left.", ["The men"]),
        ("Jane Roe left; who said it rained?", [None]),
    ],
)
def test_whose_words(text: str, names: list[str | None]) -> None:
    """A full name may be that of a bare last name before it, not of a title that clashes; "who" is whom it follows."""
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("Minister of Health Jane Roe", "Minister of Health"),
        ("Jane Roe, who is a lawyer,", "a lawyer"),
        ("Jane Roe, 40, a lawyer,", "a lawyer"),
        ("Jane Roe, big red lawyer,", "big red lawyer"),
        ("Jane Roe, a lawyer from Ulm who has two dogs,", "a lawyer from Ulm"),
    ],
)
def test_roles(source: str, role: str) -> None:
    """The office before a name and the description after it are its role."""
    assert only(f"{source} said it rained.").role == role


def test_a_group_in_the_plural() -> None:
    """The plural of a noun for one person is a group."""
    assert only("The spokesmen said it rained.").kind is SpeakerKind.GROUP


@pytest.mark.parametrize("whose", ["Dunmore County Sheriff's Office", "Dunmore Coroner's Office"])
def test_body_that_is_named_after_people(whose: str) -> None:
    """The office of an official is one name with what the official is called."""
    speaker = only(f"The {whose} said it rained. It poured, the {whose} said.")
    assert (speaker.name, speaker.kind) == (whose, SpeakerKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brulon Devices said it rained. Brulon said it poured.", ["Brulon Devices", "Brulon Devices"]),
        ("Boston Devices said it rained. Boston said it poured.", ["Boston Devices", "Boston"]),
        ("Brulon Foundation said it rained. Brulon said it poured.", ["Brulon Foundation", "Brulon"]),
        ("Anna's Council said it rained.", ["Council"]),
    ],
)
def test_first_word_of_a_company(text: str, names: list[str]) -> None:
    """The first word of a company that goes by its goods means it, not a place; a given name owns no office."""
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Ulm's harbor commissioner, Maria Lopez,", "Maria Lopez", "Ulm's harbor commissioner"),
        ("Mr. Roe's daughter, Grace,", "Grace", "Mr. Roe's daughter"),
        ("Roe's barrister, Helen Tranter KC,", "Helen Tranter", "Roe's barrister"),
        ("The drivers' union, whose head, Maria Lopez,", "Maria Lopez", "head"),
    ],
)
def test_roles_that_tell_whose(source: str, name: str, role: str) -> None:
    """A role before a name and its comma tells whose it is."""
    (quote,) = nm.parse_text(f"{source} said it rained.").quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == (name, role)


@pytest.mark.parametrize("source", ["Helen Tranter KC", "Helen Tranter, MP", "Helen Tranter, M.D.", "Helen Tranter"])
def test_letters_after_a_name_are_no_part_of_it(source: str) -> None:
    """What tells an honour, an office or a degree follows a name."""
    assert speakers(f"{source}, said it rained. Tranter said it poured.") == ["Helen Tranter"] * 2


@pytest.mark.parametrize(
    "opening", ["BERLIN (AP) — Carmaker Globex", "The Ulm-based carmaker Globex", "Carmaker Globex", "Globex"]
)
def test_the_company_is_the_body_that_the_text_is_about(opening: str) -> None:
    """A dateline, or where a body is based, is no body that "the company" may mean."""
    assert speakers(f"{opening} will close a plant, the company said.") == ["Globex"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Quin Alder took his hat. Jane Roe wept. “It rained,” he said.", "Quin Alder", SpeakerKind.PERSON),
        ("The drivers said it poured. “It rained,” they said.", "The drivers", SpeakerKind.GROUP),
        ("Bill said it poured. Bill Carter said it rained.", "Bill Carter", SpeakerKind.PERSON),
        ("Bell and Carter said it poured. Bell and Carter said it rained.", "Bell and Carter", SpeakerKind.GROUP),
        ("The mayor and his aides said it rained.", "The mayor and his aides", SpeakerKind.GROUP),
        ("The vote, the Ulm Act, says it rained.", "The vote", SpeakerKind.UNNAMED),
        ("It was in The Gazette report, which says it rained.", "Gazette", SpeakerKind.ORGANIZATION),
        ("Director of National Intelligence James Hill said it rained.", "James Hill", SpeakerKind.PERSON),
    ],
)
def test_who_is_meant(text: str, name: str, kind: SpeakerKind) -> None:
    """Pronouns, given names, joined names and what a name stands beside tell who speaks."""
    speaker = nm.parse_text(text).quotes[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize("first", ["We met Lopez there.", "“It poured,” Lopez said."])
def test_a_last_name_before_the_full_one(first: str) -> None:
    """Whoever is called by the last name alone at first is the one named in full from then on, every time."""
    text = f"{first} Maria Lopez said it rained. Maria Lopez said it poured."
    assert [speaker.name for speaker in nm.parse_text(text).speakers] == ["Maria Lopez"]


def test_another_given_name_is_another_person() -> None:
    """Who bears the last name of someone known, after another given name, is someone else."""
    text = "We met Carter. Maria Carter said it rained. Maria left. Paul Carter said it poured."
    assert speakers(text) == ["Maria Carter", "Paul Carter"]


@pytest.mark.parametrize("last", ["“It rained,” she said.", "“It rained,” the company said."])
def test_what_is_far_back_is_not_meant(last: str) -> None:
    """After a dozen sentences a pronoun means nobody, and "the company" no body named before."""
    text = f"Maria Lopez left. Globex paid. {'It rained. ' * 20}{last}"
    assert "Globex" not in speakers(text)
    assert "Maria Lopez" not in speakers(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It was former finance minister Ann Bell who said it rained.", "former finance minister"),
        ("Ann Bell, the mayor of Ulm, left. Ann Bell, a lawyer, said it rained.", "the mayor of Ulm"),
        ("Then former Secretary of State Ann Bell said it rained.", "former Secretary of State"),
        ("“It rained,” said Ann Bell, “and poured.”", None),
        ("“It rained,” said Ann Bell,", None),
    ],
)
def test_roles_around_a_name(text: str, role: str | None) -> None:
    """What qualifies an office is part of it, the fullest role stays, and a quotation is none."""
    assert only(text).role == role


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("A spokeswoman for the governor, Kim Yates,", "A spokeswoman for the governor"),
        ("A former aide to the governor, Kim Yates,", "A former aide to the governor"),
        ("Aide to the governor, Kim Yates,", "Aide to the governor"),
        ("A letter to the governor, Kim Yates,", "the governor"),
        ("The show's creator, Kim Yates,", "The show's creator"),
    ],
)
def test_a_role_with_what_it_is_joined_to(source: str, role: str) -> None:
    """The description before a name reaches back over the preposition that joins it, where a person is described."""
    assert only(f"{source} said it rained.").role == role


def test_a_role_begins_in_its_own_paragraph() -> None:
    """A heading ends without a full stop, and its last nouns are none of the role that opens the next paragraph."""
    text = "Budget row\n\nSpokeswoman for the governor, Kim Yates, said it rained."
    assert only(text).role == "Spokeswoman for the governor"


@pytest.mark.parametrize("which", ["Rovers captain Ian Marsh", "Rovers' captain Ian Marsh", "Ian Marsh, the captain,"])
def test_a_name_that_only_tells_which_is_no_subject(which: str) -> None:
    """The subject of a sentence is whoever its first noun phrase names, not the club before the name."""
    text = f"Striker Bill Obi said it rained. “It poured,” he said.\n\n{which} was sad. “It was late,” he said."
    assert speakers(text)[-1] == "Ian Marsh"


def test_someone_described_before_being_named() -> None:
    """Whom "the engineer" means may be named later, with the same words."""
    text = "“It is safe,” the engineer replied. The engineer, Maria Lopez, left. “It is,” the driver said."
    assert speakers(text) == ["Maria Lopez", "the driver"]


@pytest.mark.parametrize(
    "report", ["A United Nations report released Thursday", "A United Nations report released in April"]
)
def test_a_document_stays_one(report: str) -> None:
    """A report that came out on a day is a document, and "it" means the report, not whose it is."""
    text = f"{report} warns that wells run dry. “The window is closing,” it says."
    article = nm.parse_text(text)
    assert {(str(quote.speaker), quote.speaker and quote.speaker.kind) for quote in article.quotes} == {
        (report, SpeakerKind.DOCUMENT)
    }


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A bus driver said it rained. The driver of the bus, Jane Roe, said it poured.", "The driver of the bus"),
        (
            "An officer at Globex said it rained. The officer for Globex, Jane Roe, said it poured.",
            "The officer for Globex",
        ),
    ],
)
def test_named_later_with_other_words(text: str, role: str) -> None:
    """A description and a later one of somebody named mean one person, where they share more than their noun."""
    assert (only(text).name, only(text).role) == ("Jane Roe", role)


def test_company_that_owns() -> None:
    """An owner whose name ends with its goods is a company, which "it" may mean."""
    text = "Her landlord, Linden Homes, said it rained. “It pours,” it said."
    assert (only(text).name, only(text).kind) == ("Linden Homes", SpeakerKind.ORGANIZATION)
    assert only("Her landlord, Linden Homes, said the roof was dry.").kind is SpeakerKind.ORGANIZATION
    assert only("Her landlord, Kofi Homes, said it rained. Ms. Homes left.").kind is SpeakerKind.PERSON


def test_pronouns_that_are_objects() -> None:
    """Whom someone hears may be a pronoun."""
    assert speakers("Jane Roe left. Witnesses heard her saying that it rained.") == ["Jane Roe"]
    assert speakers("Jane Roe left. Her team said it rained.") == ["Her team"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ministry spokesperson Lin Hua said it rained. “It is wet,” Lin stressed.", ["Lin Hua", "Lin Hua"]),
        ("Mr Hale's brother Doug agreed. “It is wet,” he said.", ["Doug"]),
        ("The club kept striker Dean Marsh. “It is wet,” Marsh said.", ["Dean Marsh"]),
        ("The school kept Dean Marsh. “It is wet,” said Dean Jane Marsh.", ["Jane Marsh"]),
        ("A spokesperson for Ulm Homes said it rained. “It is wet,” they added.", ["A spokesperson for Ulm Homes"] * 2),
        ("Hubby Darren Bell left. “It is wet,” said pal Tracey Boyle.", ["Tracey Boyle"]),
        ("Her friend, Zora Quill, said it rained.", ["Zora Quill"]),
        ("“It is wet,” DSP Tariq Khan said.", ["Tariq Khan"]),
        ("“It is wet,” said J. Gerald Hale.", ["J. Gerald Hale"]),
        ("Researcher Anna Berg of Umea University agrees. “It is wet,” she explains.", ["Anna Berg"]),
        ("They met the “boss”, Zora Quill. Quill said it rained.", ["Zora Quill"]),
    ],
)
def test_names_after_who_bears_them(text: str, names: list[str]) -> None:
    """A noun for a person before a name tells that it is a person's, by family or given name."""
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met the head of the union, who said it rained.", ["the head of the union"]),
        ("They met a man, who said it rained.", ["a man"]),
        ("They met a table who said it rained.", [None]),
    ],
)
def test_whom_who_describes(text: str, names: list[str | None]) -> None:
    """Where nobody is named, "who" means the people described before it."""
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Paolo Ricci was glad. “It rained,” said the Italian.", ["Paolo Ricci"]),
        ("Jane Roe, 33, left. “It rained,” the 33-year-old said.", ["Jane Roe"]),
        ("Acme was glad. “It rained,” said the Italian.", ["Italian"]),
        ("Jane Roe left. It rained. It rained. It rained. It rained. The 33-year-old said it poured.", ["33-year-old"]),
        ("Paolo Ricci was glad. The French said it rained.", ["French"]),
    ],
)
def test_age_and_origin_tell_who_was_met(text: str, names: list[str]) -> None:
    """Who is called only by age or origin is the person met last; a people is none."""
    assert [name and name.removeprefix("the ").removeprefix("The ") for name in speakers(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The prime minister arrived. “It rained,” she said.", ["The prime minister"]),
        ("The governor left on Monday. It rained. “It poured,” he said.", ["The governor"]),
        ("The bride wept. “It rained,” he said.", [None]),
        ("Minister wept. “It rained,” he said.", [None]),
        ("The bridge fell. “It rained,” he said.", [None]),
        ("The governor left. “It rained,” it said.", [None]),
    ],
)
def test_pronoun_without_a_name_near(text: str, names: list[str | None]) -> None:
    """Where nobody is named, "he" and "she" mean the person described as the subject of a sentence before."""
    assert speakers(text) == names


def test_pronoun_tells_the_gender_of_whom_it_means() -> None:
    """Who was "she" once is not "he" later."""
    text = "Robin Kole left. “It rained,” she said. Kole’s producer, Theo Marsh, laughed. “It poured,” he said."
    assert speakers(text) == ["Robin Kole", "Theo Marsh"]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Jane Roe left. Senator Roe said it rained.",
        "Sens. Jane Roe and Dan Hale left. Senator Roe said it rained.",
        "Justices Jane Roe and Dan Hale left. Justice Roe said it rained.",
        "Gen. Jane Roe left. General Roe said it rained.",
    ],
)
def test_one_title_written_in_many_ways(text: str) -> None:
    """A title's short form and plural show the same office as the title."""
    assert speakers(text) == ["Jane Roe"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("His attorney, Mel Stern, left. “It rained,” Stern said.", ["Mel Stern"]),
        ("Zadu Young left. “It rained,” Young said.", ["Zadu Young"]),
        ("Meteorologist Dean Kelly said it rained. Mr Kelly said it poured.", ["Dean Kelly", "Dean Kelly"]),
        ("The dean Dean Kelly said it rained.", ["Dean Kelly"]),
        ("Who said it rained?", [None]),
    ],
)
def test_last_names_that_are_words_too(text: str, names: list[str | None]) -> None:
    """An adjective with a capital before "said" is a last name; a given name that is a title too is given."""
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Registrar of the Board, Prof. Jane Roe, said it rained.", ["Jane Roe"]),
        ("The Minister of Works, Engr. Dan Hale, said it rained. The minister said it poured.", ["Dan Hale"] * 2),
        ("The Herald, President Dan Hale’s paper, said it rained.", ["Herald"]),
        ("Acme, a paper, said it rained.", ["Acme"]),
        ("The Herald, Acme, said it rained.", ["Herald"]),
        ("Barr. Jane Roe said it rained.", ["Jane Roe"]),
        ("Council members, among them Jim Harlan and Rosa Vale, said it rained.", ["Council members"]),
        ("Mr. Hart left. Mrs. Hart wept. Peter Hart said it rained. “It poured,” he said.", ["Peter Hart"] * 2),
    ],
)
def test_whom_an_office_and_a_title_show(text: str, names: list[str]) -> None:
    """A titled name after an office is its bearer's; a title's gender keeps two of one last name apart."""
    assert speakers(text) == names
