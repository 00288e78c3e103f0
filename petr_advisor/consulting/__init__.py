"""What a person says, what to ask next, and what follows."""
