"""Whatever stands where a file is wanted is told in words, at once, with exit code 2."""

import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from petr_advisor.cli import main

SMALL = Path(__file__).parent / "small"
SCENARIO = """
title: {fr: "Un syndicat fermé", en: "A closed syndicate"}
origin: {kind: made, reference: "test"}
as_of: 2026-11-24
answers: {structure.form: closed}
"""
NOBODY = 65534


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as found:
        found.bind(str(path))


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10_000_000_000)


STRANGE: dict[str, Callable[[Path], object]] = {
    "folder": Path.mkdir,
    "dangling link": lambda path: path.symlink_to("nowhere"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "pipe": os.mkfifo,
    "endless device": lambda path: path.symlink_to("/dev/zero"),
    "empty device": lambda path: path.symlink_to("/dev/null"),
    "socket": _socket,
    "huge file": _large,
}

Outcome = tuple[int | str | None, str]
Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def no_wait() -> Iterator[None]:
    """End with a failure, not a hang, when a file that never ends is read."""

    def late(*_: object) -> None:
        raise AssertionError("it waits for ever")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every account may pass through, unlike pytest's own, with short names for sockets."""
    with tempfile.TemporaryDirectory(prefix="petr-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["petr-advisor", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code, capsys.readouterr().err

    return run


def amiss(found: Outcome) -> list[str]:
    """Give what an outcome lacks to be a refusal in a person's words, and short; nothing when it is one."""
    code, said = found
    wanted = {
        f"code {code}": code == 2,
        "no word": bool(said.strip()),
        "a fault of the program": "Imprévu" not in said and "Error" not in said,
        "too long": len(said) < 1_000,
    }
    return [f"{lack}: {said}" for lack, kept in wanted.items() if not kept]


@pytest.mark.parametrize("strange", STRANGE)
def test_where_a_scenario_is_wanted(strange: str, place: Path, run: Run) -> None:
    STRANGE[strange](case := place / "case.yaml")
    STRANGE[strange](saved := place / "saved.json")
    assert not amiss(run("explain", case, "--knowledge", SMALL))
    assert not amiss(run("explain", saved, "--knowledge", SMALL))
    assert not amiss(run("evaluate", case, "--knowledge", SMALL))
    assert not amiss(run("evaluate", place, "--knowledge", SMALL))
    assert not amiss(run("compare", case, case, "--knowledge", SMALL))


@pytest.mark.parametrize("strange", STRANGE)
def test_in_a_rule_base_and_in_its_place(strange: str, place: Path, run: Run) -> None:
    base = place / "base"
    base.mkdir()
    (base / "base.yaml").write_bytes((SMALL / "base.yaml").read_bytes())
    STRANGE[strange](base / "x.yaml")
    assert not amiss(run("check", "--knowledge", base))
    code, said = run("ask", "evolution", "--knowledge", base)
    assert (code, said.startswith("x.yaml")) == (2, True)
    if strange != "folder":
        STRANGE[strange](place / "itself")
        assert not amiss(run("check", "--knowledge", place / "itself"))


@pytest.mark.parametrize("strange", STRANGE)
def test_where_settings_are_wanted(strange: str, place: Path, home: Path, run: Run) -> None:
    (case := place / "case.yaml").write_text(SCENARIO, encoding="utf-8")
    STRANGE[strange](place / "logo.png")
    (place / "with-logo.toml").write_text('logo = "logo.png"', encoding="utf-8")
    STRANGE[strange](place / "settings.toml")
    report = ("report", case, "-o", place / "x.md", "--knowledge", SMALL)
    assert not amiss(run(*report, "--settings", place / "with-logo.toml"))
    if strange != "empty device":  # as good as an empty file: no settings
        assert not amiss(run(*report, "--settings", place / "settings.toml"))
        if strange != "dangling link":
            STRANGE[strange](home / "adviser.toml")
            assert not amiss(run(*report))


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize(
    "command", [("report", "x.md"), ("calendar", "x.ics"), ("site", "x")], ids=lambda found: found[0]
)
def test_where_a_file_is_to_be_written(command: tuple[str, str], strange: str, place: Path, run: Run) -> None:
    (case := place / "case.yaml").write_text(SCENARIO, encoding="utf-8")
    name, output = command
    STRANGE[strange](place / output)
    before = (place / output).lstat()
    words = (name, case, "-o", place / output, "--knowledge", SMALL)
    if (name, strange) != ("site", "folder"):  # an empty folder is where a site goes
        assert not amiss(run(*words))
    if name != "site" and strange in {"folder", "pipe", "socket", "endless device", "empty device"}:
        assert not amiss(run(*words, "--overwrite"))
        assert (place / output).lstat().st_ino == before.st_ino


@pytest.mark.parametrize("strange", STRANGE)
def test_where_a_saved_consultation_is_wanted(strange: str, home: Path, run: Run) -> None:
    (home / "consultations").mkdir()
    STRANGE[strange](home / "consultations" / "pays.json")
    assert not amiss(run("--plain", "--resume", "pays", "--knowledge", SMALL))
    assert not amiss(run("explain", "pays", "--knowledge", SMALL))


NAMES = ("x" * 300, "x" * 3_000, "x" * 300 + ".yaml", "/".join(["x" * 200] * 40), "a\0b", "\udce9", "")


@pytest.mark.parametrize("name", NAMES, ids=[str(len(name)) for name in NAMES])
def test_names_that_no_file_can_have(name: str, place: Path, run: Run) -> None:
    (case := place / "case.yaml").write_text(SCENARIO, encoding="utf-8")
    assert not amiss(run("explain", name, "--knowledge", SMALL))
    assert not amiss(run("evaluate", name or "nowhere", "--knowledge", SMALL))
    assert not amiss(run("check", "--knowledge", name or "nowhere"))
    assert not amiss(run("report", case, "-o", f"nowhere/{name}.md", "--knowledge", SMALL))
    assert not amiss(run("report", case, "-o", place / "x.md", "--settings", name or "nowhere", "--knowledge", SMALL))


def test_names_that_are_not_utf8_are_as_good_as_any(place: Path, run: Run) -> None:
    base = place / "base\udce9"
    base.mkdir()
    (base / "r\udce8gles.yaml").write_bytes((SMALL / "base.yaml").read_bytes())
    (case := place / "cas\udce9.yaml").write_text(SCENARIO, encoding="utf-8")
    assert run("check", "--knowledge", base) == (0, "")
    for form in ("text", "json", "junit"):
        assert run("evaluate", case, "--format", form, "--knowledge", base) == (0, "")
    for name, output in (("report", "\udce9.md"), ("site", "site\udce9")):
        assert run(name, case, "-o", place / output, "--knowledge", base) == (0, "")
    (base / "faux\udce8.yaml").write_text("rules: 3", encoding="utf-8")
    assert not amiss(run("check", "--knowledge", base))


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Work without the rights of the administrator, who may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("shut", ["folder", "file"])
def test_what_may_not_be_read(shut: str, place: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """A file that is shut is told as such: it is neither absent nor damaged."""
    monkeypatch.setenv("PETR_ADVISOR_HOME", str(place))
    for name in ("open/base.yaml", "base/x.yaml", "cases/case.yaml", "consultations/pays.json"):
        (place / name).parent.mkdir()
        (place / name).write_bytes(SCENARIO.encode() if "case" in name else (SMALL / "base.yaml").read_bytes())
    commands = (
        ("check", "--knowledge", place / "base"),
        ("evaluate", place / "cases", "--knowledge", place / "open"),
        ("explain", place / "cases" / "case.yaml", "--knowledge", place / "open"),
        ("explain", "pays", "--knowledge", place / "open"),
        ("--plain", "--resume", "pays", "--knowledge", place / "open"),
    )
    for command in commands:
        run(*command)  # loads, while it may, what Python itself keeps where somebody else may not read
    for name in ("base/x.yaml", "cases/case.yaml", "consultations/pays.json"):
        (place / name if shut == "file" else (place / name).parent).chmod(0)
    with as_somebody_else():
        found = [run(*command) for command in commands]
    for each in found:
        assert not amiss(each)
        assert "accès" in each[1] or "access" in each[1], each
