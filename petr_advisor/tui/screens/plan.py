"""The plan of the course in time: legal dates first, then its acts drawn, then everything about them."""

from collections.abc import Iterator
from itertools import takewhile

from rich.console import Group, RenderableType
from rich.text import Text as RichText

from petr_advisor.documents.blocks import Block, Heading, Paragraph, plain
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.plan import roadmap
from petr_advisor.documents.layout.summary import breaches
from petr_advisor.tui.drawn import drawn
from petr_advisor.tui.screens.reading import ReadingScreen
from petr_advisor.tui.timeline import timeline


class PlanScreen(ReadingScreen):
    """Draws the plan; where there is none, says why."""

    HELP_KEY = "help.plan"
    TITLE_KEY = "roadmap"

    def blocks(self, pen: Pen) -> Iterator[Block]:
        """Give the plan in words."""
        yield from breaches(pen)
        yield from roadmap(pen, brief=True)

    def page(self, pen: Pen, width: int) -> RenderableType:
        """Draw the plan."""
        plan = pen.report.roadmap
        if plan is None:
            why = pen.report.no_roadmap or pen.phrase("no-step")
            return drawn([*breaches(pen), Paragraph(line=plain(why))])
        told = list(roadmap(pen, brief=True))
        head = list(takewhile(lambda block: not isinstance(block, Heading) or block.level == 1, told))
        return Group(drawn([*breaches(pen), *head]), RichText(), *timeline(pen, plan, width), drawn(told[len(head) :]))
