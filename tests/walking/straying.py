"""What a person does between the steps of a trace: any key of any footer, keys too quick, odd letters, other sizes."""

from collections.abc import Iterator
from random import Random

from tests.walking.acts import Act, keys, paste, quick, size
from tests.walking.screens import Walk

MOVES = ("up", "down", "left", "right", "enter", "escape", "tab", "shift+tab", "space", "pagedown", "end", "home")
ODD = ("²", "³", "é", "½", "٣", "Ⅷ", "0", "9", "-", "/", "€", "ß", "😀", "\t")
PASTED = (
    "²", "1/00", "--5", "12²", "٣٤٥", "1 234", "31/02/2020", "2/3", "x" * 600, "\u202ertl", "[b]gras[/b]", "\x00",
    "1\n2\n3", "99999999999999999999", "½", "27 juillet 2014", "O’Brien ; cc ; 12",
)  # fmt: skip
SIZES = ((80, 24), (120, 40), (100, 30), (60, 20), (200, 60), (40, 10))
RARE = {"q", "ctrl+q", "ctrl+c", "x"}
"""Keys of footers that are pressed one time in ten: leaving, and writing a report, take long."""


def stray(walk: Walk, dice: Random) -> Iterator[Act]:
    """Do something that no trace asks for."""
    what = dice.choice(("footer",) * 8 + ("move",) * 3 + ("quick",) * 3 + ("size", "odd", "paste", "language"))
    match what:
        case "footer":
            yield from keys(_footer(walk, dice))
        case "move":
            yield from keys(*dice.choices(MOVES, k=2))
        case "quick":
            yield from quick(*(_footer(walk, dice) if dice.random() < 0.5 else dice.choice(MOVES) for _ in range(3)))
        case "size":
            yield from size(*dice.choice(SIZES))
        case "odd":
            walk.odd = True
            yield from (*keys(dice.choice(ODD)), *keys(dice.choice(("enter", "ctrl+s", "escape"))))
        case "paste":
            walk.odd = True
            yield from (*paste(dice.choice(PASTED)), *keys(dice.choice(("enter", "ctrl+s", "escape"))))
        case "language":
            yield from keys("l", "f1", "l", "escape")


def _footer(walk: Walk, dice: Random) -> str:
    """Give one of the keys that work now."""
    found = sorted(key for key, active in walk.app.screen.active_bindings.items() if active.enabled)
    common = [key for key in found if key not in RARE]
    return dice.choice(found if dice.random() < 0.1 or not common else common)
