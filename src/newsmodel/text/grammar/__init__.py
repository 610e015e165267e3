"""Just enough grammar: parts of speech, inflection, noun phrases, clauses."""
