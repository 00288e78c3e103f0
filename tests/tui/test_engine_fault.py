"""durable_rules fails while a consultation is held on the screen: it is said once, and the consultation goes on."""

from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.durable_engine import DurableEngine
from petr_advisor.inference.engines import available
from petr_advisor.inference.guarded_engine import GuardedEngine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui.screens.question import QuestionScreen
from tests.tui.conftest import AS_OF, AppMaker, app_of, settle
from tests.unit.test_engine_faults import OPEN, UNKNOWN, failing


@pytest.mark.skipif("durable" not in available(), reason="durable_rules does not load on this Python")
async def test_it_is_said_once_and_the_consultation_goes_on(make: AppMaker, base: KnowledgeBase) -> None:
    crashing = failing(OPEN + UNKNOWN.format("os.abort()"))
    engine = GuardedEngine(DurableEngine(1.5, crashing), lambda _: Path("/logs/fault.txt"))
    async with make().run_test() as pilot:
        app = app_of(pilot)
        said: list[str] = []
        app.notify = lambda message, **_: said.append(message)  # type: ignore[method-assign]
        app.post_message(app.Begun("Pays", Consultation.start(base, AS_OF, engine=engine)))
        await settle(pilot)
        assert isinstance(app.screen, QuestionScreen)
        session = app.session
        assert session is not None
        assert session.fresh
        assert session.evaluation is not None
        question = session.evaluation.question
        assert question is not None
        app.said(session.consultation.dont_know(*question.key))
        await settle(pilot)
        assert session.fresh
        assert len([words for words in said if "durable_rules" in words and "/logs/fault.txt" in words]) == 1
