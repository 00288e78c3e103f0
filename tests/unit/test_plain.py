"""The consultation as plain prompts, driven by a script of lines."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.consult import consult_plain
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.consultation import MAX_ENTITIES, Consultation
from petr_advisor.dossiers import resume, save
from petr_advisor.inference.engines import engine
from petr_advisor.prompts.plain import Plain
from petr_advisor.prompts.plain_scope import ScopePrompt
from petr_advisor.territory.measures import register
from petr_advisor.territory.register import Register
from petr_advisor.typed.checklists import read_lines
from petr_advisor.typed.choices import read_choice
from petr_advisor.typed.yes_no import yes_or_no
from tests.tui.conftest import KNOWLEDGE


def hold(consultation: Consultation, *lines: str, register: Register | None = None) -> tuple[Consultation, str]:
    typed: Iterator[str] = iter(lines)
    said: list[str] = []
    kept: list[Consultation] = []

    def read() -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    nearest = (lambda _: register) if register else None
    found = Plain(consultation, "fr", read, said.append, kept.append, nearest).hold()
    return found, "\n".join(said)


def test_a_whole_consultation(consultation: Consultation) -> None:
    """Numbers, words and commands lead to the conclusions; a bad answer costs nothing."""
    found, said = hold(
        consultation, "9", "p", "2", "CC Alpha ; cc ; 60 000", "Bourg ; commune ; 20 000", "", "oui", "oui", "?"
    )
    assert found.state.answers["structure.form", None].value == "closed"
    assert found.state.lists["member"] is not None
    assert "+ CC Alpha (1 dans la liste)\n+ Bourg (2 dans la liste)" in said.replace("\n  ", "\n")
    assert "! « 9 » ne convient pas : un numéro de 1 à 3, ou ?" in said.replace("\u00a0", " ")
    assert "« Transformer » en dépend." in said
    assert "Transformer" in said.splitlines()[-1] or "Créer" in said


def test_back_and_unknown(consultation: Consultation) -> None:
    """`r` takes the last answer back, `?` is « I do not know »."""
    found, _ = hold(consultation, "2", "r", "?")
    assert found.state.answers["structure.form", None].value is None
    assert len(found.events) == 1


def test_a_lone_i_is_not_known_where_a_number_is_asked(consultation: Consultation) -> None:
    """As on the screen: the letter can mean nothing else there."""
    asked = consultation.answer("structure.form", "closed").dont_know("members.list")
    question = asked.next_question
    assert question is not None
    assert question.kind.type == "count"
    found, said = hold(asked, "i")
    assert found.state.answers[question.key].value is None
    assert "!" not in said


def test_the_choices_are_not_told_twice() -> None:
    """Named in the error too, ten of them put its first words out of a small screen."""
    held = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    said = hold(held, "xyz", "q")[1].splitlines()
    (error,) = [line for line in said if line.startswith("!")]
    assert (
        error.replace("\u00a0", " ").replace("\u202f", " ") == "! « xyz » ne convient pas : un numéro de 1 à 10, ou ?"
    )


def test_end_of_input_gives_what_is_known(consultation: Consultation) -> None:
    """A pipe that ends early still gets the conclusions so far."""
    _, said = hold(consultation, "2")
    assert "Droit au 24 novembre 2026" in said


def test_what_is_far_too_long_is_not_said_again(consultation: Consultation) -> None:
    """A line without end costs nothing and does not fill the screen, among answers and among members."""
    found, said = hold(consultation, "x" * 100_000, "2", "y" * 100_000, "CC Alpha ; cc ; 60 000", "z" * 100_000, "")
    assert said.count("! trop long : 500 caractères au plus") == 3
    assert "xxx" not in said
    listed = found.state.lists["member"]
    assert listed is not None
    assert len(listed.ids) == 1


def test_a_list_too_long_is_kept_up_to_its_bound(consultation: Consultation) -> None:
    """The member too many is refused when it is typed; those before are not lost."""
    lines = [f"Commune {number} ; commune ; 100" for number in range(MAX_ENTITIES + 1)]
    found, said = hold(consultation, "2", *lines, "")
    assert said.count("la liste admet 200 membres au plus") == 1
    listed = found.state.lists["member"]
    assert listed is not None
    assert len(listed.ids) == MAX_ENTITIES


@pytest.mark.parametrize("moved", [(), ("l", "1/3/2022", "")])
@pytest.mark.parametrize(("day", "people"), [(date(2022, 3, 1), 16_914), (date(2026, 3, 1), 16_991)])
def test_the_prompts_use_the_register_of_the_date_of_law(
    day: date, people: int, moved: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same EPCI has the population of the year asked about, one changed in flight too."""
    lines = iter([*moved, "2", "Beauce Loirétaine", ""])
    people = 16_914 if moved else people

    def typed() -> str:
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", typed)
    consult_plain(Settings("fr", day, "native", KNOWLEDGE), about=["evolution"], name="register")
    held = resume("register", load(KNOWLEDGE), engine("native")).consultation
    assert people in {answer.value for (fact, _), answer in held.state.answers.items() if fact == "member.population"}


def test_the_territory_first(consultation: Consultation, tmp_path: Path) -> None:
    """`t` takes a whole département, a file and numbers before any question, and tells what they settle."""
    file = tmp_path / "membres.csv"
    file.write_text("siren\n246700843\n246701098\n", encoding="utf-8")
    found, said = hold(consultation, "t", str(file), "200034635 , 246700843", "", "q", register=register())
    listed = found.state.lists["member"]
    assert listed is not None
    assert set(listed.ids) == {"246700843", "246701098", "200034635"}
    assert "est déjà dans la liste" in said
    many, _ = hold(consultation, "t", "département 23", "", "q", register=register())
    whole = many.state.lists["member"]
    assert whole is not None
    assert len(whole.ids) > 5


