"""What is handed to the workers is not written out."""

import pytest

from petr_advisor.knowledge.base import KnowledgeBase
from tests.tui.conftest import AppMaker, begin, press, settle


async def test_an_answer_does_not_write_the_rule_base_out(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual describes a worker by its arguments in full: of a consultation, that is the whole law at each answer."""
    written: list[str] = []

    def described(_: KnowledgeBase) -> str:
        written.append("")
        return ""

    monkeypatch.setattr(KnowledgeBase, "__repr__", described)
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "p")
    assert not written
