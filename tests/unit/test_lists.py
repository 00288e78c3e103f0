"""Summaries of a list: exact while it is known, a range while it is not, asked when there is none."""

from fractions import Fraction

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import Range

CC = {"member.kind": "cc", "member.population": 60000}
COMMUNE = {"member.kind": "commune", "member.population": 30000}


def value(consultation: Consultation, fact: str) -> object:
    known = consultation.memory.facts.get(fact)
    return known.value if known else None


def test_a_known_list_is_measured(consultation: Consultation) -> None:
    """Shares are exact fractions: 60,000 of 90,000 is exactly two thirds, and counts."""
    found = consultation.answer("structure.form", "closed").answer("procedure.begun", "yes")
    found = found.list_entities("member", {"a": CC, "b": COMMUNE})
    assert value(found, "members.communes") == 1
    found = found.answer("member.vote", "for", "a").answer("member.vote", "against", "b")
    assert value(found, "members.for_share") == Fraction(2, 3)
    assert value(found, "members.against") is True


def test_a_partly_known_list_gives_a_range(consultation: Consultation) -> None:
    """A vote not known yet leaves the share between two bounds."""
    found = consultation.answer("structure.form", "closed").answer("procedure.begun", "yes")
    found = found.list_entities("member", {"a": CC, "b": COMMUNE}).answer("member.vote", "for", "a")
    assert value(found, "members.for_share") == Range(Fraction(2, 3), Fraction(1))
    assert value(found, "members.against") is None


def test_an_incomplete_list_settles_only_what_it_can(consultation: Consultation) -> None:
    """One commune is enough to know there is at least one; two communities are not all."""
    found = consultation.answer("structure.form", "closed").list_entities("member", {"b": COMMUNE}, complete=False)
    assert value(found, "members.communes") == Range(1, None)
    assert found.situation.statuses("transform") <= {"closed", "conditional"}


def test_without_a_list_the_summary_is_asked(consultation: Consultation) -> None:
    """« I cannot list them » turns to the summaries."""
    found = consultation.answer("structure.form", "closed")
    assert found.next_question is not None
    assert found.next_question.fact == "members.list"
    assert "members.communes" in [question.fact for question in found.dont_know("members.list").agenda.questions]


def test_a_member_that_leaves_the_list_takes_its_answers_away(consultation: Consultation) -> None:
    """Answers about members that stay are kept."""
    found = consultation.answer("procedure.begun", "yes").list_entities("member", {"a": CC, "b": COMMUNE})
    found = found.answer("member.vote", "for", "a").answer("member.vote", "against", "b")
    found = found.list_entities("member", {"a": CC})
    assert found.state.answers["member.vote", "a"].value == "for"
    assert ("member.vote", "b") not in found.state.answers


def test_an_answer_set_aside_comes_back(consultation: Consultation) -> None:
    """What no longer applies is set aside, and restored when it applies again."""
    found = (
        consultation.answer("structure.form", "closed")
        .answer("procedure.begun", "yes")
        .answer("members.against", "yes")
    )
    aside = found.answer("procedure.begun", "no")
    assert aside.set_aside == {("members.against", None)}
    back = aside.answer("procedure.begun", "yes")
    assert back.set_aside == frozenset()
    assert back.situation.statuses("transform") == found.situation.statuses("transform")
