"""What a hand does at the keyboard, in a form that can be written down, shortened and done again."""

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True)
class Act:
    """One thing done; `wait` is whether the hand then waits for the program."""

    how: Literal["key", "paste", "size"]
    what: str
    wait: bool = True

    def __str__(self) -> str:
        told = {"key": self.what, "paste": repr(self.what), "size": f"[{self.what}]"}[self.how]
        return told if self.wait else f"{told}+"


def keys(*names: str) -> tuple[Act, ...]:
    """Press keys, waiting after each."""
    return tuple(Act("key", name) for name in names)


def at_once(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Do acts one upon the other, and wait at the end."""
    return (*(replace(act, wait=False) for act in acts[:-1]), *acts[-1:])


def quick(*names: str) -> tuple[Act, ...]:
    """Press keys one upon the other, and wait at the end."""
    return at_once(keys(*names))


def paste(text: str) -> tuple[Act, ...]:
    """Put a text in, in one go."""
    return (Act("paste", text),)


def size(width: int, height: int) -> tuple[Act, ...]:
    """Give the terminal another size."""
    return (Act("size", f"{width}x{height}"),)
