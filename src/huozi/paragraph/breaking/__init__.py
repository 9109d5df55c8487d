"""Breaking: where the lines of a paragraph end, and what each way costs."""
