"""The reporter's questions about the main event."""

from newsmodel.model import Article, FiveW


def five_w(article: Article) -> FiveW:
    """Return the answers to who, what, when and where, from headline and lede."""
    return FiveW()
