"""Rounds: what an issue was when it was read, and what has changed since."""
