"""The terminal interface; the only package that imports Textual."""

from petr_advisor.tui.app import PetrAdvisorApp
from petr_advisor.tui.breaking import keep_together

keep_together()

__all__ = ["PetrAdvisorApp"]
