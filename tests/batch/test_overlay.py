"""Changed rules laid over the base: what they change, for whom, and by which of them."""

import re
import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from petr_advisor.batch.form import Order
from petr_advisor.batch.pools import Workers
from petr_advisor.batch.running import Done, Files, run_batch
from petr_advisor.checking import load
from petr_advisor.cli import main
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.knowledge.loader import read_folder, read_what_can_be
from petr_advisor.knowledge.problems import FileError
from petr_advisor.knowledge.reform import changed, parts
from tests.conftest import SMALL

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)

SYNDICATE = """
rules:
  synd: {title: {fr: s, en: s}, when: {structure.form: open}, then: {structure.syndicate: yes}, norms: [n.always]}
"""
TELL = """
rules:
  told:
    title: {fr: s, en: s}
    when: {structure.form: closed, town.large: yes}
    duty: obligation
    who: prefect
    to: {fr: dire, en: tell}
    norms: [n.new]
norms:
  n.new: {topic: t, statement: {fr: a, en: a}, sources: [{id: idea}], confidence: recalled, check: {fr: a, en: a}}
sources:
  idea: {kind: other, title: {fr: idée, en: idea}}
facts:
  town.large:
    type: yes_no
    label: {fr: g, en: l}
    ask: {text: {fr: "G ?", en: "L?"}, help: {fr: h, en: h}, why: {fr: w, en: w}}
"""
ROWS = (
    '{"id": "a", "structure.form": "closed", "members.communes": 0, "town.large": "yes"}\n'
    '{"id": "b", "structure.form": "open", "members.communes": 0}\n'
    '{"id": "c", "structure.form": "closed", "members.communes": 0, "town.large": "no"}\n'
)


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    folder = tmp_path / "reform"
    folder.mkdir()
    (folder / "syndicate.yaml").write_text(SYNDICATE, encoding="utf-8")
    (folder / "tell.yaml").write_text(TELL, encoding="utf-8")
    return folder


def test_a_base_read_from_files_and_one_taken_from_the_cache_are_the_same() -> None:
    """Else what differs between them would be told as what changed rules change."""
    read = read_folder(knowledge_folder())[0]
    load()  # now it is in the cache
    assert changed(read, load()) == changed(load(), read) == ()


def test_an_entry_that_amends_the_base_keeps_what_it_does_not_write() -> None:
    """The example of the guide writes one condition of a regime; the other ones, and its cures, are the base's."""
    law = read_folder(knowledge_folder())[0]
    reform, _, problems = read_what_can_be(knowledge_folder(), ROOT / "docs" / "reform")
    assert problems == ()
    assert [part.names for part in parts(law, reform)] == [("regimes/petr (conditions/several-epcis)",)]
    was, now = (base.regimes["petr"].conditions["several-epcis"] for base in (law, reform))
    assert (now.cures, now.counts_for) == (was.cures, was.counts_for)
    assert now.needs != was.needs


def compared(tmp_path: Path, overlay: Path, rows: str = ROWS) -> Done:
    table = tmp_path / "in.jsonl"
    table.write_text(rows, encoding="utf-8")
    order = Order(SMALL, "native", (TODAY,), TODAY, (), "en", overlay=overlay)
    return run_batch(Files(table, None, tmp_path / "out.csv"), order, Workers(), lambda *_: None)


def test_what_changes_for_whom_and_by_which_rule(tmp_path: Path, overlay: Path) -> None:
    done = compared(tmp_path, overlay)
    found = pl.read_csv(tmp_path / "out-changes.csv", infer_schema=False)
    told = found.select("id", "what", "key", "before", "after", "because").rows()
    assert set(told) == {
        ("a", "option", "transform", "undetermined", "closed", "rules/synd (when)"),
        ("a", "duty", "told", None, "established", "rules/told"),
        ("c", "option", "transform", "undetermined", "closed", "rules/synd (when)"),
    }
    assert (done.changed, done.cases) == ({(1, "a"): 2, (3, "c"): 1}, 3)
    counts = pl.read_csv(tmp_path / "out-counts.csv").select("what", "key", "rows").rows()
    assert counts == [("option", "transform", 2), ("duty", "told", 1)]


