"""The legal dossier from which the rule base was written: what each of its files held, and where that is found here."""

from typing import Self

from pydantic import Field, model_validator

from petr_advisor.words.texts import Entry, Text

Account = tuple[str, ...] | Text
"""What encodes an entry (`option:creation`, `rule:risk.leader`, `scenario:scot/traps/x`), or why nothing does."""


class OpenQuestion(Entry):
    """A question that a file of the dossier leaves open, and where the reader of a conclusion meets it."""

    title: Text
    """What is asked, in short."""
    fingerprint: str = Field(pattern="^[0-9a-f]{8}$")
    """The start of the SHA-256 of its wording in the dossier, so that a reworded question is read again."""
    points: tuple[str, ...] = ()
    """The disputed points that give its readings."""
    check: tuple[str, ...] = ()
    """The norms whose `check` says what is unknown and whom to ask."""
    reason: Text | None = None
    """Why no case can meet it."""

    @model_validator(mode="after")
    def _accounted_for(self) -> Self:
        if bool(self.points or self.check) == bool(self.reason):
            raise ValueError(
                "give the `points` or the norms to `check` that tell it, or else the `reason` why none does"
            )
        return self


class LedgerFile(Entry):
    """A file of the dossier."""

    title: Text
    """What it is about."""
    norms: tuple[str, ...] = ()
    """Its norms; each is a norm here, or another identifier of one."""
    points: tuple[str, ...] = ()
    """Its unsettled points; each is a disputed point here, or another identifier of one."""
    tables: dict[str, dict[str, Account]] = {}
    """Its tables: for each entry, what encodes it, or why nothing does."""
    open_questions: dict[str, OpenQuestion] = {}
    """Its open questions, in its order."""
