"""HTML to metadata and blocks."""

from newsmodel.errors import ParseError, Problem, WrongTypeError
from newsmodel.html.content import Content, read_content
from newsmodel.html.decode import decode
from newsmodel.html.metadata import read_metadata
from newsmodel.html.tree import parse_tree
from newsmodel.model.article import Article

__all__ = ["read_page"]


def read_page(data: bytes | str, *, url: str | None = None, encoding: str | None = None) -> Article:
    """
    Read the article on a page, without annotating it.

    Args:
        data: The page, as fetched.
        url: Where it was fetched.
        encoding: The encoding that the transport declared.

    Raises:
        ParseError: The data are not a page: a PDF, an image, other binary data.
        WrongTypeError: The data are neither bytes nor str.
    """
    text = decode(data, encoding).text if isinstance(data, bytes) else data
    root, _ = parse_tree(text)
    if root is None:
        return Article(url=url)
    metadata = read_metadata(root, url)
    content = read_content(root, url=url, metadata=metadata)
    return Article(
        headline=metadata.headline,
        text=content.text,
        blocks=content.blocks,
        authors=metadata.authors,
        published=metadata.published,
    )
