"""What goes wrong with quotes, counted by kind: `quotes.py train --errors`."""

from collections import Counter
from typing import Any

from common import scorer

score: Any = scorer("quotes")

Row = dict[str, Any]
# "missed" is told apart by these words of the annotated cue.
_SAID = frozenset(
    {"said", "says", "say", "saying", "told", "tell", "tells", "telling", "wrote", "writes", "added", "adding"}
)
_FEW = 2


def count(gold: list[Row], predicted: dict[str, list[Row]]) -> Counter[str]:
    """Return how often each kind of error is made, in the surface view with the span as unit."""
    found: Counter[str] = Counter()
    for row in gold:
        document = score.Doc(row["text"])
        right, ours = _surface(document, row["attributions"], predicted[row["id"]])
        pairs = score.soft_match(right, ours)
        found.update(error for i, j in pairs if (error := _wrong_source(document, right[i], ours[j])))
        taken, matched = {i for i, _ in pairs}, {j for _, j in pairs}
        found.update(_missed(document, item, ours) for i, item in enumerate(right) if i not in taken)
        found.update(_needless(item, right) for j, item in enumerate(ours) if j not in matched)
    return found


def _surface(document: Any, annotated: list[Row], quotes: list[Row]) -> tuple[list[Any], list[Any]]:
    """Return what the surface view of the scorer keeps of both sides."""
    right = score.make_items(document, annotated, "span", is_gold=True)
    ours = score.make_items(document, quotes, "span", is_gold=False)
    pairs = score.soft_match(right, ours)
    matched = {j for _, j in pairs}
    off = {j for i, j in pairs if not right[i].speech}
    rest = frozenset().union(*(item.words for item in right if not item.speech))
    speech = frozenset().union(*(item.words for item in right if item.speech))
    for j, item in enumerate(ours):
        elsewhere = len(item.words & rest) * 2 >= len(item.words) and len(item.words & speech) * 4 < len(item.words)
        if j not in matched and (not item.speech or elsewhere):
            off.add(j)
    return [item for item in right if item.speech], [item for j, item in enumerate(ours) if j not in off]


def _wrong_source(document: Any, right: Any, ours: Any) -> str | None:
    if score.overlaps(document, right.source, ours.source) if right.source else not ours.source:
        return None
    kind = "wrong source" if right.source and ours.source else "no source" if right.source else "needless source"
    return f"right content, {kind}: {ours.gold['rule']}"


def _missed(document: Any, item: Any, ours: list[Any]) -> str:
    best = max(ours, key=lambda other: len(other.words & item.words), default=None)
    if best is not None and best.words & item.words:
        return f"content too {'long' if len(best.words) > len(item.words) else 'short'}, {item.kind}"
    if len(item.words) <= _FEW:
        return "missed: one or two words"
    if item.kind != "indirect":
        return f"missed: {item.kind}"
    cue = document.string(score._spans(item.gold.get("cue"))).lower().split()  # noqa: SLF001 - the scorer's own reading
    return f"missed: {'said, told, wrote, added' if _SAID.intersection(cue) else 'other verbs, nouns and words'}"


def _needless(item: Any, right: list[Any]) -> str:
    inside = any(other.words & item.words for other in right)
    return f"{'in what another quote takes' if inside else 'not annotated'}: {item.kind}, {item.gold['rule']}"
