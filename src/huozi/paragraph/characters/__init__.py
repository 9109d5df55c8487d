"""Characters: what a character is to composition, by itself and by the text around it."""
