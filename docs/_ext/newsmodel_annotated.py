"""A paragraph as the article viewer draws it, and the viewer's page of the bundled article; both made at build."""

import datetime as dt
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import newsmodel as nm
from newsmodel.formats import html
from newsmodel.formats._viewer.marks import hue, label, ranked
from newsmodel.formats._viewer.page import body, resource

EXAMPLE = Path(__file__).parents[2] / "examples" / "article.html"
PAGE = "example.html"
"""The name of the viewer's page of the bundled article, beside the landing page."""


class Annotated(SphinxDirective):
    """``.. annotated:: DATE`` with a text: what is found in it, published that day, drawn as the viewer does."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Return the drawing, the speakers under it, and a link to the page of the bundled article."""
        article = nm.parse_text(" ".join(self.content), published=dt.date.fromisoformat(self.arguments[0]))
        speakers = "".join(
            f'<li><span class="source {hue(rank)}">{label(speaker.name)}</span>: {len(quotes)}'
            f" {'quote' if len(quotes) == 1 else 'quotes'}"
            f"{f', {label(speaker.role)}' if speaker.role else ''}</li>"
            for rank, (speaker, quotes) in enumerate(ranked(article).items(), 1)
        )
        events = "".join(
            f"<li>{label(event.time.value)}: <span class='event'>{label(event.trigger.of(article.text))}</span>"
            f" {label(event.kind.value)}</li>"
            for event in article.events
            if event.time and event.kind is not nm.EventKind.OTHER
        )
        drawn = body(article).replace(' tabindex="0"', "")  # no script here that would show more
        style = f"<style>.annotated {{ {resource('marks.css')} }}</style>"
        below = f"<div><ul>{speakers}</ul><ul>{events}</ul></div>"
        link = f'<p class="whole"><a href="{PAGE}">See a whole article in the viewer</a></p>'
        return [nodes.raw("", f'{style}<div class="annotated">{drawn}{below}{link}</div>', format="html")]


def write_page(app: Sphinx) -> None:
    """Write the viewer's page of the bundled article beside the landing page."""
    if app.builder.format == "html":
        article = nm.parse_html(EXAMPLE.read_bytes())
        Path(app.outdir, PAGE).write_text(html.dumps(article, view="annotated"), "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive, and the page."""
    app.add_directive("annotated", Annotated)
    app.add_css_file("annotated.css")
    app.connect("builder-inited", write_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
