"""What to tell: renderers of conclusions and explanations."""
