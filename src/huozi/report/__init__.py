"""The report of an issue: its pages, what was found on them, what has changed, in one HTML file that stands alone."""
