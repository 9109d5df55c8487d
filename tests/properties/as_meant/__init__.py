"""A thousand paragraphs by a seeded author, who knows of every piece both how it is written and what a reader sees."""
