"""Picture files: what they are, and what print makes of them."""
