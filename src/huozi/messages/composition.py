"""Messages of the composition room."""

from huozi.diagnostics import Message, Severity

COMPOSITION: dict[str, Message] = {}
