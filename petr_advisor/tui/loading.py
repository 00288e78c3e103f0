"""What the first screen does not need is loaded once it is painted: nobody waits for it at the first key."""

from petr_advisor import dossiers
from petr_advisor.tui import screens


def load_the_rest() -> None:
    """Load the libraries by which consultations are saved, and the screens that come next."""
    dossiers.warm_up()
    _ = screens.StartScreen, screens.QuestionScreen, screens.OutcomesScreen
