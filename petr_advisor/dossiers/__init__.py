"""Dossiers: consultations saved in a database after every answer, and taken up again by name.

Nothing said is written over, each change is on the disk before it is acknowledged, and a dossier is held by one process
at a time.
"""

from petr_advisor.consulting.saved import Resumed, SavedError
from petr_advisor.dossiers.held import Held, begin, begin_as, copy, save, take_up
from petr_advisor.dossiers.importing import take_all_over
from petr_advisor.dossiers.locks import HeldElsewhereError
from petr_advisor.dossiers.naming import Listing, free_name, is_taken, listing, name_of_first, names, slug_of
from petr_advisor.dossiers.reading import resume
from petr_advisor.dossiers.warming import warm_up

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
