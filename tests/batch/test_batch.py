"""Many dossiers at once: what comes out of each form, what is refused and where, what an interruption leaves."""

import errno
import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from petr_advisor.batch import pools, running, working
from petr_advisor.batch.form import Lines, Order, Raw
from petr_advisor.batch.parts import Parts
from petr_advisor.batch.pools import Workers
from petr_advisor.batch.running import Done, Files, run_batch
from petr_advisor.errors import PetrAdvisorError
from tests.conftest import SMALL

TODAY = date(2026, 11, 24)
HEAD = "id,structure.form,members.communes,procedure.begun\n"
ROWS = "a,closed,0,no\nb,association,,\nc,open,2,unknown\n"


def order(*days: date) -> Order:
    return Order(SMALL, "native", days, TODAY, (), "en")


def ran(files: Files, *days: date, **more: Any) -> Done:
    return run_batch(files, order(*days), Workers(), lambda *_: None, **more)


def statuses(path: Path) -> dict[tuple[str, str], str]:
    found = pl.read_csv(path, infer_schema=False) if path.suffix == ".csv" else pl.read_parquet(path)
    return {(line["id"], line["option"]): line["status"] for line in found.iter_rows(named=True)}


def rejects(path: Path) -> list[tuple[str, str, str]]:
    found = pl.read_csv(path.with_name(f"{path.stem}-rejects{path.suffix}"), infer_schema=False)
    return [(line["table"], line["row"], line["reason"]) for line in found.iter_rows(named=True)]


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


EXPECTED = {
    ("a", "transform"): "open",
    ("a", "create"): "open",
    ("b", "transform"): "closed",
    ("b", "create"): "open",
    ("c", "create"): "open",
}


def test_the_three_forms_of_tables_say_the_same(tmp_path: Path) -> None:
    table = written(tmp_path / "in.csv", HEAD + ROWS)
    frame = pl.read_csv(table)
    frame.write_parquet(tmp_path / "in.parquet")
    lines = [{k: v for k, v in line.items() if v is not None} for line in frame.iter_rows(named=True)]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "semicolons.csv").write_text((HEAD + ROWS).replace(",", ";"), encoding="utf-8-sig")
    for number, name in enumerate(("in.csv", "in.jsonl", "in.parquet", "semicolons.csv")):
        output = tmp_path / f"out{number}{'.csv' if number % 2 else '.parquet'}"
        done = ran(Files(tmp_path / name, None, output))
        assert (done.rows, done.lines["rejects"]) == (3, 0)
        assert not list(tmp_path.glob("*rejects*"))
        found = statuses(output)
        assert {key: found[key] for key in EXPECTED} == EXPECTED
        assert found["c", "transform"] == "undetermined"


def test_a_row_says_what_the_consultation_of_it_says(tmp_path: Path) -> None:
    """Reasons, rank, answer of the course: those of the engine, cell by cell."""
    output = tmp_path / "out.jsonl"
    ran(Files(written(tmp_path / "in.csv", HEAD + ROWS), None, output))
    lines = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    closed = next(line for line in lines if (line["id"], line["option"]) == ("b", "transform"))
    assert closed["unmet"] == "transform/syndicate"
    assert closed["reasons"] == "s [n.always]"
    assert [line["option"] for line in lines if line["id"] == "b" and line["proposed"] == "yes"] == ["create"]


def test_what_is_wrong_is_said_row_by_row(tmp_path: Path) -> None:
    bad = "d,shut,,\ne,closed,-3,\nf,closed\na,open,1,\ng,closed,many,perhaps\n"
    output = tmp_path / "out.csv"
    done = ran(Files(written(tmp_path / "in.csv", HEAD + ROWS + bad), None, output))
    found = rejects(output)
    assert [row for _, row, _ in found] == ["4", "5", "6", "7", "8", "8"]
    assert done.lines["rejects"] == 6
    assert "is the identifier of row 1 already" in found[3][2]
    assert {name for name, _ in statuses(output)} == {"a", "b", "c"}


def test_members_come_from_a_second_table(tmp_path: Path) -> None:
    members = "id,name,kind,population\nc,One,cc,60000\nc,Two,commune,500\nz,Three,cc,1\n"
    output = tmp_path / "out.csv"
    files = Files(
        written(tmp_path / "in.csv", "id,structure.form\nb,open\nc,open\n"),
        written(tmp_path / "m.csv", members),
        output,
    )
    ran(files)
    assert statuses(output)["c", "transform"] == "undetermined"
    assert [(table, row) for table, row, _ in rejects(output)] == [("members", "3")]
    duties = pl.read_csv(tmp_path / "out-duties.csv", infer_schema=False)
    assert duties.select("id", "of").rows() == [("c", "one")]


