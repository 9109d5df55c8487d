"""The keys of a layout file: a table a part, each row declared once."""
