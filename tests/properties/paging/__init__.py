"""Small issues paged by brute force, to hold the best pages against."""
