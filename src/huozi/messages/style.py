"""Messages of the style room."""

from huozi.diagnostics import Message, Severity

STYLE: dict[str, Message] = {}
