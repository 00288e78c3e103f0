"""The rule base of the project is clean, and loads quickly once it has been loaded."""

from petr_advisor.checking import all_problems
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.locations import knowledge_folder


def test_the_real_rule_base_is_clean() -> None:
    problems = all_problems(*read_folder(knowledge_folder()))
    assert not problems, "\n".join(map(str, problems))
