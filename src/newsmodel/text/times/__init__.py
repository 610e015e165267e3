"""Time expressions: finding them, and what they are worth as TIMEX3."""
