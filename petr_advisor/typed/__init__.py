"""What a person types, read in their language: one reader for the screen, the prompts and the command line."""
