"""Dossiers: consultations saved in a database after every answer, and taken up again by name.

Nothing said is written over, each change is on the disk before it is acknowledged, and a dossier is held by one process
at a time. What is given here is loaded when it is first asked for: the first screen needs none of it.
"""

from petr_advisor.late import given_late

_HOMES = {
    "Held": "petr_advisor.dossiers.held",
    "HeldElsewhereError": "petr_advisor.dossiers.locks",
    "Listing": "petr_advisor.dossiers.naming",
    "Resumed": "petr_advisor.consulting.saved",
    "SavedError": "petr_advisor.consulting.saved",
    "begin": "petr_advisor.dossiers.held",
    "begin_as": "petr_advisor.dossiers.held",
    "copy": "petr_advisor.dossiers.held",
    "free_name": "petr_advisor.dossiers.naming",
    "is_taken": "petr_advisor.dossiers.naming",
    "listing": "petr_advisor.dossiers.naming",
    "name_of_first": "petr_advisor.dossiers.naming",
    "names": "petr_advisor.dossiers.naming",
    "resume": "petr_advisor.dossiers.reading",
    "save": "petr_advisor.dossiers.held",
    "slug_of": "petr_advisor.dossiers.naming",
    "take_all_over": "petr_advisor.dossiers.importing",
    "take_up": "petr_advisor.dossiers.held",
    "warm_up": "petr_advisor.dossiers.warming",
}
__all__ = [
    "Held",
    "HeldElsewhereError",
    "Listing",
    "Resumed",
    "SavedError",
    "begin",
    "begin_as",
    "copy",
    "free_name",
    "is_taken",
    "listing",
    "name_of_first",
    "names",
    "resume",
    "save",
    "slug_of",
    "take_all_over",
    "take_up",
    "warm_up",
]

__getattr__ = given_late(__name__, _HOMES)
