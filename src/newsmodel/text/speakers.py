"""Speakers: the sources of the quotes, joined over the article."""

from newsmodel.model import Mention, MentionKind, Speaker, SpeakerKind
from newsmodel.text.attribution_drafts import Draft
from newsmodel.text.attribution_reading import Reading


def resolve(reading: Reading, drafts: list[Draft]) -> tuple[tuple[Speaker, ...], list[Speaker | None]]:
    """Return the speakers in the order of their first mention, and the speaker of each draft."""
    return (), [None] * len(drafts)
