"""Reviews: what reviewers left in a proof, read back to its page, column, line and source."""
