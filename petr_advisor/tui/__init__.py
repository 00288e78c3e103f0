"""The terminal interface; the only package that imports Textual."""

import re

from rich import _wrap

from petr_advisor.tui.app import PetrAdvisorApp

# Rich breaks a line at any space; where French binds a mark to its word, the mark would stand alone.
_wrap.re_word = re.compile(r"[ \t\n]*(?:[^ \t\n]|(?<=«) | (?=[:;?!»]))+[ \t\n]*")

__all__ = ["PetrAdvisorApp"]
