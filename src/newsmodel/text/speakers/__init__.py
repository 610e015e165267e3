"""Speakers: the names of an article, and who is meant by the other words."""
