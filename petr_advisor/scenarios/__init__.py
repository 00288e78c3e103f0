"""Scripted consultations: loaded, evaluated by the dozen, and what of the law they reach."""
