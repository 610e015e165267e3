"""Speakers: who is meant by the sources of the quotes, over the whole article."""
