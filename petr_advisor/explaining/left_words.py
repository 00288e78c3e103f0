"""How many questions can still change what is proposed, in words that the screens and the documents share."""

from collections.abc import Callable


def provisional_words(say: Callable[..., str], to_settle: int, to_check: int) -> str:
    """Say how many there are, and of which kind where there are both: by the names that the head of a screen has."""
    count = to_settle + to_check
    if to_settle and to_check:
        return say("panel.provisional-both", count=count, settle=to_settle, check=to_check)
    return say("panel.provisional", count=count)
