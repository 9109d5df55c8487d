"""Lines: characters brought to their places, and what is drawn of a line."""
