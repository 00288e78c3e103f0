"""One file a screen. Those that others open are given here, and each is loaded when it is first asked for.

The first one is so painted before the libraries of the others are loaded.
"""

from petr_advisor.late import given_late

_HOMES = {
    "ActsScreen": "petr_advisor.tui.screens.acts",
    "AnotherScreen": "petr_advisor.tui.screens.another",
    "AnswersScreen": "petr_advisor.tui.screens.answers",
    "CopyScreen": "petr_advisor.tui.screens.copy",
    "DossiersScreen": "petr_advisor.tui.screens.dossiers",
    "ExamplesScreen": "petr_advisor.tui.screens.examples",
    "FindOutScreen": "petr_advisor.tui.screens.find_out",
    "FormScreen": "petr_advisor.tui.screens.form",
    "HelpScreen": "petr_advisor.tui.screens.help",
    "MembersScreen": "petr_advisor.tui.screens.members",
    "NameScreen": "petr_advisor.tui.screens.name",
    "OpeningScreen": "petr_advisor.tui.screens.opening",
    "OutcomesScreen": "petr_advisor.tui.screens.outcomes",
    "ProjectionScreen": "petr_advisor.tui.screens.projection",
    "QuestionScreen": "petr_advisor.tui.screens.question",
    "ScopeScreen": "petr_advisor.tui.screens.scope",
    "SeatsScreen": "petr_advisor.tui.screens.seats",
    "StartScreen": "petr_advisor.tui.screens.start",
    "TerritoryScreen": "petr_advisor.tui.screens.territory",
    "TourScreen": "petr_advisor.tui.screens.tour",
    "TreeScreen": "petr_advisor.tui.screens.tree",
}
__all__ = [
    "ActsScreen",
    "AnotherScreen",
    "AnswersScreen",
    "CopyScreen",
    "DossiersScreen",
    "ExamplesScreen",
    "FindOutScreen",
    "FormScreen",
    "HelpScreen",
    "MembersScreen",
    "NameScreen",
    "OpeningScreen",
    "OutcomesScreen",
    "ProjectionScreen",
    "QuestionScreen",
    "ScopeScreen",
    "SeatsScreen",
    "StartScreen",
    "TerritoryScreen",
    "TourScreen",
    "TreeScreen",
]

__getattr__ = given_late(__name__, _HOMES)
