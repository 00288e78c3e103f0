"""Several key questions are taken one after the other."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.prompts.plain import Plain
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.voice import Voice

CHOSEN = ("services", "evolution", "cper")


@pytest.fixture
def three() -> Consultation:
    """A consultation on three key questions, in an order of one's own."""
    return Consultation.start(load(), date(2026, 11, 24), CHOSEN, engine("native"))


def test_the_subject_changes_no_more_than_needed(three: Consultation) -> None:
    """Each key question is left once it is settled, in the order chosen."""
    subjects = []
    while (question := three.next_question_for()) is not None:
        subjects.append(three.agenda.key_question_of(question))
        three = three.dont_know(*question.key)
    assert tuple(dict.fromkeys(subjects)) == CHOSEN
    assert subjects == sorted(subjects, key=lambda subject: CHOSEN.index(str(subject)))


def test_the_first_questions_are_those_of_the_first_key_question_alone(three: Consultation) -> None:
    alone = Consultation.start(three.base, three.as_of, CHOSEN[:1], three.engine)
    while (question := alone.next_question_for()) is not None:
        found = three.next_question_for()
        assert found is not None
        assert found.key == question.key
        alone, three = alone.dont_know(*question.key), three.dont_know(*question.key)


def test_plain_prompts_announce_the_subject(three: Consultation) -> None:
    """The title of each key question is said once, over its first question."""
    said: list[str] = []

    def reply() -> str:
        """I do not know; and nothing more is wished for once the details are offered."""
        return "" if said[-1] == Voice("fr", in_print=False).phrase("plain.wish") else "?"

    Plain(three, "fr", reply, said.append, lambda _: None).hold()
    titles = [line.strip("\n─ ") for line in said if line.startswith("\n──")]
    assert titles == [three.base.key_questions[key].title.fr for key in CHOSEN]


def test_what_the_first_tier_leaves_unasked_does_not_change_the_proposal() -> None:
    """Where arguments decide, they are asked before the ways are said to be known."""
    path = examples_folder() / "evolution" / "traps" / "better-to-stay.yaml"
    for scenario in load_scenarios(path, load()):
        told = scenario.consultation(engine("native"))
        held = Consultation.start(told.base, told.as_of, told.key_questions, told.engine)
        while (question := held.next_question_for()) is not None:
            if question.kind.entity:
                held = scenario.with_members(held) if scenario.members is not None else held.dont_know(question.fact)
            elif question.of is None and (value := scenario.answers.get(question.fact, "unknown")) != "unknown":
                held = held.answer(question.fact, value)
            else:
                held = held.dont_know(*question.key)
        proposed = [[option.id for option in line.options] for line in held.course.lines]
        assert proposed == [[option.id for option in line.options] for line in told.course.lines], scenario.name
