"""The three sizes of a document, and the annexes that the longest one may go without."""

from typing import Literal, get_args

from petr_advisor.errors import PetrAdvisorError

Size = Literal["note", "report", "file"]
"""What a council votes on; what an adviser presents; everything, with the proof and the sources."""
SIZES: tuple[Size, ...] = get_args(Size)
Annex = Literal["sources", "answers", "proof", "norms"]
"""The parts of a whole file that show what it rests on."""
ANNEXES: tuple[Annex, ...] = get_args(Annex)


def annexes(names: str) -> frozenset[Annex]:
    """Read annexes named with commas between them; PetrAdvisorError names the nearest where one is unknown."""
    from petr_advisor.knowledge.problems import nearest  # noqa: PLC0415 - the command line is loaded before any rule

    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted:
        if name not in ANNEXES:
            near = nearest(name, ANNEXES) or ", ".join(ANNEXES)
            raise PetrAdvisorError.of("command.no-annex", name=name, near=near)
    return frozenset(annex for annex in ANNEXES if annex in wanted)
