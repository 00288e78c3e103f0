"""A consultation begins with its territory: members in one go, and what is known of them shown, not asked."""

import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.prompts.plain_members import MembersPrompt
from petr_advisor.territory.register import Register
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.screens.territory import TerritoryScreen
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    asked,
    consultation_of,
    letters,
    members_listed,
    notices,
    on_screen,
    pick,
    press,
    settle,
    write,
)
from tests.tui.test_checklists import app

BRUCHE, MOLSHEIM = "246700843", "246701098"


async def open_new(pilot: Pilot[str]) -> None:
    """Begin a consultation: the territory is asked for."""
    await settle(pilot)
    await press(pilot, "enter")
    await write(pilot, "Pays de la Bruche")
    await press(pilot, "ctrl+s")


async def test_the_territory_comes_first(make: AppMaker) -> None:
    """Members are picked before any question; what they settle is on one screen with its origin, then not asked."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        assert isinstance(pilot.app.screen, MembersScreen)
        assert "De quels EPCI est fait le territoire ?" in on_screen(pilot)
        await pick(pilot, "molsheim", "vallée de la bruche")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, TerritoryScreen)
        seen = on_screen(pilot)
        assert "Membres : 2" in seen
        assert "Bas-Rhin (67)" in seen
        assert "mesuré sur les limites 2026" in seen
        assert "encore" not in seen
        assert seen.count("registre 2026") == 1  # the origin of several lines is told on the first
        assert ("↵ Continuer" in seen, "↵ Modifier" in seen) == (True, False)
        await press(pilot, "down")
        assert ("↵ Continuer" in (seen := on_screen(pilot)), "↵ Modifier" in seen) == (False, True)
        await press(pilot, "up", "enter")
        assert isinstance(pilot.app.screen, QuestionScreen)
        while (fact := asked(pilot)) is not None:
            assert fact not in {"members.list", "territory.one_piece"}
            await press(pilot, "i")
        assert members_listed(pilot) == (2, True)


async def test_not_known_yet(make: AppMaker) -> None:
    """Escape begins without a territory, and the list is not asked for again: it can be given later."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        assert "Territoire pas encore connu" in on_screen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert consultation_of(pilot).state.lists == {"member": None}
        await press(pilot, "1")
        put = []
        while (fact := asked(pilot)) is not None:
            put.append(fact)
            await letters(pilot, "i")
        assert "members.count" in put  # in place of the list: asked a second time, it cost a screen
        assert "members.list" not in put
        await press(pilot, "escape", "g")
        assert "Territoire pas encore connu : ↵" in on_screen(pilot)
        await press(pilot, "home", "down", "enter")
        assert isinstance(pilot.app.screen, MembersScreen)


async def test_who_has_listed_nobody_is_told_of_no_answer(make: AppMaker) -> None:
    """« Votre réponse (membres) : 5 questions de plus » came of Escape, which answers nothing in anybody's mind."""
    async with app(as_of=date(2026, 11, 24)).run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        await press(pilot, "escape")
        told = notices(pilot).replace("\u00a0", " ")
        assert re.search(r"Liste pas encore donnée \(.*\) : \d+ questions? de plus à trancher", told), told
        assert "Votre réponse" not in told


@pytest.mark.parametrize("keys", [["ctrl+z"], ["m"]])
async def test_who_did_not_know_the_members_may_list_them_after_all(make: AppMaker, keys: list[str]) -> None:
    """Taken back, the list is asked for; at any time its key opens the table."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        await press(pilot, "escape", *keys)
        if keys == ["ctrl+z"]:
            assert not consultation_of(pilot).events
            return
        await pick(pilot, "molsheim", "vallée de la bruche")
        await press(pilot, "ctrl+s")
        assert members_listed(pilot) == (2, True)


async def test_letters_typed_at_the_opening_are_not_taken_for_an_answer(make: AppMaker) -> None:
    """The first Escape leaves the line that one types in; the next one says that nobody can list the members."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        await write(pilot, "molsheim")
        assert "Échap Quitter le champ" in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert "Échap Territoire pas encore connu" in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "escape")
        assert consultation_of(pilot).state.lists == {"member": None}


async def test_what_is_known_can_be_corrected(make: AppMaker) -> None:
    """A measured fact is corrected on the spot; the answer is the person's then, and says so."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_new(pilot)
        await pick(pilot, "molsheim", "vallée de la bruche")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, TerritoryScreen)
        await press(pilot, "home", "down", "down", "down", "down", "enter")
        assert isinstance(pilot.app.screen, ChangeScreen)
        await press(pilot, "2")
        assert answers(pilot)["territory.one_piece", None] is False
        assert isinstance(app_of(pilot).screen, TerritoryScreen)
        assert "votre réponse" in on_screen(pilot)


async def test_a_whole_departement(make: AppMaker) -> None:
    """The code of a département offers all its EPCIs at once; those listed already are not added twice."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        await pick(pilot, "guéret", "23")
        listed = consultation_of(pilot).state.lists["member"]
        assert listed is not None
        assert len(listed.ids) == len(set(listed.ids)) > 5
        assert {answers(pilot)["member.population", of] for of in listed.ids}
        await write(pilot, "Creuse")
        assert "tout le département : Creuse (23)" in on_screen(pilot)


