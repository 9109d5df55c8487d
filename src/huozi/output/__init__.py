"""Output: from the display list to files."""
