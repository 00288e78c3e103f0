"""The legal dossier from which the rule base was written: what each of its files held, and where that is found here."""

from petr_advisor.knowledge.texts import Entry, Text

Account = tuple[str, ...] | Text
"""What encodes an entry (`option:creation`, `rule:risk.leader`, `scenario:scot/traps/x`), or why nothing does."""


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
