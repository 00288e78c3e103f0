"""The terminal interface; the only package that imports Textual."""

import re

from rich import _wrap

from petr_advisor.tui.app import PetrAdvisorApp

# Rich breaks a line at any space. Where a space binds (a high mark to its word, the number of an article, thousands)
# the mark or the number would stand alone.
_BINDING = r"(?<=«) | (?=[:;?!»%€])|(?<=[LRD]\.) (?=\d)|(?<=art\.) (?=[LRD\d])|(?<=\d) (?=\d{3}\b)"
_wrap.re_word = re.compile(rf"[ \t\n]*(?:[^ \t\n]|{_BINDING})+[ \t\n]*")

__all__ = ["PetrAdvisorApp"]
