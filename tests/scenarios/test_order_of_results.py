"""Files are gone through in an order of their own; what is told of them follows the order in which they were given."""

from pathlib import Path

import pytest

from petr_advisor.knowledge.problems import FileError
from petr_advisor.scenarios.batch import Batch, evaluate_all

CASE = """
title: {{fr: "Un cas", en: "A case"}}
origin: {{kind: made, reference: "test"}}
as_of: {as_of}
key_questions: [{asked}]
answers: {{}}
expect: {{}}
"""


def test_rows_follow_the_files(tmp_path: Path) -> None:
    asked = {"a": "scot", "b": "evolution", "c": "scot", "d": "contracts"}
    paths = [tmp_path / f"{name}.yaml" for name in ("c", "a", "d", "b")]
    for path, day in zip(paths, ("2026-11-24", "2014-06-01", "2026-11-24", "2015-03-01"), strict=True):
        path.write_text(CASE.format(as_of=day, asked=asked[path.stem]), encoding="utf-8")
    rows = evaluate_all(paths, Batch(("native",), jobs=1))
    assert [row.name for row in rows] == ["c", "a", "d", "b"]


@pytest.mark.parametrize("written", ["- a list\n", "{not: [yaml\n"], ids=["a list", "no YAML"])
def test_a_file_that_is_no_scenario_is_told(tmp_path: Path, written: str) -> None:
    good, bad = tmp_path / "a.yaml", tmp_path / "b.yaml"
    good.write_text(CASE.format(as_of="2026-11-24", asked="scot"), encoding="utf-8")
    bad.write_text(written, encoding="utf-8")
    with pytest.raises(FileError) as raised:
        evaluate_all([good, bad], Batch(("native",), jobs=1))
    assert {Path(problem.file).name for problem in raised.value.problems} == {"b.yaml"}
