from petr_advisor.checking import load as load
from petr_advisor.consulting.consultation import Consultation as Consultation
from petr_advisor.errors import PetrAdvisorError as PetrAdvisorError
from petr_advisor.explaining.explanations import how as how
from petr_advisor.explaining.explanations import why as why
from petr_advisor.explaining.explanations import why_not as why_not

__version__: str
__all__ = ["Consultation", "PetrAdvisorError", "__version__", "how", "load", "why", "why_not"]
