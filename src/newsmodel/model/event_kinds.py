"""The inventory of event kinds, with their equivalents in ACE 2005 and PLOVER."""

from enum import StrEnum
from typing import Self, final


@final
class EventKind(StrEnum):
    """
    What kind of thing happened.

    The names follow ACE 2005 (LDC, *ACE English Annotation Guidelines for Events* 5.4.3) where it has the kind,
    PLOVER (Open Event Data Alliance) for political acts, and add what both leave out and news is full of.
    A member's value is what formats write; `ace` and `plover` name its equivalents, or are None.
    """

    ace: str | None
    """The ACE 2005 (or Rich ERE) type and subtype, such as ``Life.Die``."""
    plover: str | None
    """The PLOVER event code, such as ``ASSAULT``."""

    def __new__(cls, value: str, ace: str | None = None, plover: str | None = None) -> Self:
        """Make a member that is its value and carries the two equivalents."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.ace = ace
        member.plover = plover
        return member

    DIE = "Life.Die", "Life.Die", "ASSAULT"
    """Someone dies or is killed: "died", "killing", "executed"."""
    INJURE = "Life.Injure", "Life.Injure", "ASSAULT"
    """Someone is hurt: "wounded", "injuries"."""
    HEALTH = "Life.Health"
    """Illness and care: "hospitalized", "outbreak", "surgery"."""
    FAMILY = "Life.Family", "Life.Marry"
    """Birth, marriage, divorce, adoption."""
    ATTACK = "Conflict.Attack", "Conflict.Attack", "ASSAULT"
    """Violence against people or things: "bombed", "shooting", "battle"."""
    PROTEST = "Conflict.Protest", "Conflict.Demonstrate", "PROTEST"
    """People show dissent: "demonstrated", "riot", "hunger strike"."""
    MILITARY = "Conflict.Military", None, "MOBILIZE"
    """Forces move, hold or give way without a blow told: "deployed", "withdrawal", "liberated", "surrendered"."""
    ARREST = "Justice.Arrest", "Justice.Arrest-Jail", "COERCE"
    """Someone is caught or held: "arrested", "custody"."""
    CHARGE = "Justice.Charge", "Justice.Charge-Indict", "ACCUSE"
    """Someone is formally accused: "indicted", "charges"."""
    TRIAL = "Justice.Trial", "Justice.Trial-Hearing"
    """Courts at work: "sued", "hearing", "pleaded", "appeal"."""
    VERDICT = "Justice.Verdict", "Justice.Convict", "SANCTION"
    """A court's outcome: "convicted", "acquitted", "sentenced", "fined"."""
    RELEASE = "Justice.Release", "Justice.Release-Parole", "RETREAT"
    """Someone held is let go or handed over: "freed", "pardoned", "extradited"."""
    INVESTIGATE = "Justice.Investigate", None, "ACCUSE"
    """Someone looks into something: "probe", "inspected", "autopsy"."""
    CRIME = "Crime.Other"
    """Crime that is no attack: "stole", "fraud", "smuggling"."""
    TRANSPORT = "Movement.Transport", "Movement.Transport", "CONSULT"
    """People or things move: "arrived", "fled", "shipment", "visit"."""
    OWNERSHIP = "Transaction.Ownership", "Transaction.Transfer-Ownership"
    """Something changes hands: "bought", "acquisition", "sale"."""
    MONEY = "Transaction.Money", "Transaction.Transfer-Money", "AID"
    """Money changes hands: "paid", "donated", "loan"."""
    ORGANIZATION = "Business.Organization", "Business.Start-Org"
    """Organisations begin, end, merge or are remade: "merger", "bankruptcy"."""
    LAUNCH = "Business.Launch"
    """Something is brought out: "unveiled", "release", "publication"."""
    ECONOMY = "Economy.Change"
    """Prices, profits and other figures change: "rose", "slump", "cut"."""
    HIRE = "Personnel.Hire", "Personnel.Start-Position"
    """Someone takes up a post: "appointed", "joined", "nominated"."""
    LEAVE = "Personnel.Leave", "Personnel.End-Position", "RETREAT"
    """Someone leaves a post: "resigned", "fired", "ouster"."""
    ELECTION = "Politics.Election", "Personnel.Elect"
    """People vote or campaign: "elected", "referendum"."""
    DECIDE = "Politics.Decide", None, "CONCEDE"
    """An authority decides or allows: "approved", "banned", "ruling on policy"."""
    COERCE = "Politics.Coerce", None, "COERCE"
    """An authority or a rival puts pressure on: "sanctions", "seized", "threatened"."""
    MEET = "Contact.Meet", "Contact.Meet", "CONSULT"
    """People meet or talk: "met", "summit", "negotiations"."""
    AGREE = "Contact.Agree", None, "AGREE"
    """Parties come together: "signed", "agreement", "endorsed", "cooperated"."""
    DEMAND = "Contact.Demand", None, "REQUEST"
    """Someone asks for something: "urged", "proposal", "bid"."""
    DISPUTE = "Contact.Dispute", None, "REJECT"
    """Someone says no or is at odds: "criticized", "rejected", "row"."""
    NATURAL = "Disaster.Natural"
    """Nature strikes: "earthquake", "flooded"."""
    ACCIDENT = "Disaster.Accident"
    """Things go wrong: "crashed", "blaze", "outage"."""
    RESCUE = "Response.Rescue", None, "AID"
    """Help after harm: "rescued", "evacuation", "relief"."""
    CONTEST = "Sport.Contest"
    """Sport and games: "won", "match", "scored"."""
    SHOW = "Culture.Show"
    """Shows, films, awards and feasts: "performed", "premiere", "celebrated"."""
    OTHER = "Event.Other"
    """Something happens that none of the other kinds covers."""
