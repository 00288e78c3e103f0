"""What the program says in its own words: one catalogue of phrases, French and English, and one voice."""
