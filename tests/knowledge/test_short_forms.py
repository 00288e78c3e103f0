"""The shorter ways to write a period, a place in a source, a limit, a check mean what the full ones mean."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.knowledge.law import InForcePeriod, SourceReference
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.loader import read_folder
from tests.knowledge.test_broken import HERE, problems_of

DAY, LAST = date(2014, 1, 29), date(2015, 8, 8)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("2014-01-29..", {"from": DAY}),
        ("..2015-08-08", {"to": LAST}),
        ("2014-01-29..2015-08-08", {"from": DAY, "to": LAST}),
    ],
)
def test_a_period_in_short(short: str, full: dict[str, date]) -> None:
    assert InForcePeriod.model_validate(short) == InForcePeriod.model_validate(full)


@pytest.mark.parametrize(
    ("short", "source", "paragraph"),
    [
        ("cgct-l5741-1, II, al. 2", "cgct-l5741-1", "II, al. 2"),
        ("cgct-l5741-1", "cgct-l5741-1", None),
        ("loi-84-53,art. 51, 61 et 64", "loi-84-53", "art. 51, 61 et 64"),
    ],
)
def test_a_place_in_a_source_in_short(short: str, source: str, paragraph: str | None) -> None:
    assert SourceReference.model_validate(short) == SourceReference(id=source, paragraph=paragraph)


def test_a_limit_counts_from_an_event() -> None:
    length, passed = {"n": 3, "unit": "month", "rounding": "down"}, {"does": "late"}
    limit = {"kind": "maximum", "length": length, "passed": passed}
    assert Limit.model_validate({**limit, "after": "a.b"}) == Limit.model_validate({**limit, "from": "a.b"})


SHORTENED = (
    ("law.yaml", 'sources: [{id: cgct-l1, paragraph: "al. 1"}]', 'sources: ["cgct-l1, al. 1"]'),
    ("law.yaml", "in_force: {from: 2014-01-29, to: 2019-12-28}", "in_force: 2014-01-29..2019-12-28"),
    ("law.yaml", "in_force: {from: 2019-12-29}", "in_force: 2019-12-29.."),
    ("law.yaml", 'check: {fr: "Relire l\'article.", en: "Read the article again."}', "check: read-again"),
    ("options.yaml", "after: structure.founded_on, passed", "from: structure.founded_on, passed"),
)
CHECKS = 'checks:\n  read-again: {fr: "Relire l\'article.", en: "Read the article again."}\n'


def test_a_base_written_in_short_is_the_same(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(HERE / "valid", tmp_path / "base"))
    for name, full, short in SHORTENED:
        text = (folder / name).read_text("utf-8")
        assert full in text
        (folder / name).write_text(text.replace(full, short), "utf-8")
    (folder / "checks.yaml").write_text(CHECKS, "utf-8")
    assert problems_of(folder) == ()
    kept = {"hash": True, "checks": True}
    base, full_base = read_folder(folder)[0], read_folder(HERE / "valid")[0]
    assert base.model_dump(exclude=kept) == full_base.model_dump(exclude=kept)
