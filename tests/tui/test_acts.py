"""Acts and votes are recorded on the screen, a line each; what follows is counted at once."""

from datetime import date

from textual.widgets import Input

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.screens.acts import ActsScreen
from petr_advisor.tui.widgets.lines import Lines
from tests.procedures.routes import beside
from tests.tui.conftest import app_of, notices, on_screen, press, settle

TODAY = date(2026, 11, 26)


def consultation() -> Consultation:
    """Give a consultation on the rule base with the procedures of `routes.yaml`, a transformation under way."""
    base = beside(load())
    rows = {key: {"member.name": f"CC {key}", "member.kind": "cc", "member.population": 20000} for key in "AB"}
    started = Consultation.start(base, TODAY, ["evolution"], engine("native")).list_entities("member", rows)
    started = started.answer("structure.legal_form", "closed_syndicate").answer("procedure.under_way", "l5741_4")
    return started.answer("committee.proposed", "yes").answer("proposal.notified_on", date(2026, 9, 10))


async def test_a_vote_typed_on_the_screen_is_recorded_and_taken_back() -> None:
    given = consultation()
    app = PetrAdvisorApp(given.base, register_folder=None, language="fr", as_of=TODAY, engine=engine("native"))
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await settle(pilot)
        pilot.app.post_message(AdvisorApp.Begun("Pays", given))
        await settle(pilot)
        pilot.app.action_acts()  # type: ignore[attr-defined]
        await settle(pilot)
        assert isinstance(pilot.app.screen, ActsScreen)
        options, details = (pilot.app.screen.query_one(f"#{name}", Lines) for name in ("options", "details"))
        assert options.target == "transformation"
        assert "CC A — les membres du syndicat x" in on_screen(pilot)
        details.focus()
        details.highlighted = next(
            n for n in range(details.option_count) if getattr(details.target_at(n), "member", 0) == "A"
        )
        await settle(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one(Input).value = "10/09/2026 ; contre ; 05/10/2026"
        await press(pilot, "enter")
        await settle(pilot)
        session = app_of(pilot).session
        assert session is not None
        (done,) = session.consultation.state.acts
        assert (done.member, done.result, done.received, done.on) == (
            "A",
            "refused",
            date(2026, 9, 10),
            date(2026, 10, 5),
        )
        assert "10/09/2026 ; contre ; 05/10/2026" in on_screen(pilot)
        await press(pilot, "x")
        await settle(pilot)
        assert session.consultation.state.acts == ()


async def test_what_cannot_be_read_is_said(tmp_path: object) -> None:
    given = consultation()
    app = PetrAdvisorApp(given.base, register_folder=None, language="en", as_of=TODAY, engine=engine("native"))
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await settle(pilot)
        pilot.app.post_message(AdvisorApp.Begun("Pays", given))
        await settle(pilot)
        pilot.app.action_acts()  # type: ignore[attr-defined]
        await settle(pilot)
        pilot.app.screen.query_one(Input).focus()
        pilot.app.screen.query_one(Input).value = "soon"
        await press(pilot, "enter")
        await settle(pilot)
        assert "Type a day" in notices(pilot)
