"""New matter: a journal's house, its next issue, an article; made whole or not at all, and never over something."""
