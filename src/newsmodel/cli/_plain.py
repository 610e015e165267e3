"""Text of strangers, made safe to show in a terminal."""

_REPLACEMENT = "\ufffd"
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), _REPLACEMENT)
# These turn the reading direction round for what follows, so a name could pretend to be another one.
_DIRECTION = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACEMENT)
_SHOWABLE = _CONTROLS | _DIRECTION | {ord("\n"): "\n", ord("\t"): "\t"}


def showable(text: str) -> str:
    """Return *text* with all that could steer a terminal, but line breaks and tabs, replaced by U+FFFD."""
    return text.translate(_SHOWABLE)


def one_line(text: str) -> str:
    """Return *text* as one line that cannot steer a terminal."""
    return showable(" ".join(text.split()))
