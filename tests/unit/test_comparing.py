"""What if, then and now."""

import re
from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.compare import compare_text
from petr_advisor.commands.dossiers import find_scenario
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import comparison_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.comparing.comparison import compare, then_and_now
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.typography import set_type

WHOLE = tuple(f"examples/{name}/dossier.yaml" for name in ("loire-beauce", "midi-quercy"))
"""Cases with several key questions, of which one answer brings another."""
SAMPLE = ("combraille", "communes-withdraw", "saverne", "maconnais", "ariege", *WHOLE)
ARROW = re.compile(r"(?:— |: )([^—:→]+) → ([^—:→]+?)(?:, rang| \[|$)")
THEN, NOW = date(2014, 6, 15), date(2026, 11, 24)


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return load()


def case(base: KnowledgeBase, name: str) -> Consultation:
    return find_scenario(name, base).consultation(engine("native"))


def test_the_same_consultation_differs_in_nothing(consultation: Consultation) -> None:
    """A consultation compared with itself."""
    found = compare(consultation, consultation)
    assert found.nothing
    assert found.norms == ()
    assert "Nothing differs" in comparison_text(found, "en")


def test_a_changed_answer(consultation: Consultation) -> None:
    """The answer, the option it closes and the requirement that makes the difference."""
    before = consultation.answer("structure.form", "closed").answer("members.communes", 0)
    after = consultation.answer("structure.form", "association").dont_know("procedure.begun")
    found = compare(before, after)
    assert {change.key[0]: (change.before, change.after) for change in found.answers} == {
        "structure.form": ("closed", "association"),
        "members.communes": (0, None),
        "procedure.begun": (None, None),
    }
    (option,) = [option for option in found.options if option.id == "transform"]
    assert option.after == "closed"
    assert ("transform/syndicate", "met", "unmet") in [(r.key, r.before, r.after) for r in option.requirements]
    text = comparison_text(found, "fr")
    assert "forme : fermé → association" in text
    assert "sans réponse → je ne sais pas" in text


def test_members_and_duties(consultation: Consultation) -> None:
    """Members that come and go, and duties gained with them."""
    before = consultation.list_entities("member", {"a": {"member.kind": "cc", "member.population": 10}})
    rows = {"b": {"member.kind": "cc", "member.population": 60_000, "member.name": "CC B"}}
    found = compare(before, before.list_entities("member", rows))
    assert [(change.id, change.gained) for change in found.entities] == [("a", False), ("b", True)]
    assert found.answers == ()
    assert [(change.duty.id, change.duty.of, change.before) for change in found.duties] == [("tell", "b", None)]
    assert "+ CC B" in comparison_text(found, "fr")


def test_an_answer_that_frees(real: KnowledgeBase) -> None:
    """A cure that becomes available is told under the requirement it lifts."""
    before = case(real, "communes-withdraw")
    found = compare(before, before.answer("exits.accepted", "no"))
    (option,) = [option for option in found.options if option.id == "l5741-4"]
    assert (option.before, option.after) == ("conditional", "closed")
    cures = {after.id: (c.available, after.available) for r in option.requirements for c, after in r.cures}
    assert cures["communes-withdraw"] == (True, False)


def test_then_and_now(real: KnowledgeBase) -> None:
    """Norm by norm what changed, in order of time, with what it replaces and the amending act."""
    (found,) = then_and_now(case(real, "communes-withdraw"), [NOW, THEN])
    assert (found.before.as_of, found.after.as_of) == (THEN, NOW)
    days = [change.day for change in found.norms]
    assert days == sorted(days)
    assert all(THEN < day <= NOW for day in days)
    ends = {change.before: change for change in found.norms if change.after is None}
    assert ends["petr.art79.prefect-information-deadline"].day == date(2014, 7, 28)
    begins = {change.after: change for change in found.norms}
    pointless = begins["petr.withdrawal.purposeless-l5711-5"]
    assert "2015-991" in (pointless.act or "")
    assert pointless.behind == ("cure:communes-pointless",)
    replacing = [(change.before, change.after) for change in found.norms if change.before and change.after]
    assert replacing
    assert all(real.norms[after].succeeds == before for before, after in replacing)
    text = comparison_text(found, "fr")
    assert "− jusqu’au 27 juillet 2014" in text
    assert "Texte modificateur" in text


