"""Content: what the editors say, from YAML and Markdown to the model."""
