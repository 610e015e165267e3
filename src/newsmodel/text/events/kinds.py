"""What kinds of events have in common, as far as it tells who takes part and how."""

from typing import Final

from newsmodel.model import EventKind

# Kinds whose subject undergoes the event where the verb has no object: "he died", "the bridge collapsed".
BEFALLING: Final = frozenset(
    {
        EventKind.DIE,
        EventKind.INJURE,
        EventKind.HEALTH,
        EventKind.ACCIDENT,
        EventKind.NATURAL,
        EventKind.ECONOMY,
    }
)
# Kinds that are done to what stands after "of": "the liberation of the city".
DONE_TO: Final = frozenset(
    {
        EventKind.DIE,
        EventKind.INJURE,
        EventKind.ATTACK,
        EventKind.ARREST,
        EventKind.CHARGE,
        EventKind.TRIAL,
        EventKind.VERDICT,
        EventKind.RELEASE,
        EventKind.INVESTIGATE,
        EventKind.OWNERSHIP,
        EventKind.ECONOMY,
        EventKind.LAUNCH,
        EventKind.HIRE,
        EventKind.DECIDE,
        EventKind.COERCE,
        EventKind.RESCUE,
        EventKind.ORGANIZATION,
        EventKind.ACCIDENT,
        EventKind.ELECTION,
        EventKind.HEALTH,
    }
)
# What one may be held to have done: "charged with fraud".
CRIMES: Final = frozenset({EventKind.CRIME, EventKind.ATTACK, EventKind.DIE, EventKind.INJURE})
# What hurts whoever is killed or hurt in it.
HARMFUL: Final = CRIMES | {EventKind.ACCIDENT, EventKind.NATURAL}
# What happens to a living being.
LIFE: Final = frozenset({EventKind.DIE, EventKind.INJURE})
# What someone sends another, so that "from" tells who did it.
SENT: Final = frozenset(
    {
        EventKind.AGREE,
        EventKind.CHARGE,
        EventKind.COERCE,
        EventKind.DEMAND,
        EventKind.DISPUTE,
        EventKind.MONEY,
        EventKind.OWNERSHIP,
    }
)
# What leads somewhere, where its verb may have a place as its object: "entered the hall".
PLACED: Final = frozenset(
    {
        EventKind.TRANSPORT,
        EventKind.MILITARY,
        EventKind.ATTACK,
        EventKind.HEALTH,
        EventKind.MEET,
        EventKind.LEAVE,
        EventKind.OTHER,
    }
)
# What may be on its way to a building.
GOING: Final = frozenset({EventKind.TRANSPORT, EventKind.RESCUE, EventKind.MILITARY, EventKind.HEALTH, EventKind.OTHER})
# What happens on a mountain or an island rather than being about it.
SCENIC: Final = GOING | LIFE | {EventKind.ACCIDENT, EventKind.NATURAL, EventKind.ARREST, EventKind.CRIME}
