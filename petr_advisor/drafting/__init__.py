"""Drafts of the acts of a plan: what each holds, filled in from the case, as files a person edits."""
