from petr_advisor.tui.screens.acts import ActsScreen as ActsScreen
from petr_advisor.tui.screens.another import AnotherScreen as AnotherScreen
from petr_advisor.tui.screens.answers import AnswersScreen as AnswersScreen
from petr_advisor.tui.screens.copy import CopyScreen as CopyScreen
from petr_advisor.tui.screens.dossiers import DossiersScreen as DossiersScreen
from petr_advisor.tui.screens.examples import ExamplesScreen as ExamplesScreen
from petr_advisor.tui.screens.find_out import FindOutScreen as FindOutScreen
from petr_advisor.tui.screens.form import FormScreen as FormScreen
from petr_advisor.tui.screens.help import HelpScreen as HelpScreen
from petr_advisor.tui.screens.members import MembersScreen as MembersScreen
from petr_advisor.tui.screens.name import NameScreen as NameScreen
from petr_advisor.tui.screens.opening import OpeningScreen as OpeningScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen as OutcomesScreen
from petr_advisor.tui.screens.projection import ProjectionScreen as ProjectionScreen
from petr_advisor.tui.screens.question import QuestionScreen as QuestionScreen
from petr_advisor.tui.screens.scope import ScopeScreen as ScopeScreen
from petr_advisor.tui.screens.seats import SeatsScreen as SeatsScreen
from petr_advisor.tui.screens.start import StartScreen as StartScreen
from petr_advisor.tui.screens.territory import TerritoryScreen as TerritoryScreen
from petr_advisor.tui.screens.tour import TourScreen as TourScreen
from petr_advisor.tui.screens.tree import TreeScreen as TreeScreen

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
