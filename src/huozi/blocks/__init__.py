"""Blocks: one module a kind of block, to galley matter."""
