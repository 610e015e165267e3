"""HTML to an article: decoded as browsers do, parsed once, its metadata weighed, its text found by structure."""

from typing import Final

from newsmodel.html.binary import refuse_binary
from newsmodel.html.content import Content, read_content
from newsmodel.html.declared_images import picture_of
from newsmodel.html.decode import decode_as, encoding_of, is_utf_8, label_issues
from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.tree import parse_tree
from newsmodel.model.article import Article
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Image, Issue, Provenance

__all__ = ["read_page"]

_UTF_8: Final = "UTF-8"
_MARK_OF_UTF_8: Final = b"\xef\xbb\xbf"


def read_page(data: bytes | str, *, url: str | None = None, encoding: str | None = None) -> Article:
    """
    Read the article on a page, without annotating it.

    Args:
        data: The page, as fetched. Lone surrogates in a str become U+FFFD, with an issue.
        url: Where it was fetched.
        encoding: The encoding that the transport declared.

    Raises:
        ParseError: The data are not a page: a PDF, an image, other binary data.
    """
    url = url if url and not url.isspace() else None
    page, issues = _page_of(data, encoding)
    root, too_deep = parse_tree(page)
    if too_deep:
        issues = (*issues, Issue(code=IssueCode.LIMIT_REACHED, message="elements nested too deeply were left out"))
    if root is None:
        return Article(url=url, issues=(*issues, Issue(code=IssueCode.EMPTY, message="the page is empty")))
    gathered = Gathered(root)
    metadata = read_metadata(gathered, url)
    return _article(url, metadata, read_content(gathered, url=url, metadata=metadata), issues)


def _page_of(data: bytes | str, encoding: str | None) -> tuple[str | bytes, tuple[Issue, ...]]:
    """Return the page as text, or as it came where it is sound UTF-8, which the parser reads without a copy."""
    if isinstance(data, bytes):
        refuse_binary(data)
        found, start = encoding_of(data, encoding)
        if found.name == _UTF_8 and is_utf_8(data):
            return data.removeprefix(_MARK_OF_UTF_8), label_issues(encoding)
        decoded = decode_as(found, data[start:], encoding)
        return decoded.text, decoded.issues
    try:
        data.encode()
    except UnicodeEncodeError:
        issue = Issue(code=IssueCode.BAD_ENCODING, message="lone surrogates in the text were replaced by U+FFFD")
        return data.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), (issue,)
    return data, ()


def _article(url: str | None, metadata: Metadata, content: Content, issues: tuple[Issue, ...]) -> Article:
    return Article(
        headline=metadata.headline,
        text=content.text,
        blocks=content.blocks,
        url=url,
        canonical_url=metadata.canonical_url,
        description=metadata.description,
        authors=metadata.authors,
        publisher=metadata.publisher,
        published=metadata.published,
        modified=metadata.modified,
        section=metadata.section,
        keywords=metadata.keywords,
        language=metadata.language,
        images=_all_images(metadata.images, content.images),
        links=content.links,
        is_accessible_for_free=metadata.is_accessible_for_free,
        copyright=metadata.copyright,
        provenance=(*metadata.provenance, *_shown_first(metadata, content)),
        issues=(*issues, *metadata.issues, *content.issues),
    )


def _all_images(declared: tuple[Image, ...], shown: tuple[Image, ...]) -> tuple[Image, ...]:
    """Return the images in the body after the declared ones that are not among them in another size."""
    if not declared:
        return shown
    pictures = {picture_of(image.url) for image in shown}
    return (*(image for image in declared if picture_of(image.url) not in pictures), *shown)


def _shown_first(metadata: Metadata, content: Content) -> tuple[Provenance, ...]:
    """Return where the images are from, if none is declared."""
    if metadata.images or not content.images:
        return ()
    return (Provenance(field="images", source="img", raw=content.images[0].url),)
