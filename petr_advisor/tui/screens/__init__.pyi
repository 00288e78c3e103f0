from .acts import ActsScreen as ActsScreen
from .another import AnotherScreen as AnotherScreen
from .answers import AnswersScreen as AnswersScreen
from .copy import CopyScreen as CopyScreen
from .dossiers import DossiersScreen as DossiersScreen
from .examples import ExamplesScreen as ExamplesScreen
from .find_out import FindOutScreen as FindOutScreen
from .form import FormScreen as FormScreen
from .help import HelpScreen as HelpScreen
from .members import MembersScreen as MembersScreen
from .name import NameScreen as NameScreen
from .opening import OpeningScreen as OpeningScreen
from .outcomes import OutcomesScreen as OutcomesScreen
from .projection import ProjectionScreen as ProjectionScreen
from .question import QuestionScreen as QuestionScreen
from .scope import ScopeScreen as ScopeScreen
from .seats import SeatsScreen as SeatsScreen
from .start import StartScreen as StartScreen
from .territory import TerritoryScreen as TerritoryScreen
from .tour import TourScreen as TourScreen
from .tree import TreeScreen as TreeScreen

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
