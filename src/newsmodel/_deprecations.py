"""How a name that goes away is announced: one helper, with a date and a replacement (docs/explanation/stability.md)."""

import datetime as dt
import warnings

KEPT_FOR_MONTHS = 12


def note_deprecation(name: str, *, since: dt.date, instead: str) -> None:
    """
    Warn the caller of the function that calls this one.

    Args:
        name: What is deprecated, as users write it: ``newsmodel.formats.json.dumps(indent=...)``.
        since: The day of the release that says so first. The name stays for twelve months from then.
        instead: What to write in its place.

    """
    year, month = divmod(since.month - 1 + KEPT_FOR_MONTHS, 12)
    until = f"{since.year + year}-{month + 1:02}"
    message = f"{name} is deprecated since {since} and may be removed from {until} on; use {instead}"
    warnings.warn(message, DeprecationWarning, stacklevel=3)
