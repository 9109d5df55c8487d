"""Rules: prohibitions, spaces and where lines may end, as tables by profile and level."""
