"""Messages of the output room."""

from huozi.diagnostics import Message, Severity

OUTPUT: dict[str, Message] = {}