def test_two_days_give_what_changes_and_for_whom(tmp_path: Path) -> None:
    table = written(
        tmp_path / "in.csv", "id,structure.form,members.communes,communes.pointless\na,closed,1,yes\nb,association,,\n"
    )
    output = tmp_path / "out.csv"
    done = ran(Files(table, None, output), date(2015, 1, 1), date(2016, 1, 1))
    changes = pl.read_csv(tmp_path / "out-changes.csv", infer_schema=False)
    option = changes.filter(pl.col("what") == "option").select("id", "key", "before", "after").rows()
    assert option == [("a", "transform", "closed", "undetermined")]
    assert done.lines["options"] == 8


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("in.csv", "", "holds no row"),
        ("in.csv", HEAD, "holds no row"),
        ("in.csv", "id,structure.from\na,closed\n", "is it “structure.form”"),
        ("in.csv", "id,id\na,b\n", "several columns"),
        ("in.parquet", "PAR1 cut", "not a whole Parquet file"),
        ("in.xls", "id", "must end in"),
    ],
)
def test_a_table_that_is_none_is_refused_as_a_whole(tmp_path: Path, name: str, content: str, said: str) -> None:
    with pytest.raises(PetrAdvisorError, match=said):
        ran(Files(written(tmp_path / name, content), None, tmp_path / "out.csv"))
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_lines_that_are_no_objects_and_bytes_that_are_no_letters(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_bytes(b'{"id": "a", "structure.form": "closed"}\nnot json\n[1]\n{"id": "b", "typo": 1}\n')
    done = ran(Files(lines, None, tmp_path / "out.csv"))
    assert (done.rows, [row for _, row, _ in rejects(tmp_path / "out.csv")]) == (4, ["2", "3", "4"])
    latin = tmp_path / "latin.csv"
    latin.write_bytes("id,territory,structure.form\na,Évreux,closed\n".encode("latin-1"))
    ran(Files(latin, None, tmp_path / "latin-out.csv"))
    assert "UTF-8" in rejects(tmp_path / "latin-out.csv")[0][2]


class StoppedError(Exception):
    """A person stops it, or the machine does."""


def many(tmp_path: Path) -> Files:
    rows = "".join(f"r{n},{('closed', 'association', 'open', 'shut')[n % 4]},{n % 3},no\n" for n in range(150))
    return Files(written(tmp_path / "in.csv", HEAD + rows), None, tmp_path / "out.csv")


def test_an_interruption_loses_no_row_and_redoes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = many(tmp_path)
    whole = Files(files.dossiers, None, tmp_path / "whole.csv")
    ran(whole)

    def stop(done: int, total: int, kept: int) -> None:
        if done == 3 * running.PART:
            raise StoppedError

    with pytest.raises(StoppedError):
        run_batch(files, order(), Workers(), stop)
    assert not files.output.exists()

    redone: list[int] = []

    def counted(wanted: Order, rows: tuple[Raw, ...]) -> Lines:
        redone.extend(raw.row for raw in rows)
        return working.concluded(wanted, rows)

    monkeypatch.setattr(pools, "concluded", counted)
    done = ran(files, resume=True)
    assert redone == list(range(3 * running.PART + 1, 151))
    assert done.kept == 3 * running.PART
    for table in ("", "-duties", "-rejects"):
        one, other = (path.with_name(f"{path.stem}{table}.csv") for path in (files.output, whole.output))
        assert one.read_bytes() == other.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_what_was_done_of_other_data_is_not_taken_up(tmp_path: Path) -> None:
    files = many(tmp_path)
    Parts(files.output, {"other": 1}).begin(resume=False)
    with pytest.raises(PetrAdvisorError, match="other data"):
        ran(files, resume=True)
    ran(files)
    assert files.output.is_file()


def test_a_disk_that_fills_leaves_no_output_and_what_was_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = many(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("petr_advisor.batch.parts._sink", full)
        with pytest.raises(PetrAdvisorError, match=r"out\.csv"):
            ran(files)
    assert not files.output.exists()
    assert ran(files, resume=True).kept == 150


def test_an_order_that_no_row_could_follow_is_refused_at_once(tmp_path: Path) -> None:
    files = many(tmp_path)
    for wrong in (Order(SMALL, "native", (), TODAY, ("evolutoin",), "en"), order(date(1990, 1, 1))):
        with pytest.raises(PetrAdvisorError, match=r"evolution|1990"):
            run_batch(files, wrong, Workers(), lambda *_: None)
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_an_output_that_is_there_is_kept(tmp_path: Path) -> None:
    files = many(tmp_path)
    written(files.output, "mine")
    with pytest.raises(PetrAdvisorError, match="overwrite"):
        ran(files)
    assert files.output.read_text(encoding="utf-8") == "mine"
    ran(files, overwrite=True)
    assert files.output.read_text(encoding="utf-8").startswith("row,id")


def test_several_processes_write_the_same_bytes(tmp_path: Path) -> None:
    files = many(tmp_path)
    ran(files)
    other = Files(files.dossiers, None, tmp_path / "other.csv")
    run_batch(other, order(), Workers(2), lambda *_: None)
    assert files.output.read_bytes() == other.output.read_bytes()


def test_two_batches_do_not_write_one_output(tmp_path: Path) -> None:
    files = many(tmp_path)

    def meanwhile(*_: int) -> None:
        with pytest.raises(PetrAdvisorError, match="another command"):
            ran(files)

    run_batch(files, order(), Workers(), meanwhile)
    assert files.output.is_file()
