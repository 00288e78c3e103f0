"""What has just been found to break the law, put into words: who answered wrongly learns it in time to correct it."""

from collections.abc import Collection

from petr_advisor.consulting.breaches import Breach
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def broken(before: Collection[Breach], after: Collection[Breach], key: str) -> Text | None:
    """Say which breaches are new, and how to correct the answer, in the phrase of a door; None where none is."""
    known = {breach.key for breach in before}
    new = [breach.condition for breach in after if breach.key not in known]
    return told(key, what=[condition.lost or condition.title for condition in new]) if new else None
