"""Style: how it looks, from layout files to a resolved stylesheet."""
