"""Fonts: faces, roles and fallback, shaping, subsets. The only room that knows HarfBuzz."""
