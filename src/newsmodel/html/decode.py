"""From bytes to text, as a browser would read them."""

import attrs

from newsmodel.model.page import Issue


@attrs.frozen
class Decoded:
    """A page as text, and how it was read."""

    text: str
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of *data*, given the encoding that the transport *declared*, if any."""
    return Decoded(data.decode(declared or "utf-8", "replace"), declared or "utf-8")
