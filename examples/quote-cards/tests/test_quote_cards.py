"""What holds for the cards of every article."""

from hypothesis import given

import newsmodel as nm
from newsmodel import strategies
from quote_cards import LIMIT, cards


@given(strategies.articles())
def test_a_card_fits_into_a_post(article: nm.Article) -> None:
    """No card is longer than the limit, and each is one line."""
    for card in cards(article):
        assert len(card) <= LIMIT
        assert len(card.splitlines()) == 1


@given(strategies.articles())
def test_a_card_says_what_the_article_says(article: nm.Article) -> None:
    """A card's quote is a quote of the article, or the beginning of one; its speaker is a speaker of the article."""
    quotes = [" ".join(quote.text.split()) for quote in article.quotes]
    names = [" ".join(speaker.name.split()) for speaker in article.speakers]
    for card in cards(article):
        said, _, name = card.rpartition("” — ")
        assert name in names
        assert any(quote.startswith(said[1:].removesuffix("…")) for quote in quotes)


def test_indirect_speech_makes_no_card() -> None:
    """Only what was said in these words becomes a card."""
    article = nm.parse_text("“We open in May,” Ada Brook said. She said the doors would be wide.")
    assert cards(article) == ["“We open in May,” — Ada Brook"]
