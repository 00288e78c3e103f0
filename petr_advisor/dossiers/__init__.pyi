from petr_advisor.consulting.saved import Resumed as Resumed
from petr_advisor.consulting.saved import SavedError as SavedError
from petr_advisor.dossiers.held import Held as Held
from petr_advisor.dossiers.held import begin as begin
from petr_advisor.dossiers.held import begin_as as begin_as
from petr_advisor.dossiers.held import copy as copy
from petr_advisor.dossiers.held import save as save
from petr_advisor.dossiers.held import take_up as take_up
from petr_advisor.dossiers.importing import take_all_over as take_all_over
from petr_advisor.dossiers.locks import HeldElsewhereError as HeldElsewhereError
from petr_advisor.dossiers.naming import Listing as Listing
from petr_advisor.dossiers.naming import free_name as free_name
from petr_advisor.dossiers.naming import is_taken as is_taken
from petr_advisor.dossiers.naming import listing as listing
from petr_advisor.dossiers.naming import name_of_first as name_of_first
from petr_advisor.dossiers.naming import names as names
from petr_advisor.dossiers.naming import slug_of as slug_of
from petr_advisor.dossiers.reading import resume as resume
from petr_advisor.dossiers.warming import warm_up as warm_up

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
