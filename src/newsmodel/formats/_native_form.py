"""What the native form does otherwise than the model: members have ids, and some spans stand without their words."""

from collections.abc import Mapping

from newsmodel.model import Article, Block, Event, Participant, Place, Quote, Speaker, TimeExpression

__all__ = ["BARE_SPANS", "MEMBERS", "REFERENCES"]

# The classes whose objects others refer to by id: the letter of the ids, and the article's field. In the order they
# are read in: a quote refers to a speaker.
MEMBERS: Mapping[type, tuple[str, str]] = {
    Speaker: ("s", "speakers"),
    TimeExpression: ("t", "times"),
    Place: ("p", "places"),
    Quote: ("q", "quotes"),
}
REFERENCES: Mapping[type, Mapping[str, type]] = {
    Quote: {"speaker": Speaker},
    Participant: {"speaker": Speaker},
    Event: {"time": TimeExpression, "place": Place, "reported_by": Quote},
}
# Spans without their text beside them. The words of a quote stand in its own `text`, which the model holds against
# the article's. Blocks and sentences would write all of the text twice more; they are checked as wholes, since blocks
# must cover the text from its first character to its last, and no sentence may leave its block.
BARE_SPANS: Mapping[type, str] = {Block: "span", Quote: "content", Article: "sentences"}
