"""The one family of errors that reaches a person."""


class PetrAdvisorError(Exception):
    """Base of every error of this package; its text is shown to a person as it is."""
