"""A question offers the choices that the territory and the other answers leave; the others are a key away."""

import re
from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.offered import offered
from petr_advisor.inference.engines import engine
from petr_advisor.prompts.plain import Plain
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.words.texts import Language
from tests.tui.conftest import answers, begin, letters, on_screen, pick, press, settle, shown
from tests.tui.test_checklists import app, open_on, panel

TWO = (("200073245", "CC du Bassin d'Aubenas"), ("200034379", "CC Pays d'Uzès"))
REGION, FORMER, LOCATION = "context.region", "context.former_region", "territory.location"


def case(**answers: str) -> Consultation:
    """Begin on the contracts, with answers."""
    found = Consultation.start(load(), date(2026, 11, 24), ["contracts"], engine("native"))
    for fact, value in answers.items():
        found = found.answer(fact.replace("__", "."), value)
    return found


def in_two_regions() -> Consultation:
    """Begin with a community of Ardèche and one of Gard."""
    rows = {siren: {"member.name": name, "member.kind": "cc"} for siren, name in TWO}
    return case().list_entities("member", rows, by="register")


def test_answers_shut_choices_out() -> None:
    assert offered(case(context__region="grand-est"), (FORMER, None)) == ("alsace", "champagne-ardenne", "lorraine")
    assert offered(case(territory__location="alsace_moselle"), (REGION, None)) == ("grand-est",)
    assert len(offered(case(), (REGION, None))) == len(load().facts[REGION].choices)


def test_what_is_impossible_by_itself_is_offered() -> None:
    """The rule base has its words for whoever says it."""
    assert "pacific" in offered(case(), (LOCATION, None))


def test_an_answer_to_be_changed_may_be_any() -> None:
    said = case(context__region="grand-est").answer(FORMER, "alsace")
    assert len(offered(said, (FORMER, None))) == len(load().facts[FORMER].choices)


async def test_the_screen_offers_two_regions_and_the_others_a_key_away() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, in_two_regions())
        while shown(pilot) != REGION:
            await letters(pilot, "i")
        seen = on_screen(pilot)
        assert "Occitanie" in seen
        assert "Bretagne" not in seen
        control = panel(pilot).control
        assert isinstance(control, ChoiceControl)
        assert control.option_count == 4
        await press(pilot, "3")
        assert control.option_count == len(load().facts[REGION].choices) + 1
        assert "Bretagne" in on_screen(pilot)
        assert (REGION, None) not in answers(pilot)
        await press(pilot, "down", "enter")


def test_the_prompts_offer_two_regions_and_the_others_by_a_sign() -> None:
    typed, said = iter(["*", "occitanie"]), list[str]()
    held = Plain(in_two_regions(), "fr", lambda: next(typed), said.append, lambda _: None)
    question = Question(REGION, None, load().facts[REGION], 1)
    held._ask(question)
    first = "\n".join(said)
    assert "Occitanie" in first
    assert "Bretagne" not in first
    held._ask(question)
    assert "Bretagne" in "\n".join(said)
    assert held.consultation.state.answers[REGION, None].value == "occitanie"


@pytest.mark.parametrize(("language", "below", "above"), [("fr", "plus bas", "plus haut"), ("en", "below", "above")])
async def test_a_list_that_goes_on_says_so(language: Language, below: str, above: str) -> None:
    """Fourteen regions do not stand on a small screen: how many are out of sight is told, and where."""
    async with app(language).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case(structure__legal_form="petr").cannot_list("member"))
        while shown(pilot) != REGION:
            await letters(pilot, "i")
        control = panel(pilot).control
        assert isinstance(control, ChoiceControl)
        hidden = [n for n in range(control.option_count) if not control.in_sight(n)]
        assert hidden
        assert re.search(rf"↓ (encore )?{len(hidden)} (more )?{below}", on_screen(pilot))
        assert above not in on_screen(pilot)
        await press(pilot, "end")
        seen = on_screen(pilot)
        assert above in seen
        assert below not in seen
        for _ in range(control.option_count - 1):
            await press(pilot, "up")
            assert control.in_sight(control.highlighted or 0)
        assert above not in on_screen(pilot)


async def test_how_much_goes_on_is_told_in_the_language_taken() -> None:
    async with app("fr").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case(structure__legal_form="petr").cannot_list("member"))
        while shown(pilot) != REGION:
            await letters(pilot, "i")
        assert "plus bas" in on_screen(pilot)
        await letters(pilot, "l")
        seen = on_screen(pilot)
        assert "more below" in seen
        assert "plus bas" not in seen


def test_a_procedure_that_the_form_excludes_is_out_of_sight() -> None:
    """An association transforms no joint syndicate; nor does one EPCI cover the ground of several listed."""
    asked = ("procedure.under_way", None)
    held = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    assert len(offered(held, asked)) == len(load().facts[asked[0]].choices)
    association = held.answer("structure.legal_form", "association")
    assert offered(association, asked) == ("none", "creation", "other")
    assert set(offered(held.answer("structure.legal_form", "closed_syndicate"), asked)) > {"l5741_4", "maptam_79_ii"}
    rows = {siren: {"member.name": name, "member.kind": "cc"} for siren, name in TWO}
    listed = held.list_entities("member", rows, by="register")
    form = ("structure.legal_form", None)
    assert len(listed.situation.allowed(form)) == len(load().facts[form[0]].choices) - 1
    assert set(load().facts[form[0]].choices) - set(offered(listed, form)) == {"single_epci"}


async def test_a_question_put_before_the_members_are_listed_follows_the_list() -> None:
    """It lay behind their table: one EPCI for all the ground was still offered once two were listed."""
    async with app().run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await begin(pilot)
        assert shown(pilot) == "structure.legal_form"
        alone = load().facts["structure.legal_form"].choices["single_epci"].label.fr
        assert alone in on_screen(pilot)
        await press(pilot, "m")
        await pick(pilot, "bruche", "molsheim")
        await press(pilot, "ctrl+s")
        assert shown(pilot) == "structure.legal_form"
        assert alone not in on_screen(pilot)
