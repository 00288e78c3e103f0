"""Consultations saved after every answer, and taken up again by name.

Each is a file of its own, never half written, held by one process at a time.
"""

from petr_advisor.consulting.saved.folder import SavedError, file_of, is_taken, names
from petr_advisor.consulting.saved.form import Resumed, from_json, plain, to_json
from petr_advisor.consulting.saved.held import Held, begin, begin_as, copy, save, take_up
from petr_advisor.consulting.saved.locks import HeldElsewhereError
from petr_advisor.consulting.saved.reading import read, resume

__all__ = [
    "Held",
    "HeldElsewhereError",
    "Resumed",
    "SavedError",
    "begin",
    "begin_as",
    "copy",
    "file_of",
    "from_json",
    "is_taken",
    "names",
    "plain",
    "read",
    "resume",
    "save",
    "take_up",
    "to_json",
]
