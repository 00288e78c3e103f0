"""The terminal interface; the only package that imports Textual."""

from petr_advisor.tui.app import PetrAdvisorApp

__all__ = ["PetrAdvisorApp"]
