"""What follows: facts, atoms, engines, decision diagrams; no text, no file, no screen."""
