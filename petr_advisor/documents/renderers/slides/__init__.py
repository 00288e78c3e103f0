"""Slides: what each one tells, how its text is made to fit, how it is drawn."""