@pytest.mark.parametrize("name", SAMPLE)
def test_no_change_is_told_that_is_none(real: KnowledgeBase, name: str) -> None:
    """What stands on both sides of an arrow differs: an act that other texts now found is the same act."""
    for found in then_and_now(case(real, name), [THEN, NOW]):
        said = [line for line in comparison_text(found, "fr").splitlines() if " → " in line]
        arrows = [ARROW.search(line) for line in said]
        assert any(arrows)
        assert [line for line, arrow in zip(said, arrows, strict=True) if arrow and arrow[1] == arrow[2]] == []


@pytest.mark.parametrize("name", SAMPLE)
def test_a_rank_told_counts_those_that_are_better(real: KnowledgeBase, name: str) -> None:
    """Two that compare equal are third « ex æquo », and the next is fifth."""
    for found in then_and_now(case(real, name), [THEN, NOW]):
        text, shared = comparison_text(found, "fr"), False
        for side, consultation in enumerate((found.before, found.after)):
            ranks = {outcome.id: [route.rank for route in outcome.routes] for outcome in consultation.outcomes}
            for change in found.options:
                place, option = change.places[side], consultation.base.options[change.id]
                if place is None:
                    continue
                (outcome,) = (each for each in consultation.outcomes if each.id == option.answers)
                (mine,) = (route.rank for route in outcome.routes if route.id == change.id)
                better = sum(rank < mine for rank in ranks[outcome.id])
                equal = ranks[outcome.id].count(mine) > 1
                assert (place.number, place.shared) == (better + 1, equal)
                shared |= equal and change.places[0] != change.places[1]
        assert ("ex æquo" in text) == shared


@pytest.mark.parametrize("name", WHOLE)
def test_what_the_answers_before_bring_is_not_told_as_done(real: KnowledgeBase, name: str) -> None:
    """The comparison says « c'est fait » of what is there today only, as the note does."""
    for found in then_and_now(case(real, name), [THEN, NOW]):
        text = comparison_text(found, "fr").partition("Options qui changent")[0]
        there = {
            set_type(option.option.title.fr, "fr")
            for consultation in (found.before, found.after)
            for outcome in consultation.outcomes
            for option in (*outcome.routes, *outcome.staying)
            if option.done
        }
        done = re.findall(r"(?:: |→ )([^:→\n]+?) \(c’est fait\)", text)
        assert [title for title in done if title not in there] == []


def test_three_dates(real: KnowledgeBase) -> None:
    """Each date is compared with the one before."""
    found = then_and_now(case(real, "combraille"), [NOW, THEN, date(2018, 1, 1)])
    assert [(c.before.as_of.year, c.after.as_of.year) for c in found] == [(2014, 2018), (2018, 2026)]


def test_commands() -> None:
    """One scenario needs two dates; two scenarios take one at most."""
    native = Settings(engine="native")
    with pytest.raises(PetrAdvisorError, match="second scenario"):
        compare_text("combraille", (), [NOW], native)
    with pytest.raises(PetrAdvisorError, match="one date"):
        compare_text("combraille", ("communes-withdraw",), [THEN, NOW], native)
    text = compare_text("combraille", ("communes-withdraw",), [NOW], Settings("en", engine="native"))
    assert "legal form of the existing structure: Association" in text


def test_three_cases_beside_one_another() -> None:
    """Each line names whose it is; what differs is marked."""
    native = Settings("fr", engine="native")
    said = compare_text("combraille", ("communes-withdraw", "maconnais"), [NOW], native)
    titles = [find_scenario(name, load()).title.fr for name in ("combraille", "communes-withdraw", "maconnais")]
    assert all(f"{title} :" in said.replace("\u00a0", " ") for title in titles)
    assert "≠ forme juridique de la structure existante" in said
    with pytest.raises(PetrAdvisorError):
        compare_text("combraille", ("communes-withdraw", "maconnais"), [THEN, NOW], native)
