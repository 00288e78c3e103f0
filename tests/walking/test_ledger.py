"""A long run that is cut short keeps its figures, and goes on from where it was."""

from collections import Counter
from pathlib import Path

from tests.walking import ledger
from tests.walking.many import Run
from tests.walking.walks import Dozen, Failure

SETTINGS: ledger.Settings = {"commit": "abc", "seed": 1, "screens": 8}
HELD = [
    Dozen(7, Counter(consultation=12, screens=2), Counter(consultation=130), seconds=2.5),
    Dozen(8, Counter(consultation=12), Counter(consultation=100), [Failure("screens", 8, 3, "« é »", "fr", "1 2")], 3),
]


def cut_short(folder: Path) -> Path:
    """Give the report of a run that ended while it wrote the third dozen."""
    report = folder / "walks"
    ledger.begin(report.with_suffix(".jsonl"), SETTINGS, HELD[:1])
    ledger.add(report.with_suffix(".jsonl"), HELD[1])
    with report.with_suffix(".jsonl").open("a") as file:
        file.write('{"seed": 9, "wal')
    return report


def test_a_run_goes_on_with_what_is_left(tmp_path: Path) -> None:
    run = Run(48, cut_short(tmp_path), "abc")
    assert run.take_up([7, 8, 9, 10], SETTINGS) == [9, 10]
    assert (run.walks["consultation"], run.steps["consultation"], run.processor) == (24, 230, 5.5)
    assert run.failures == HELD[1].failures
    run.take(Dozen(9, Counter(consultation=12)))
    again = Run(48, run.report, "abc")
    assert again.take_up([7, 8, 9, 10], SETTINGS) == [10]
    assert again.walks["consultation"] == 36


def test_a_run_of_other_settings_begins_anew(tmp_path: Path) -> None:
    run = Run(48, cut_short(tmp_path), "def")
    assert run.take_up([7, 8, 9, 10], {**SETTINGS, "commit": "def"}) == [7, 8, 9, 10]
    assert not run.walks
