"""Proper names in running text: people, organisations and the rest."""

from newsmodel.text.document import Document


def find_names(document: Document) -> tuple[object, ...]:
    """Return the proper names of *document*, in order."""
    return ()
