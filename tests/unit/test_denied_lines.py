"""What a line of a checklist denies is kept: the question that follows no longer offers it, however it is asked."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.answers import NO_REMARK, Remark
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.consulting.lines import line_said, with_lines
from petr_advisor.consulting.offered import offered
from petr_advisor.consulting.saved import decode, encode
from petr_advisor.explaining.differing_words import differing
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import FactKey
from petr_advisor.prompts.plain import Plain

DENYING = {
    (line.fact, yes): denied
    for found in load().checklists.values()
    for line in found.lines
    if load().facts[line.fact].type == "one_of"
    for yes in (True, False)
    if line.value(load().facts[line.fact], yes=yes) is None
    and (denied := line.value(load().facts[line.fact], yes=not yes)) is not None
}
"""Lines that leave several values to choose from, yes or no, and the one that they deny."""


def begun() -> Consultation:
    return Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))


def no_remark(_: FactKey) -> Remark:
    return NO_REMARK


def test_there_are_lines_that_deny_by_no_and_by_yes() -> None:
    """« Only the EPCIs have a vote: no », « an operation is planned: yes »."""
    assert ("project.voters", False) in DENYING
    assert ("petr.change_planned", True) in DENYING


@pytest.mark.parametrize(("fact", "yes"), DENYING)
def test_what_is_denied_is_offered_no_more(fact: str, *, yes: bool) -> None:
    """It came first among the choices of the question put next, and the « no » was recorded nowhere."""
    case, key = begun(), (fact, None)
    held = with_lines(case, {key: yes}, no_remark)
    denied = DENYING[fact, yes]
    assert denied in case.base.facts[fact].choices
    assert denied in offered(case, key)
    assert offered(held, key) == tuple(value for value in offered(case, key) if value != denied)
    assert line_said(held, key) is yes
    assert key not in held.state.answers
    assert decode(encode(held, "Pays"), "pays.json", held.base, engine("native")).consultation.state == held.state
    assert held.base.facts[fact].label in differing(case, held)


@pytest.mark.parametrize(("fact", "yes"), DENYING)
def test_what_is_said_later_counts(fact: str, *, yes: bool) -> None:
    """The line is answered otherwise, or not known, or taken back: nothing is denied any more."""
    key = (fact, None)
    held = with_lines(begun(), {key: yes}, no_remark)
    assert with_lines(held, {key: yes}, no_remark) is held
    assert with_lines(held.skip(fact), {key: yes}, no_remark).state == held.state
    for other in (not yes, None):
        after = with_lines(held, {key: other}, no_remark)
        assert not after.state.denied
        assert key in after.state.answers
        assert with_lines(after, {key: yes}, no_remark).state.denied == held.state.denied
    assert not held.withdraw(fact).state.denied
    assert held.skip(fact).state.denied == held.state.denied


def test_what_is_no_value_is_not_denied() -> None:
    with pytest.raises(AnswerError):
        begun().deny("project.voters", "everybody")


def test_plain_prompts_offer_it_no_more() -> None:
    """« 4 », an operation is under way: « none » is not among what it may be."""
    case = begun().answer("structure.legal_form", "association").answer("project.scope", "project")
    rows = {str(n): {"member.kind": "cc", "member.population": 12_000} for n in range(3)}
    case = case.answer("project.voters", "epcis_only").list_entities("member", rows)
    kind = case.base.facts["procedure.under_way"]
    lines, written = iter(("4",)), list[str]()

    def read() -> str:
        if (line := next(lines, None)) is None:
            raise EOFError
        return line

    plain = Plain(case, "fr", read, written.append, lambda _: None)
    plain.hold()
    text = "\n".join(written).replace("\u00a0", " ").partition("[")[2]
    assert plain.consultation.state.denied == {("procedure.under_way", None): "none"}
    shown = [line.partition(". ")[2] for line in text.splitlines() if line.strip()[:2] in {"1.", "2.", "3.", "4."}]
    labels = {value: found.label.in_("fr").replace("\u00a0", " ") for value, found in kind.choices.items()}
    assert any(labels[value] in shown for value in kind.choices if value != "none"), text
    assert labels["none"] not in shown
