"""Forms: fields that readers write in, and the boxes that say what for."""

from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.boxes import Box
from newsmodel.html.tree import Element

__all__ = ["mark_form"]

_WRITTEN_IN: Final = ("email", "text", "tel")
_MAIL: Final = "mail"
_TOLD_BY: Final = ("type", "name", "id", "placeholder")
_HIGHEST: Final = 5
"""So many boxes up the form of a field is looked for."""


def mark_form(box: Box, field: Element) -> None:
    """Mark the box of a field that readers write in and, if it asks for their address, the one around its form."""
    if field.get("type", "text").lower() not in _WRITTEN_IN:
        return
    box.marks |= m.FORM
    if not any(_MAIL in field.get(name, "").lower() for name in _TOLD_BY):
        return
    form: Box | None = box
    for _ in range(_HIGHEST):
        if form is None or form.tag == "form":
            break
        form = form.parent
    around = (form if form is not None and form.tag == "form" else box).parent
    if around is not None:
        around.marks |= m.ASKS
