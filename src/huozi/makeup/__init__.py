"""Make-up: from the galley to pages."""
