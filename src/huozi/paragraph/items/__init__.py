"""Items: a paragraph's characters as parallel lists, made ready to break."""
