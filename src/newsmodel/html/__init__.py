"""From a page to metadata and content blocks."""
