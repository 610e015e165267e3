"""
Articles from what other tools have made, for those who keep their extractor or their annotations.

Each function takes what a tool returns, by the names of its fields and without importing the tool, and returns an
`Article`. What was found on a page is not yet annotated: `annotate` finds quotes, speakers, times, places and events
in it. What was found in a text comes with its quotes and speakers, which `annotate` would replace.

Fields that a tool leaves empty are empty; a date or language that cannot be read is left out with an issue. What no
version of a tool puts into a field is an error that names the field, the value and what was expected.
"""

from newsmodel.formats._adapted_pages import from_fundus, from_newspaper4k, from_trafilatura, from_zyte
from newsmodel.formats._adapted_quotes import from_citron, from_corenlp

__all__ = ["from_citron", "from_corenlp", "from_fundus", "from_newspaper4k", "from_trafilatura", "from_zyte"]
