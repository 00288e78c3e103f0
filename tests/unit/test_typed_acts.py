"""The line typed for an act or a vote, in either language; and the same by plain prompts."""

from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.procedures.record import Done
from petr_advisor.prompts.plain_acts import ActsPrompt
from petr_advisor.typed.acts import Row, as_line, read_done
from petr_advisor.typed.refusals import TypedError
from petr_advisor.words.voice import Voice
from tests.tui.test_acts import consultation

ACT, VOTE = Row("p", "order"), Row("p", "votes", "A")
SEPTEMBER, OCTOBER = date(2026, 9, 10), date(2026, 10, 5)


@pytest.mark.parametrize(
    ("typed", "row", "done"),
    [
        ("10/09/2026", ACT, Done("p", "order", SEPTEMBER)),
        ("10 septembre 2026 ; refusé", ACT, Done("p", "order", SEPTEMBER, "refused")),
        ("; refused", ACT, Done("p", "order", None, "refused")),
        ("10/09/2026 ; pour ; 5/10/2026", VOTE, Done("p", "votes", OCTOBER, "carried", "A", SEPTEMBER)),
        ("2026-09-10; AGAINST; 2026-10-05", VOTE, Done("p", "votes", OCTOBER, "refused", "A", SEPTEMBER)),
        ("; contre", VOTE, Done("p", "votes", None, "refused", "A")),
        ("10/09/2026", VOTE, Done("p", "votes", None, "carried", "A", SEPTEMBER, only_received=True)),
    ],
)
def test_a_line_is_read_and_written_again(typed: str, row: Row, done: Done) -> None:
    assert read_done(typed, row) == done
    for language in ("fr", "en"):
        assert read_done(as_line(done, Voice(language)), row) == done


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("", ACT),
        (" ; ", VOTE),
        ("bientôt", ACT),
        ("septembre 2026", ACT),
        ("10/09/2026 ; peut-être", VOTE),
        ("10/09/2026 ; ; 05/10/2026", VOTE),
        ("10/09/2026 ; pour ; 05/10/2026 ; encore", VOTE),
        ("10/09/2026 ; refusé ; 05/10/2026", ACT),
        ("10/09/1999", ACT),
    ],
)
def test_what_is_no_act_is_refused_in_words(typed: str, row: Row) -> None:
    with pytest.raises(TypedError) as refused:
        read_done(typed, row)
    assert refused.value.told("fr")
    assert refused.value.told("en")


def test_plain_prompts_record_and_take_back() -> None:
    lines: Iterator[str] = iter(["1", "4", "; contre ; 05/10/2026", "4", "jamais", "5", "10/09/2026", "5", "-", ""])
    kept: list[Consultation] = []
    written: list[str] = []
    found = ActsPrompt(lambda: next(lines), written.append, "fr", kept.append).hold(consultation())
    assert [(done.act, done.member, done.result) for done in found.state.acts] == [("votes", "A", "refused")]
    assert len(kept) == 3
    assert any(line.startswith("! Tapez un jour") for line in written)
