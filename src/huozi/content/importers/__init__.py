"""Importers: manuscripts to issue folders, one module a format."""
