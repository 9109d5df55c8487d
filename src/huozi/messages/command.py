"""Messages of the command room."""

from huozi.diagnostics import Message, Severity

COMMAND: dict[str, Message] = {}
