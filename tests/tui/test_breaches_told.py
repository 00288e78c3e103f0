"""What breaks the law is told at the answer that shows it, in time to correct it, and not only among conclusions."""

from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.prompts.plain_clashes import ClashesPrompt
from petr_advisor.tui.screens.question import QuestionScreen
from tests.tui.conftest import consultation_of, letters, notices, press, settle
from tests.tui.test_checklists import app, facts_in_sight, open_on


def association(form: str = "association") -> Consultation:
    """A SCoT over the same ground, of which nobody has said yet who bears it."""
    case = Consultation.start(load(), date(2026, 11, 24), ["scot"], engine("native"))
    return case.answer("structure.legal_form", form).answer("territory.scot_cover", "same")


async def test_an_association_cannot_be_said_to_bear_a_scot_without_a_word() -> None:
    """The choice is a fact that may be so, against the law: it is told at once, with the key that corrects it."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, association())
        for _ in range(6):
            if facts_in_sight(pilot) == ("scot.bearer",):
                break
            await letters(pilot, "s")
        assert facts_in_sight(pilot) == ("scot.bearer",)
        assert "Contraire à la loi" not in notices(pilot)
        await press(pilot, "1", "enter")
        said = notices(pilot)
        assert "où ne figure ni association ni GIP" in said
        assert "← y revient" in said
        assert isinstance(pilot.app.screen, QuestionScreen)
        await press(pilot, "left")
        assert facts_in_sight(pilot) == ("scot.bearer",)
        await press(pilot, "3", "enter")
        assert not consultation_of(pilot).breaches


def test_plain_prompts_tell_it_once() -> None:
    """Line by line as well, once, and again where it comes again; a syndicate may bear one."""
    written: list[str] = []
    prompt = ClashesPrompt(lambda: "", written.append, "fr")
    bears = association().answer("scot.bearer", "structure")
    for case in (association(), bears, bears, association()):
        assert prompt.hold(case) is None
    assert [line for line in written if "Contraire à la loi" in line and "r y revient" in line] == written
    assert len(written) == 1
    prompt.hold(bears)
    assert len(written) == 2
    prompt.hold(association("closed_syndicate").answer("scot.bearer", "structure"))
    assert len(written) == 2
