"""Nothing to find out bears on a key question said to be without object."""

from itertools import islice

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base, report_of

FILES = ("life/ends-today.yaml", "life/merging-today.yaml")
ASKED = ("life", "project", "services", "europe")


def _cases() -> list[Consultation]:
    found: list[Consultation] = []
    for name in FILES:
        cases = islice(load_scenarios(examples_folder() / name, real_base()), 3)
        found += [
            each.consultation(engine("native")).about(ASKED).dont_know("project.scot_compatible") for each in cases
        ]
    return found


def test_what_is_to_be_found_out_bears_on_a_question_that_has_an_object() -> None:
    without = 0
    for case in _cases():
        states = {question: {line.state for line in case.course.of(question)} for question in ASKED}
        moot = {question for question, found in states.items() if found == {"moot"}}
        bearing: dict[str, set[str]] = {}
        for goal in case.agenda.decisive:
            for fact, _ in case.situation.relevant(goal.node):
                bearing.setdefault(fact, set()).add(goal.question)
        without += any(questions <= moot for questions in bearing.values())
        for (question, _), sure in case.sureness.items():  # what an answer is said to lack bears on it too
            for fact, _ in sure.answers:
                bearing.setdefault(fact, set()).add(question)
        for part in report_of(case).settle:
            assert not part.decisive or part.fact not in bearing or bearing[part.fact] - moot, part.fact
    assert without
