from .checking import load as load
from .consulting.consultation import Consultation as Consultation
from .errors import PetrAdvisorError as PetrAdvisorError
from .explaining.explanations import how as how
from .explaining.explanations import why as why
from .explaining.explanations import why_not as why_not

__version__: str
__all__ = ["Consultation", "PetrAdvisorError", "__version__", "how", "load", "why", "why_not"]
