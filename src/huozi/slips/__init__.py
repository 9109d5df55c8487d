"""Slips of the Chinese keyboard in YAML: looked for where a reading failed, mended for the rest of it, each named."""
