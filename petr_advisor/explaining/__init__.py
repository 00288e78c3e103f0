"""Explanations: how, why, why not."""
