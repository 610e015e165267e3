"""Plain text: headline, a blank line, the body as it is."""

from newsmodel.formats import text
from newsmodel.model import Article


def test_headline_and_body_are_written_as_they_are(article: Article) -> None:
    """The document is the headline, a blank line, the text, a newline."""
    assert text.dumps(article) == f"{article.headline}\n\n{article.text}\n"
    assert text.dumps(Article(text=" It rained. ")) == " It rained. \n"


def test_all_but_the_words_is_named_as_lost(article: Article) -> None:
    """Losses name every other field that is set, and none that is not."""
    assert text.losses(Article(headline="Rain")) == ()
    lost = text.losses(article)
    assert {"authors", "published", "quotes", "blocks"} <= set(lost)
    assert not {"headline", "text", "issues"} & set(lost)
