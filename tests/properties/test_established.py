"""What is said of what can still change is so: an established answer stays, whatever is answered to what is asked."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.consulting.knowable import questions_of
from petr_advisor.consulting.overturning import overturning
from petr_advisor.consulting.sureness import other_names
from petr_advisor.consulting.to_find_out import points
from petr_advisor.explaining.progress_words import progress_moved
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.atoms import values_of
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base, report_of
from tests.tui.test_checklists import held_to_the_end

CONTRACTS = "a PETR with its SCoT, contracts and a service to be created"
UNKNOWN = ("petr.agreement_signed", "contract.region_signed", "contract.state_signed", "contract.projects_listed")
Said = dict[tuple[str, str | None], tuple[str, list[tuple[str, str]]]]


def said(case: Consultation) -> Said:
    """Give the headline of each line: its state, and its options under their names."""
    return {
        (line.question, line.theme): (line.state, [(each.id, each.option.title.fr) for each in line.options])
        for line in case.course.lines
    }


def answers_to(case: Consultation, fact: str, of: str | None = None) -> Iterator[Consultation]:
    """Give a case with each answer to a question that it takes."""
    for value in values_of(case.base.facts[fact]):
        try:
            found = case.answer(fact, value, of)
        except AnswerError:
            continue
        if not found.clashes:
            yield found


@cache
def example(path: str) -> Consultation:
    first = next(iter(load_scenarios(examples_folder() / path, real_base())))
    return first.consultation(engine("native"))


@cache
def of_contracts() -> Consultation:
    """A PETR of which nobody knows what is signed already."""
    case = held_to_the_end(CONTRACTS)
    for fact in UNKNOWN:
        case = case.dont_know(fact)
    return case


CASES: dict[str, Callable[[], Consultation]] = {
    "leader": lambda: example("contracts/ariege-leader-floor.yaml"),
    "association": lambda: held_to_the_end("an association of real members"),
    "contracts": lambda: held_to_the_end(CONTRACTS),
    "unknown": of_contracts,
    "dissolution": lambda: example("reading/petr-dissolution-scot-2026.yaml"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_established_stays_whatever_is_answered(name: str) -> None:
    """« Signer la convention – Établie », and an optional answer had it « Déjà fait »."""
    case = CASES[name]()
    before = said(case)
    sure = {place for place, found in case.sureness.items() if not (found.answers or found.questions)}
    for question in case.agenda.questions:
        for later in answers_to(case, *question.key):
            then = said(later)
            assert {place: then.get(place) for place in sure} == {place: before[place] for place in sure}, question.fact


@pytest.mark.parametrize("name", CASES)
def test_what_would_turn_an_answer_over_is_among_what_can_change_it(name: str) -> None:
    """« Tout ce qui compte est réglé » stood beside « à vérifier d'abord… au contraire »."""
    case = CASES[name]()
    found = (overturning(line) for line in case.course.lines)
    keys = [key for each in found if each is not None for key in each.facts]
    nodes = (case.situation.diagrams.condition(name.when) for line in case.course.lines for name in other_names(line))
    keys += [key for node in nodes for key in case.situation.relevant(node) if key in case.state.answers]
    listed = {point.fact for point in points(case) if point.decisive}
    assert {fact for fact, _ in questions_of(case, keys)} <= listed


def test_what_would_give_a_proposal_its_other_name_is_to_be_checked() -> None:
    case = of_contracts()
    (state,) = (line for line in case.course.of("contracts") if line.theme == "state")
    assert "contract.state_signed" in {fact for fact, _ in case.sureness["contracts", "state"].answers}
    assert "contract.state_signed" in case.left.unasked
    assert state.state == "proposed"


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_provisional_where_no_answer_changes_what_is_proposed(name: str) -> None:
    """« Établie. » and « Provisoire : 1 question peut encore changer la proposition. » stood one under the other."""
    case = CASES[name]()
    report = report_of(case)
    changing = any(question.may_turn for question in report.questions)
    assert case.left.turning == changing
    assert report.provisional is None or changing


def test_a_question_that_only_shuts_another_way_is_asked_and_makes_nothing_provisional() -> None:
    case = CASES["leader"]()
    assert case.left.to_settle == 1
    assert report_of(case).provisional is None


@pytest.mark.parametrize("name", ["association", "contracts"])
def test_what_is_optional_stays_so_once_said_not_to_be_known(name: str) -> None:
    """« Facultative », then « je ne sais pas »: « 2 questions peuvent encore changer la proposition », and none did."""
    case = CASES[name]()
    for question in [each for each in case.agenda.questions if each.tier > 1]:
        later = case.dont_know(*question.key)
        assert later.left.to_check <= case.left.to_check, question.fact
        assert later.left.to_settle <= case.left.to_settle, question.fact
        assert not any("à vérifier" in text.fr for text in progress_moved(case, later, question.fact)), question.fact


def test_no_answer_is_missing_of_a_condition_without_object() -> None:
    """« À confirmer : 1 réponse manque (le département associé) », and « sans objet dans ce cas » a tab further."""
    case = CASES["contracts"]().dont_know("contract.partners_associated")
    for line in case.course.lines:
        found = case.sureness.get((line.question, line.theme))
        missing = {fact for fact, _ in found.answers} if found else set()
        assert "contract.partners_associated" not in missing
