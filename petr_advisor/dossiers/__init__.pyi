from .held import Held as Held
from .held import begin as begin
from .held import begin_as as begin_as
from .held import copy as copy
from .held import save as save
from .held import take_up as take_up
from .importing import take_all_over as take_all_over
from .locks import HeldElsewhereError as HeldElsewhereError
from .naming import Listing as Listing
from .naming import free_name as free_name
from .naming import is_taken as is_taken
from .naming import listing as listing
from .naming import name_of_first as name_of_first
from .naming import names as names
from .naming import slug_of as slug_of
from .naming import taken_by as taken_by
from .reading import resume as resume
from .warming import warm_up as warm_up

__all__ = [
    "Held",
    "HeldElsewhereError",
    "Listing",
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
    "taken_by",
    "warm_up",
]
