"""Messages of the importing room."""

from huozi.diagnostics import Message, Severity

IMPORTING: dict[str, Message] = {}
