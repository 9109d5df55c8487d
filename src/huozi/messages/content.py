"""Messages of the content room."""

from huozi.diagnostics import Message, Severity

CONTENT: dict[str, Message] = {}
