"""The first page of what is told: for whom, by whom, on which law."""

from datetime import date

from petr_advisor.documents.parts import Part, Words
from petr_advisor.documents.settings import Adviser


class Cover(Part):
    """The first page."""

    territory: Words
    """Whom the report is for."""
    subtitle: Words | None = None
    """What the case is about."""
    today: Words | None = None
    """How many members there are on the date of law, whoever joins or leaves, and their inhabitants where known."""
    stands: tuple[Words, ...] = ()
    """Where the territory stands: what its structure is, what it intends."""
    questions: tuple[Words, ...]
    """The key questions answered."""
    adviser: Adviser
    """Who gives the advice."""
    made_on: date
    """The day the report was made."""
    as_of: date
    """The date of law."""
    rule_base: Words
    """Hash of the rule base."""
    engine: Words
    """The inference engine that ran."""
    version: Words
    """The version of the program."""
    notice: Words
    """What the report is not."""
    banner: Words | None = None
    """That the law is not, or may not be, that of the day the report was made; none when it is."""
