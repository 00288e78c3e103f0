"""How many questions can still change what is proposed, in words that the screens and the documents share."""

from collections.abc import Callable

from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def provisional_words(say: Callable[..., str], to_settle: int, to_check: int, *, proposed: bool = True) -> str:
    """Say how many there are, and of which kind where there are both: by the names that the head of a screen has."""
    count, what = to_settle + to_check, changed(proposed=proposed)
    if to_settle and to_check:
        return say("panel.provisional-both", count=count, settle=to_settle, check=to_check, what=what)
    return say("panel.provisional", count=count, what=what)


def changed(*, proposed: bool) -> Text:
    """Name what questions can still change: no proposal where there is none yet."""
    return told("left.proposal" if proposed else "left.what-follows")
