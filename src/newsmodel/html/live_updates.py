"""The entries of a live blog as JSON-LD gives them, for pages whose scripts fetch what they show."""

import datetime as dt
from html import escape
from typing import Final

from newsmodel.html.dates import read_machine_date
from newsmodel.html.json_ld import Json, items_of
from newsmodel.html.signals import Signals, plain

__all__ = ["live_updates"]

_MOST: Final = 500


def live_updates(signals: Signals) -> str | None:
    """Return the entries as a piece of a page: an ``article`` each, with its headline, its time and its text."""
    updates = [update for value in signals.json_ld("liveBlogUpdate") for update in items_of(value)]
    return "".join(map(_entry, updates[:_MOST])) or None


def _entry(update: Json) -> str:
    if not isinstance(update, dict):
        return ""
    headline, body, said = (update.get(key) for key in ("headline", "articleBody", "datePublished"))
    if not isinstance(body, str) or not body.strip():
        return ""
    heading = f"<h2>{escape(plain(headline))}</h2>" if isinstance(headline, str) and headline.strip() else ""
    moment = read_machine_date(said) if isinstance(said, str) else None
    time = f"<p>{moment.isoformat(' ', 'minutes')}</p>" if isinstance(moment, dt.datetime) else ""
    text = body if "</" in body else "".join(f"<p>{escape(plain(line))}</p>" for line in body.splitlines())
    return f"<article>{heading}{time}{text}</article>"
