"""What a line of a checklist denied a value of is asked by itself, and the lines already said do not come back."""

from typing import Any

from tests.tui.conftest import app_of, settle
from tests.tui.test_checklists import HELD, app, begun, facts_in_sight, open_on, panel, reply

SHARED = "a PETR with its SCoT, contracts and a shared support function"
OTHERWISE = {"service.billing": "free", "contract.crte_scale": "epci"}


async def test_no_checklist_comes_back_that_is_wholly_said() -> None:
    """Lines are answered no and left so: each brings its own question, and the lines beside it stay said."""
    told: dict[str, Any] = {**HELD[SHARED], "answers": {**HELD[SHARED]["answers"], **OTHERWISE}}
    async with app(as_of=told["as_of"]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(told))
        session = app_of(pilot).session
        assert session is not None
        alone = []
        for _ in range(30):
            if session.evaluation is None or session.evaluation.question is None:
                break
            state, shown = session.consultation.state, [question.key for question in panel(pilot).questions]
            if len(shown) > 1:
                assert not all(key in {*state.answers, *state.denied} for key in shown), facts_in_sight(pilot)
            elif shown[0] in state.denied:
                alone.append(shown[0][0])
            await reply(pilot, told, in_place=False)
        assert session.evaluation is not None
        assert session.evaluation.question is None
        assert "service.billing" in alone
