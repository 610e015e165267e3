"""Names: the proper names of a text, and what kind of thing each names."""
