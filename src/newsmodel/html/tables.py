"""Tables: those that hold data become one block, those that lay out the page are walked through."""

from typing import Final

from newsmodel.html.text import clean
from newsmodel.html.tree import Element

__all__ = ["Table", "is_data_table"]

_LONGEST_CELL: Final = 300
_LAYOUT: Final = ("table", "h1", "h2", "h3", "form", "article", "section", "iframe", "pre")


def is_data_table(table: Element) -> bool:
    """Tell a table of data from one that lays out a part of the page."""
    if any(element is not table for element in table.iter(*_LAYOUT)):
        return False
    if next(table.iter("th"), None) is not None:
        return True
    count = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        count += len(cells)
        for cell in cells:
            size = 0
            for text in cell.itertext():
                size += len(text.strip())
            if size > _LONGEST_CELL:
                return False
    return count > 1  # a single cell is a frame, as around an image and its caption


class Table:
    """The rows of a table of data as they are read: a row a line, its cells parted by a tab."""

    def __init__(self) -> None:
        self._rows: list[str] = []
        self._row: list[str] = []

    def end_cell(self, parts: list[str]) -> None:
        """Take the text of a cell."""
        self._row.append(clean("".join(parts)))

    def end_row(self) -> None:
        """End the row; one without any text is left out."""
        if any(self._row):
            self._rows.append("\t".join(self._row).strip())
        self._row = []

    def text(self) -> str:
        """Return the rows read so far."""
        self.end_row()
        return "\n".join(self._rows)
