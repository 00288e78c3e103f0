"""What lines of a checklist want before one goes on: each costs a screen of its own."""

from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.widgets.statements import Statements


def tell_wanting(app: AdvisorApp, lines: Statements, decisive: frozenset[str]) -> bool:
    """Tell of the lines that decide and are blank, else of those still open below; the bar goes to the first."""
    blank, pending = ([fact for fact in found if fact in decisive] for found in (lines.blank, lines.pending))
    for fact in (*blank, *pending)[:1]:
        lines.go_to(fact)
    if blank:
        app.tell_of_lines("checklist.blank", count=len(blank))
    elif pending:
        app.tell_of_lines("checklist.pending", **lines.about_below)
    return bool(blank or pending)
