"""The consultation as plain prompts."""