def test_what_needs_two_changes_together_says_so(tmp_path: Path) -> None:
    """Neither change alone gives the duty: two facts that only rules give are needed."""
    folder = tmp_path / "reform"
    folder.mkdir()
    fact = "{type: yes_no, label: {fr: b, en: b}, given_by: [rule], closed: true, norms: [n.always]}"
    rule = "{title: {fr: s, en: s}, when: {structure.form: open}, then: {structure.syndicate: yes}, norms: [n.always]}"
    duty = "duty: obligation, who: prefect, to: {fr: d, en: d}, norms: [n.always]"
    (folder / "both.yaml").write_text(
        f"facts:\n  town.syndicate: {fact}\n"
        f"rules:\n  synd: {rule}\n"
        "  town: {title: {fr: s, en: s}, when: {structure.form: closed, structure.syndicate: no}, "
        "then: {town.syndicate: yes}, norms: [n.always]}\n"
        f"  due: {{title: {{fr: s, en: s}}, when: {{town.syndicate: yes}}, {duty}}}\n",
        encoding="utf-8",
    )
    compared(tmp_path, folder, '{"id": "a", "structure.form": "closed", "members.communes": 0}\n')
    found = pl.read_csv(tmp_path / "out-changes.csv", infer_schema=False).filter(pl.col("key") == "due")
    assert found["because"].to_list() == ["together"]


def test_nothing_else_changes(overlay: Path) -> None:
    before, after = load(SMALL), load(SMALL, overlay)
    assert list(after.rules) == [*before.rules, "told"]
    assert after.rules["tell"] == before.rules["tell"]
    assert after.options == before.options
    assert load(SMALL) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules:\n  synd:\n    title: {fr: s, en: s}\n    wehn: {structure.form: open}\n", "wrong.yaml:4"),
        (SYNDICATE.replace("form:", "from:"), "structure.form"),
        ("norms:\n  n.always: {}\n", "wrong.yaml:2"),
    ],
)
def test_changed_rules_that_do_not_load_are_refused(overlay: Path, text: str, said: str) -> None:
    (overlay / "syndicate.yaml").unlink()
    (overlay / "wrong.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as refused:
        load(SMALL, overlay)
    assert f"{overlay}/wrong.yaml:" in str(refused.value)
    assert said in str(refused.value)


def test_the_example_for_a_jurist_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The command of docs/how-to-jurist.md, on two territories of the folder that it names."""
    command = next(re.finditer(r"^petr-advisor batch .*--overlay (\S+).*$", _guide(), re.MULTILINE))
    cases = tmp_path / "cases"
    cases.mkdir()
    for name in ("combraille", "loire-beauce"):
        shutil.copy(ROOT / "scenarios" / "evolution" / "real" / f"{name}.yaml", cases)
    words = command[0].split("  #")[0].split()[2:]
    words[words.index("scenarios/evolution/real")] = str(cases)
    words[words.index("-o") + 1] = str(tmp_path / "reform.csv")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("sys.argv", ["petr-advisor", "batch", *words, "--jobs", "1"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
    told = capsys.readouterr().out
    assert "[regimes/petr (conditions/several-epcis)]" in told
    found = pl.read_csv(tmp_path / "reform-changes.csv", infer_schema=False)
    assert set(found["because"]) == {"regimes/petr (conditions/several-epcis)"}
    drawn = (tmp_path / "reform-map.svg").read_text(encoding="utf-8")
    assert 'class="area' in drawn
    assert "changement" in drawn


def _guide() -> str:
    return (ROOT / "docs" / "how-to-jurist.md").read_text(encoding="utf-8")