async def test_a_file_of_members(make: AppMaker, tmp_path: Path) -> None:
    """The name of a file adds the members in it; one that is not there is told."""
    file = tmp_path / "membres.csv"
    file.write_text(f"nom;siren\nBruche;{BRUCHE}\nMolsheim;{MOLSHEIM}\n", encoding="utf-8")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        await write(pilot, str(tmp_path / "absent.csv"))
        await press(pilot, "enter")
        assert "Pas de fichier" in notices(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, str(file))
        await press(pilot, "enter")
        listed = consultation_of(pilot).state.lists["member"]
        assert listed is not None
        assert set(listed.ids) == {BRUCHE, MOLSHEIM}


@pytest.mark.parametrize(("day", "told"), [(date(2014, 6, 15), True), (date(2026, 11, 24), False)])
async def test_a_register_of_a_later_year_is_said(make: AppMaker, day: date, told: bool) -> None:  # noqa: FBT001
    """Under the law of 2014 the nearest register is of 2022: it is said once, above what it gives."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        app_of(pilot).as_of = day
        await open_new(pilot)
        await pick(pilot, "molsheim", "vallée de la bruche")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, TerritoryScreen)
        seen = on_screen(pilot)
        assert ("corrigez ce qui était autre" in " ".join(seen.split())) is told
        assert ("registre de 2022" in " ".join(seen.split())) is told


@pytest.mark.parametrize(("day", "told"), [(date(2014, 6, 15), 1), (date(2026, 11, 24), 0)])
def test_plain_prompts_say_it_too(base: KnowledgeBase, day: date, told: int) -> None:
    """Line by line, where members of the register were listed."""
    said: list[str] = []
    typed = iter(["246700306", ""])
    case = Consultation.start(base, day, engine=engine("native"))
    nearest = partial(Register.nearest, knowledge_folder() / "territories")
    prompt = MembersPrompt(lambda: next(typed, ""), said.append, "fr", nearest, lambda held: held)
    prompt.take(case, "member", next(typed))
    assert sum("registre de 2022" in line for line in said) == told


async def test_what_is_being_measured_is_not_said_to_be_unmeasured(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is computed, nobody knows whether it will be asked."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_new(pilot)
        await press(pilot, "escape", "g")
        screen = pilot.app.screen
        assert isinstance(screen, TerritoryScreen)
        assert "non mesuré" in on_screen(pilot)
        monkeypatch.setattr(type(screen.session), "waiting", True)
        screen.show()
        await settle(pilot)
        assert "on calcule…" in on_screen(pilot)
        assert "non mesuré" not in on_screen(pilot)


async def test_what_is_to_be_confirmed_is_said_once() -> None:
    """« non — non, selon les membres »: the value headed its own origin again."""
    async with app().run_test(size=(120, 40), notifications=True) as pilot:
        await open_new(pilot)
        await pick(pilot, "molsheim")
        await write(pilot, "CC Inventée ; cc ; 5000")
        await press(pilot, "enter", "ctrl+s")
        assert isinstance(pilot.app.screen, TerritoryScreen)
        seen = on_screen(pilot)
        assert "selon les membres que connaît le registre" in seen
        assert not re.search(r": ([^:—]+) — \1, selon", seen)


async def test_what_is_not_known_has_no_tick_and_hides_nothing_measured() -> None:
    """« ✔ situation du territoire : je ne sais pas » stood where « En métropole » had been found, to be confirmed."""
    async with app(as_of=date(2014, 6, 15)).run_test(size=(120, 40), notifications=True) as pilot:
        await open_new(pilot)
        await pick(pilot, "molsheim")
        await write(pilot, "CC Inventée ; cc ; 5000")
        await press(pilot, "enter", "ctrl+s")
        before = on_screen(pilot)
        assert "? situation du territoire" in before
        base = app_of(pilot).base
        measured = [fact for fact, kind in base.facts.items() if kind.measure and kind.askable]
        held = consultation_of(pilot)
        for fact in measured:
            held = held.dont_know(fact)
        app_of(pilot).said(held, fact=measured[0])
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, TerritoryScreen)
        screen.show()
        await settle(pilot)
        seen = on_screen(pilot)
        assert "? situation du territoire : Bas-Rhin" in seen.replace("\u00a0", " ")
        assert not re.search(r"✔ [^:]+: je ne sais pas", seen)
