"""The one family of errors that reaches a person."""


class PetrAdvisorError(Exception):
    """Base of every error of this package; its text is shown to a person as it is."""

    def __init__(self, en: str, fr: str | None = None) -> None:
        super().__init__(en)
        self.fr = fr or en
        """The French text; the English one where the error is for a rule author."""

    def told(self, language: str) -> str:
        """Give the text in one language."""
        return self.fr if language == "fr" else str(self)
