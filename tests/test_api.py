"""What the last release offered is still there, or the changelog tells that it is not."""

import shutil
from pathlib import Path

import pytest

from public_api import SNAPSHOT, announced, breaking_changes, main


def test_what_broke_since_the_last_release_is_announced() -> None:
    """Names, parameters and members of the last release are still there, or a fragment tells of the change."""
    assert breaking_changes() == [] or announced() != []


@pytest.mark.parametrize(
    ("module", "now", "once", "told"),
    [
        (
            "model",
            "class Polarity(StrEnum):",
            "class Polarity(StrEnum):\n    SOMETIMES = 1",
            "SOMETIMES: Public object",
        ),
        ("model", "headline: str | None", "headline: str", "Article.headline: was str, is str | None"),
        ("model", "POSITIVE = 'positive'", "POSITIVE = 'yes'", "Polarity.POSITIVE: was 'yes', is 'positive'"),
        ("model", "quotes_by(self, speaker:", "quotes_by(self, who:", "quotes_by(who): Parameter was removed"),
        ("formats/text", "article: Article)", "article: Article, width: int)", "dumps(width): Parameter was removed"),
        ("__init__", "'annotate', ", "'annotate', 'gone', ", ""),
    ],
)
def test_a_break_is_seen(module: str, now: str, once: str, told: str, tmp_path: Path) -> None:
    """A name, a parameter, a member, a type or a value that an older release had and the code has not is told."""
    shutil.copytree(SNAPSHOT, tmp_path, dirs_exist_ok=True)
    stub = tmp_path / "newsmodel" / f"{module}.pyi"
    before = stub.read_text(encoding="utf-8")
    assert now in before
    stub.write_text(before.replace(now, once, 1), encoding="utf-8")
    changes = breaking_changes(tmp_path)
    assert any(told in change for change in changes) if told else changes == []


def test_the_command_tells_whether_all_is_well() -> None:
    """`public_api.py check` exits with 0 while nothing is broken in silence."""
    assert main("check") == 0
