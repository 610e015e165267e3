"""Reading values that others wrote: what they can be taken for, or None; never an exception."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import cast

from newsmodel.errors import FormatError, Problem, WrongTypeError
from newsmodel.formats._paths import WHOLE
from newsmodel.model import Article, Author, AuthorKind, Image
from newsmodel.model.forms import is_country, is_language

__all__ = [
    "MOST_COUNTED",
    "author",
    "clean",
    "country",
    "day_or_moment",
    "decoded",
    "each",
    "filled",
    "image",
    "language",
    "mapping",
    "number",
    "ordered",
    "truth",
    "words",
]

MOST_COUNTED = 10**15
"""People and things are counted below this, in the formats of others."""
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_MOMENT = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[Tt ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
    r" ?(?P<zone>[Zz]|[+-]\d\d(?::?\d\d(?::?\d\d(?:\.\d{6})?)?)?)?)?",
    re.ASCII,
)


def clean(text: str) -> str:
    """Return *text* without what no encoding can carry: lone surrogates become U+FFFD."""
    return text if text.isascii() else text.translate(_SURROGATES)


def words(value: object) -> str | None:
    """Return a string that says something, without outer white space; numbers are written out, all else is None."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return str(value)
    return clean(value).strip() or None if isinstance(value, str) else None


def filled(**values: object) -> dict[str, object]:
    """Return an object of the values there are."""
    return {key: value for key, value in values.items() if value not in (None, [], ())}


def mapping(value: object) -> Mapping[str, object]:
    """Return an object as it is, anything else as one without keys."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else dict[str, object]()


def each(value: object) -> Iterator[object]:
    """Yield the items of a list, or the one value there is instead of one."""
    if isinstance(value, list):
        yield from cast("list[object]", value)
    elif value is not None:
        yield value


def number(value: object, below: int = 10**9) -> int | None:
    """Return a whole number from 0 up to *below*, also where it is written as a string ("640", "640px")."""
    if isinstance(value, str):
        digits = value.strip().removesuffix("px").strip()
        value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None
    return value if type(value) is int and 0 <= value < below else None


def truth(value: object) -> bool | None:
    """Return true or false, also where they are written as strings ("True", "https://schema.org/False")."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().rpartition("/")[2].lower())
    return value if isinstance(value, bool) else None


def language(value: object) -> str | None:
    """Return a BCP 47 tag, also where it is written with an underscore ("en_GB")."""
    tag = (words(value) or "").replace("_", "-")
    return tag if is_language(tag) else None


def country(value: object) -> str | None:
    """Return an ISO 3166-1 alpha-2 code."""
    code = words(value) or ""
    return code if is_country(code) else None


def day_or_moment(value: object) -> dt.date | None:
    """Return the day or time that ISO 8601 gives, in its extended or basic form; None where it gives less."""
    match = _MOMENT.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    day = f"{match['year']}-{match['month']}-{match['day']}"
    try:
        if match["hour"] is None:
            return dt.date.fromisoformat(day)
        fraction = (match["fraction"] or "")[:6].ljust(6, "0")
        clock = f"{match['hour']}:{match['minute']}:{match['second'] or '00'}.{fraction}"
        return dt.datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=_zone(match["zone"]))
    except ValueError:
        return None


def _zone(zone: str | None) -> dt.timezone | None:
    """Return the offset written so; `datetime.fromisoformat` forgets those of less than a second."""
    if zone is None:
        return None
    if zone in "Zz":
        return dt.UTC
    digits, _, micro = zone[1:].replace(":", "").partition(".")
    hours, minutes, seconds = (int(digits[i : i + 2] or 0) for i in (0, 2, 4))
    offset = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=int(micro or 0))
    return dt.timezone(-offset if zone[0] == "-" else offset)


def ordered(published: dt.date | None, modified: dt.date | None) -> bool:
    """Tell whether the model takes the two dates together."""
    try:
        Article(published=published, modified=modified)
    except ValueError:
        return False
    return True


def author(name: object, *, url: object = None, organization: bool = False) -> Author | None:
    """Return an author, or None without a name."""
    named = words(name)
    kind = AuthorKind.ORGANIZATION if organization else AuthorKind.PERSON
    return None if named is None else Author(name=named, url=words(url), kind=kind)


def image(url: object, **details: object) -> Image | None:
    """Return an image, or None without an address; *details* are the other fields of `Image`, as found."""
    found = words(url)
    if found is None:
        return None
    return Image(
        url=found,
        caption=words(details.get("caption")),
        alt=words(details.get("alt")),
        credit=words(details.get("credit")),
        width=number(details.get("width")),
        height=number(details.get("height")),
    )


def decoded(data: str | bytes) -> str:
    """
    Return the text of a document; bytes are UTF-8, a byte order mark is taken off.

    Raises:
        FormatError: The bytes are no UTF-8.
        WrongTypeError: It is neither text nor bytes.
    """
    if not isinstance(data, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError(Problem("data", data, "str or bytes"))
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError as error:
        raise FormatError(WHOLE, f"not UTF-8: byte {error.object[error.start]:#04x} at {error.start}") from None
    return clean(text.removeprefix("\ufeff"))
