"""Drafts of acts."""
