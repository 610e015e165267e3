"""Places and the dateline."""
