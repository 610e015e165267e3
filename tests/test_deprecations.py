"""A deprecation is announced with its name, its date and its replacement, at the caller's line."""

import datetime as dt
from pathlib import Path

import pytest

from newsmodel._deprecations import note_deprecation


def old() -> None:
    """Stand for a function that goes away."""
    note_deprecation("newsmodel.old()", since=dt.date(2027, 3, 1), instead="newsmodel.new()")


def test_a_deprecation_names_what_when_and_what_instead() -> None:
    """The warning has the name, the day it was announced, the month it may end, and what to use."""
    with pytest.warns(DeprecationWarning, match="deprecated") as caught:
        old()
    assert str(caught[0].message) == (
        "newsmodel.old() is deprecated since 2027-03-01 and may be removed from 2028-03 on; use newsmodel.new()"
    )


def test_a_deprecation_points_at_the_line_that_uses_the_name() -> None:
    """The warning is given for the caller's file, not for newsmodel's own."""
    with pytest.warns(DeprecationWarning, match="deprecated") as caught:
        old()
    assert Path(caught[0].filename) == Path(__file__)
