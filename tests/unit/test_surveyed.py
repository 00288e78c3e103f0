"""What the register and the map know of the members is not asked, is told, and is not to be contradicted."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.explaining.clash_words import answers_of
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.prompts.plain import Plain
from petr_advisor.territory.departements import COLUMNS, Departements, DepartementsError
from petr_advisor.territory.measures import departements, strange_values
from petr_advisor.territory.register import Register

TODAY = date(2026, 11, 24)
REGISTER = Register.load(knowledge_folder() / "territories", 2026)
BRUCHE, MOLSHEIM = "246700306", "246701064"
ALSACE = (BRUCHE, MOLSHEIM)


def listed(sirens: Iterable[str], as_of: date = TODAY, questions: Iterable[str] | None = None) -> Consultation:
    """Give a consultation in which members of the register are listed, and nothing else is said."""
    rows = {}
    for siren in sirens:
        epci = REGISTER.get(siren)
        assert epci is not None
        rows[siren] = {"member.name": epci.name, "member.kind": epci.kind_of_member}
    begun = Consultation.start(load(), as_of, questions, engine("native"))
    return begun.list_entities("member", rows, by="register")


def of_departements(*codes: str) -> list[str]:
    """Give an EPCI of the register that lies in each of these départements and in no other."""
    return [next(epci.siren for epci in REGISTER.epcis if epci.departements == (code,)) for code in codes]


def value(consultation: Consultation, fact: str) -> object:
    known = consultation.facts.get(fact)
    return known.value if known else None


@pytest.mark.parametrize(
    ("code", "region", "former", "location"),
    [
        ("67", "grand-est", "alsace", "alsace_moselle"),
        ("57", "grand-est", "lorraine", "alsace_moselle"),
        ("54", "grand-est", "lorraine", "mainland"),
        ("2B", "corse", None, "corsica"),
        ("77", "ile-de-france", None, "ile_de_france"),
        ("974", "overseas", None, "overseas"),
        ("45", "centre-val-de-loire", None, "mainland"),
        ("61", "normandie", "basse-normandie", "mainland"),
    ],
)
def test_a_departement_says_where_the_territory_is(code: str, region: str, former: str | None, location: str) -> None:
    for as_of in (date(2014, 6, 1), TODAY):
        found = listed(of_departements(code), as_of)
        told = [value(found, fact) for fact in ("context.region", "context.former_region", "territory.location")]
        assert told == [region, former, location]


def test_only_where_no_departement_has_a_land_border_is_it_known_that_none_is_crossed() -> None:
    assert value(listed(of_departements("45", "28")), "perimeter.touches_foreign_state") is False
    assert value(listed(of_departements("45", "67")), "perimeter.touches_foreign_state") is None


def test_every_departement_of_the_register_is_in_the_table() -> None:
    codes = {code for epci in REGISTER.epcis for code in epci.departements}
    assert codes | {"75"} == set(departements().says)
    names = {"".join(c for c in epci.region.casefold() if c.isalpha()): epci.departements[0] for epci in REGISTER.epcis}
    regions = {value: code for code, said in departements().says.items() if (value := said["region"])}
    assert len(names) == len(regions) + 4  # the five overseas regions are one choice


def test_nothing_that_is_measured_is_asked_of_listed_members() -> None:
    consultation = listed(ALSACE)
    asked = set()
    while (question := consultation.next_question) is not None:
        asked.add(question.fact)
        consultation = consultation.dont_know(question.fact, question.of)
    measured = {fact for fact, kind in consultation.base.facts.items() if kind.measure}
    assert asked & measured <= {"perimeter.touches_foreign_state"}  # they are on the Rhine
    assert asked


def test_without_members_the_region_is_asked_as_before() -> None:
    consultation = Consultation.start(load(), TODAY, ["contracts"], engine("native")).cannot_list("member")
    asked = set()
    while (question := consultation.next_question) is not None:
        asked.add(question.fact)
        consultation = consultation.dont_know(question.fact, question.of)
    assert "context.region" in asked
    assert not consultation.surveyed


@pytest.mark.parametrize(
    ("fact", "said", "known"),
    [
        ("context.region", "bretagne", "Grand Est"),
        ("context.former_region", "lorraine", "Alsace"),
        ("territory.location", "overseas", "Bas-Rhin"),
        ("perimeter.one_piece", "no", "oui"),
    ],
)
def test_an_answer_that_the_members_contradict_is_a_clash(fact: str, said: str, known: str) -> None:
    clashing = listed(ALSACE).answer(fact, said)
    (clash,) = clashing.clashes
    assert clash.answers == ((fact, None), ("members.list", None))
    assert known in clash.message.fr
    assert len(answers_of(clashing, clash)) == 2
    assert known in conclusions_text(clashing, "fr")
    assert not clashing.withdraw(fact).clashes
    assert not listed(ALSACE).answer(fact, clashing.withdraw(fact).facts.known[fact, None].value).clashes


def test_two_regions_are_asked_and_no_third_is_taken() -> None:
    both = listed(of_departements("67", "70"))
    assert value(both, "context.region") is None
    hint = both.hint("context.region")
    assert hint is not None
    assert re.search("Grand Est et Bourgogne-Franche-Comté.*67 et 70", hint.note.fr)
    assert not both.answer("context.region", "grand-est").clashes
    assert both.answer("context.region", "corse").clashes


def test_a_member_that_the_register_does_not_know_leaves_it_to_be_confirmed() -> None:
    rows = {BRUCHE: {"member.kind": "cc"}, "syndicate-of-waters": {"member.kind": "joint_syndicate"}}
    found = Consultation.start(load(), TODAY, ["contracts"], engine("native")).list_entities("member", rows)
    hint = found.hint("context.region")
    assert hint is not None
    assert (hint.value, hint.settled, hint.among) == ("grand-est", False, ())
    assert "à confirmer" in hint.note.fr
    assert not found.answer("context.region", "corse").clashes
    assert value(found, "context.region") is None


def test_an_island_of_the_register_is_shown_apart_and_asked() -> None:
    """Ré has no land border; nothing says by itself whether its bridge joins it."""
    la_rochelle, re_island = "241700434", "241700459"
    hint = listed((la_rochelle, re_island)).hint("perimeter.one_piece")
    assert hint is not None
    assert (hint.value, hint.settled) == (False, False)


def test_plain_prompts_tell_what_is_known_once_members_are_listed() -> None:
    said: list[str] = []
    typed = iter(["CC de la Vallée de la Bruche", "CC de la Région de Molsheim-Mutzig", "", "q"])

    def reply() -> str:
        return next(typed, "q") if "EPCI" in "".join(said[-8:]) else "?"

    begun = Consultation.start(load(), TODAY, ["evolution"], engine("native")).answer(
        "structure.legal_form", "association"
    )
    begun = begun.answer("project.scope", "project").answer("project.voters", "epcis_only")
    plain = Plain(begun, "fr", reply, said.append, lambda _: None, lambda _: REGISTER)
    plain.hold()
    assert "  → région : Grand Est — département 67 (registre des EPCI 2026)" in said


def test_a_table_that_says_what_the_fact_cannot_hold_is_refused() -> None:
    region = load().facts["context.region"]
    assert strange_values(region) == ()
    assert strange_values(region.model_copy(update={"measure": "location"})) == tuple(
        sorted({"alsace_moselle", "corsica", "ile_de_france", "mainland"})
    )
    assert isinstance(region, FactType)


@pytest.mark.parametrize("text", ["", "code,nom\n", "HEADER\n01,Ain,x\n", "HEADER\n01,A,a,b,c,no\n01,A,a,b,c,no\n"])
def test_a_malformed_table_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "departements.csv"
    path.write_text(text.replace("HEADER", ",".join(["code", "nom", *COLUMNS])), encoding="utf-8")
    with pytest.raises(DepartementsError, match=r"departements\.csv, line [1-3]"):
        Departements.load(tmp_path)


def test_the_register_says_whether_the_territory_lies_over_several_departements() -> None:
    """Of the communes of each EPCI; for a day long before the register it is to be confirmed, and asked."""
    asked = "territory.several_departements"
    assert value(listed(of_departements("52", "70")), asked) is True
    assert value(listed(of_departements("52")), asked) is False
    over_two = next(epci.siren for epci in REGISTER.epcis if len(epci.departements) > 1)
    assert value(listed([over_two]), asked) is True
    assert asked not in {question.fact for question in listed(of_departements("52", "70")).agenda.questions}
    then = listed(of_departements("52", "70"), date(2015, 6, 1))
    assert value(then, asked) is None
    hint = then.hint(asked)
    assert hint is not None
    assert hint.value is True
    assert not hint.settled


def test_the_register_says_whether_the_territory_lies_over_two_regions() -> None:
    """Nobody is asked of each member in which region it is; before 2016 the regions were others."""
    asked = "territory.several_regions"
    assert value(listed(of_departements("72", "61"), questions=["contracts"]), asked) is True  # Sarthe and Orne
    within = listed(of_departements("72", "53"), questions=["contracts"])
    assert value(within, asked) is False
    put = {question.fact for question in within.answer("structure.legal_form", "petr").agenda.questions}
    assert put.isdisjoint({asked, "member.other_region"})
    for day, several in ((date(2015, 6, 1), True), (TODAY, False)):  # Lorraine and Champagne-Ardenne, then Grand Est
        hint = listed(of_departements("52", "88"), day).hint(asked)
        assert hint is not None
        assert hint.value is several


@pytest.mark.parametrize(("day", "told"), [(date(2014, 6, 15), True), (date(2016, 1, 1), False), (TODAY, False)])
def test_a_region_of_today_is_said_to_be_of_today_before_it_existed(day: date, told: bool) -> None:  # noqa: FBT001
    """« région : Auvergne-Rhône-Alpes » stood at 15 June 2014; the former one is of that day."""
    held = listed(of_departements("63")[:3], day)
    region, former = held.hint("context.region"), held.hint("context.former_region")
    assert region is not None
    assert ("c’est la région d’aujourd’hui" in region.note.fr.replace("\u00a0", " ")) is told
    assert former is None or "d’aujourd’hui" not in former.note.fr
