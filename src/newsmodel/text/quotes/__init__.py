"""Who said what: quotation marks, cues, sources and contents."""
