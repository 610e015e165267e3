"""News articles as typed, immutable, offset-grounded objects."""
