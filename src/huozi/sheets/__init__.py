"""Sheets: pages in, pages out. What proofs, comparisons and reports know of finished pages."""
