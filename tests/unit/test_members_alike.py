"""A member written out that the register has under a name that is like it: proposed, and never counted twice."""

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.prompts.plain_list import ListPrompt
from petr_advisor.territory.register import Register
from petr_advisor.typed.entities import Cell, Row, entity_kind
from petr_advisor.typed.members import InRegisterError, MemberReader, NotAddedError
from petr_advisor.typed.refusals import TypedError

REGISTER = Register.load(knowledge_folder() / "territories", 2026)
RIGNAC = "241200625"
"""SIREN of the CC du Pays Rignacois."""


@pytest.fixture
def reader(consultation: Consultation) -> MemberReader:
    return MemberReader(consultation.base, entity_kind(consultation.base, "member"), REGISTER, "fr")


@pytest.mark.parametrize(
    "name",
    ["Pays Rignacois", "CC PAYS RIGNACOIS", "cc du pays rignacois", "Communauté de communes du Pays-Rignacois",
     "Communauté des pays rignacois"],
)  # fmt: skip
def test_a_name_is_known_but_for_its_kind_word(name: str) -> None:
    found = REGISTER.called(name)
    assert found is not None
    assert found.siren == RIGNAC


@pytest.mark.parametrize("name", ["Rignacois", "Pays", "", "CC", "CC du Pays"])
def test_a_name_that_only_looks_like_it_is_not(name: str) -> None:
    assert REGISTER.called(name) is None


def test_every_body_of_the_register_is_called_by_its_name_or_shares_it() -> None:
    """A name that two bear is nobody's: it is not guessed at."""
    for epci in REGISTER.epcis:
        twins = [other for other in REGISTER.epcis if other.name == epci.name]
        assert REGISTER.called(epci.name) == (epci if len(twins) == 1 else None)


@pytest.mark.parametrize("line", ["Pays Rignacois ; CC ; 5600", "pays rignacois\t\t5600", "CC pays rignacois;cc"])
def test_a_line_by_hand_that_the_register_has_is_proposed(reader: MemberReader, line: str) -> None:
    with pytest.raises(InRegisterError) as refused:
        reader.read(line, ())
    assert [epci.siren for epci in refused.value.found] == [RIGNAC]
    assert "vouliez-vous dire « CC du Pays Rignacois »" in refused.value.told("fr").replace("\u00a0", " ")


def test_a_line_under_the_very_name_is_that_of_the_register_with_what_it_says(reader: MemberReader) -> None:
    """The body is known by its SIREN, so the map measures it; the population said by hand stays."""
    row = reader.read("CC du Pays Rignacois ; CC ; 5600", ())
    assert row.id == RIGNAC
    assert row.cells["member.population"] == Cell(5600)
    assert row.cells["member.kind"] == Cell("cc", "register")


def test_a_commune_of_that_name_is_somebody_else(reader: MemberReader) -> None:
    row = reader.read("Pays Rignacois ; commune ; 5600", ())
    assert row.id == "pays-rignacois"
    assert reader.pick(REGISTER.epcis[0], [row])


def test_the_same_body_is_not_listed_twice(reader: MemberReader) -> None:
    """By hand first or from the register first: the second is refused, and named as it stands in the list."""
    by_hand = Row("pays-rignacois", {"member.name": Cell("Pays Rignacois"), "member.kind": Cell("cc")})
    known = reader.read(RIGNAC, ())
    for second, first, name in ((known, by_hand, "Pays Rignacois"), (by_hand, known, "CC du Pays Rignacois")):
        with pytest.raises(NotAddedError) as refused:
            reader.added(second, [first])
        assert f"déjà dans la liste, sous le nom « {name} »" in refused.value.told("fr").replace("\u00a0", " ")


def test_plain_prompts_propose_it_by_its_number(reader: MemberReader) -> None:
    lines, said = iter(["1", ""]), list[str]()
    prompt = ListPrompt(reader, lambda: next(lines), said.append)
    assert prompt.hold("Pays Rignacois ; CC ; 5600")
    assert [row.id for row in prompt.rows] == [RIGNAC]
    assert any("1. CC du Pays Rignacois" in line for line in said)


def test_a_number_of_no_list_is_no_name_and_the_line_is_put_again(reader: MemberReader) -> None:
    """« Lignes à reprendre : 1 », answered by 1, added the CC des 1000 étangs, of another region, without asking."""
    with pytest.raises(TypedError):
        reader.read("1", ())
    lines, said = iter(["", "1", ""]), list[str]()
    prompt = ListPrompt(reader, lambda: next(lines), said.append)
    assert prompt.hold("Nièvre et Somme, Bazois Loire Morvan")
    assert not prompt.rows
    assert "laissée de côté : « Nièvre et Somme" in said[-1].replace("\u00a0", " ")


@pytest.mark.parametrize("line", ["gerardmer, Bruyeres vallons, hautes vosges", "Pays Rignacois, Pays de Nulle Part"])
def test_several_names_on_one_line_are_told_to_be_set_one_a_line(reader: MemberReader, line: str) -> None:
    """Three names with commas were told to be written « nom ; nature ; population »."""
    with pytest.raises(TypedError) as refused:
        reader.read(line, [])
    assert "une ligne par membre" in refused.value.told("fr")
    with pytest.raises(TypedError) as alone:
        reader.read("Pays de Nulle Part", [])
    assert "une ligne par membre" not in alone.value.told("fr")
