"""Pictures of pages: a PDF's pages drawn to PNG, and the folder that holds them.

The one room that knows pypdfium2 (the extra ``huozi[proof]``); nothing of it is loaded by a build.
"""
