"""
brat standoff, for quotation research and hand annotation: a text, and a file of lines that point into it.

`dumps_files` and `loads_files` give and take the two files, ``.txt`` and ``.ann``; `dumps` and `loads` have both in
one string, each under a line with its name, as ``head`` prints several files.

Attributions are written as in PolNeAR: text-bound ``Content``, ``Cue`` and ``Source``, discontinuous where they are,
held together by an event ``Attribution``, with its kind as an attribute. Speakers are the equivalence class of their
mentions (``Name``, ``Nominal``, ``Pronoun``), their name a note on the first. Events have their kind (``Life_Die``),
``Extent``, participants, ``Time`` and ``Place``. Lost are all metadata, blocks, sentences, links, counts, honorifics,
roles and affiliations, the intervals of times, and the rules of quotes.

Read are the files of others too: text-bound annotations of these names, in any event or on their own; other lines are
passed over. Offsets are code points, and the words beside them must be those of the text.
"""

from typing import NamedTuple

from newsmodel.errors import FormatError
from newsmodel.formats._brat_reading import read_lines
from newsmodel.formats._brat_writing import write_lines
from newsmodel.formats._losses import difference
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._values import decoded
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = ["Files", "dumps", "dumps_files", "loads", "loads_files", "losses"]

_TEXT = "==> article.txt <==\n"
_LINES = "\n==> article.ann <==\n"


class Files(NamedTuple):
    """The two files of a brat document."""

    txt: str
    """The text, as it is."""
    ann: str
    """The annotations, one a line."""


def dumps_files(article: Article) -> Files:
    """Return the text and the annotations of *article* as the contents of two files."""
    return Files(article.text, write_lines(article))


def loads_files(txt: str | bytes, ann: str | bytes) -> Article:
    """
    Return the article of a text and its annotations; bytes are UTF-8.

    Raises:
        FormatError: A line is not what brat writes, or points at other words than it gives; names the line.
    """
    return read_lines(decoded(txt), decoded(ann))


def dumps(article: Article) -> str:
    """Return *article* as both files in one string."""
    expect("article", article, Article)
    files = dumps_files(article)
    return f"{_TEXT}{files.txt}{_LINES}{files.ann}"


def loads(data: str | bytes) -> Article:
    """
    Return the article of both files in one string; bytes are UTF-8.

    Raises:
        FormatError: It is not two files, or a line is not what brat writes.
    """
    txt, between, ann = decoded(data).rpartition(_LINES)
    if not between or not txt.startswith(_TEXT):
        raise FormatError(WHOLE, f"expected two files, after the lines {_TEXT.strip()!r} and {_LINES.strip()!r}")
    return loads_files(txt.removeprefix(_TEXT), ann)


def losses(article: Article) -> tuple[str, ...]:
    """Return the fields of *article* that do not come back from brat as they are."""
    return difference(article, loads(dumps(article)))
