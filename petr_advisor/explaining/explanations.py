"""How a conclusion was reached, why a question is asked, why an option is not open: trees of sentences."""

from petr_advisor.explaining.clash_words import clash_text
from petr_advisor.explaining.how import how
from petr_advisor.explaining.tree import Explanation, entity_name
from petr_advisor.explaining.why import why
from petr_advisor.explaining.why_not import why_not

__all__ = ["Explanation", "clash_text", "entity_name", "how", "why", "why_not"]