def test_the_date_of_law_and_the_questions_change_in_flight() -> None:
    """`l` changes both; what does not apply on the day waits, told, and comes back with the day; nothing is lost."""
    begun = Consultation.start(load(), date(2016, 9, 15), ["life"], engine("native"))
    said = begun.answer("structure.legal_form", "petr").answer("petr.change_planned", "members_merger")
    said = said.answer("scheme.draft_in", "yes")
    found, told = hold(said, "l", "24/11/2026", "", "l", "", "1 99", "l", "", "1")
    assert (found.as_of, found.events) == (date(2026, 11, 24), said.events)
    assert "Au 24 novembre 2026, 1 réponse ne s’applique pas et attend" in told
    assert "! « 99 »" in told
    assert len(found.key_questions) == 1
    assert found.key_questions != ("life",)
    back, told = hold(found.about(["life"]), "l", "15 septembre 2016", "")
    assert "1 réponse s’applique de nouveau" in told
    assert (back.as_of, back.key_questions, back.events) == (said.as_of, ("life",), said.events)


def test_beside_a_saved_dossier(consultation: Consultation) -> None:
    """`=` and a name: dates, course and the answers that differ, of both; a name that nothing bears is told."""
    save(consultation.answer("structure.form", "closed"), "Autre")
    said: list[str] = []
    lines = iter(["=", "Nulle part", "=", "autre", "q"])
    Plain(consultation, "fr", lambda: next(lines), said.append, lambda _: None).hold()
    told = "\n".join(said)
    assert "aucune consultation enregistrée sous « Nulle part »" in told
    assert told.index("Réponses qui diffèrent") < told.index("Cette consultation : sans réponse")
    assert told.index("Cette consultation : sans réponse") < told.index("Autre : ")


@pytest.mark.parametrize(
    ("lines", "asked"),
    [(["x 9", "99", "2"], 1), ([""], 1), (["1 2"], 2), ([], 1)],
    ids=["mistyped", "none", "two", "end"],
)
def test_what_is_asked_about_comes_first(lines: list[str], asked: int) -> None:
    """The key questions are listed before anything is asked; Enter and the end of input keep the one marked."""
    base, said, typed = load(), list[str](), iter(lines)

    def read() -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    whole = Consultation.start(base, date(2026, 11, 24), (), engine("native"))
    found = ScopePrompt(read, said.append, "fr").at_first(whole)
    assert len(found.key_questions) == asked
    first = min(base.key_questions, key=lambda key: base.key_questions[key].order)
    assert (first in found.key_questions) == (lines[-1:] != ["2"])
    assert any(line.startswith("  1. [x]") for line in said)
    assert any("99" in line for line in said) == ("99" in lines)


def test_a_day_of_law_out_of_reach_changes_nothing(consultation: Consultation) -> None:
    """It is refused with what would do, and the question comes again."""
    found, told = hold(consultation, "l", "1/1/1999", "2")
    assert found.as_of == consultation.as_of
    assert "! " in told
    assert found.state.answers["structure.form", None].value == "closed"


def test_a_subject_is_listed_and_gone_to() -> None:
    """`u` lists the subjects with what is left in each; the questions of the one chosen come until none is left."""
    begun = Consultation.start(load(KNOWLEDGE), date(2026, 11, 24), ["evolution"], engine("native"))
    found, said = hold(begun, "2", "u", "2", "?", "?", "?", "?", "?", "?", "?", "?")
    assert "  1. Structure : 1 à trancher, 1 en tout\n  2. Membres : 1 à trancher" in said
    after = said[said.index("Lequel ?") :]
    first, _, rest = after.partition("Plus aucune question ouverte sur ce sujet.")
    assert "Quels sont les membres" in first
    assert "procédure" not in first
    assert "La procédure de transformation" in rest
    assert found.state.lists == {"member": None}


def test_no_subject_keeps_the_order_of_the_program(consultation: Consultation) -> None:
    """An empty line goes to none; a number that is not there is said."""
    _, said = hold(consultation, "2", "u", "", "u", "9")
    assert "! « 9 »" in said


def test_the_first_questions_say_how_not_to_know_and_how_to_go_back(consultation: Consultation) -> None:
    """On a short line below them, since the list of commands is long; then no more."""
    _, said = hold(consultation, "p", "p", "p", "p")
    assert said.count("? : je ne sais pas · r : revenir en arrière") == 3


@pytest.mark.parametrize(("typed", "meant"), [("Oui", True), ("y", True), ("o", True), ("n", False), ("NO", False)])
def test_yes_and_no_are_read_the_same_everywhere(typed: str, meant: bool) -> None:  # noqa: FBT001 - a parameter
    kind = load().facts["members.any_in_other_petr"]
    assert yes_or_no(typed) is meant
    assert (read_choice(kind, typed) == "yes") is meant
    assert read_lines(f"1{typed}", 3) == {1: meant}
    assert yes_or_no("peut-être") is None


def test_more_questions_to_settle_are_told_with_why() -> None:
    """On the real law: no number between brackets rises without the answer that made it rise."""
    begun = Consultation.start(load(), date(2026, 11, 24), ["evolution", "scot", "contracts"], engine("native"))
    _, said = hold(begun.cannot_list("member"), "petr", *("2",) * 12)
    left, rose = None, 0
    for before, line in pairwise(said.splitlines()):
        if found := re.search(r"\[à trancher : (\d+)\]", line):
            if left is not None and int(found[1]) > left:
                rose += 1
                told = [each for each in said.splitlines()[: said.splitlines().index(line)] if each][-4:]
                assert any("de plus à trancher" in each for each in told), (before, line)
            left = int(found[1])
    assert rose
