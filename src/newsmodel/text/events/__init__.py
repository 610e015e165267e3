"""Events: the words that name them, who takes part, when, where, and how they are told."""
