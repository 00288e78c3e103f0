"""Examples: grouped, opened on their conclusions, and no dossier until something is said in them."""

from pathlib import Path

from petr_advisor.dossiers import names
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from tests.saved_files import kept
from tests.tui.conftest import AppMaker, answers, asked, notices, on_screen, press, settle, shown


def example(path: Path, title: str, answers: str) -> None:
    """Write an example made up, with some answers."""
    path.write_text(
        f"title: {{fr: '{title}', en: '{title}'}}\norigin: {{kind: made, reference: test}}\n"
        f"as_of: 2026-11-24\nanswers: {{{answers}}}\n",
        encoding="utf-8",
    )


async def test_examples(make: AppMaker, tmp_path: Path) -> None:
    """An example opens as a consultation of its own; a bad file is left out and told."""
    folder = tmp_path / "examples"
    folder.mkdir()
    example(folder / "good.yaml", "Une [association]", "structure.form: association")
    (folder / "bad.yaml").write_text("title: 3\n", encoding="utf-8")
    async with make(examples=folder).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "enter")
        assert "Une [association]" in on_screen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert "Créer un PETR" in on_screen(pilot)
        assert answers(pilot) == {("structure.form", None): "association"}
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert shown(pilot) == asked(pilot) is not None


async def test_an_example_is_no_dossier_until_something_is_said(make: AppMaker, tmp_path: Path) -> None:
    """Looked at and left, it stands nowhere, and nobody is told that it was saved; changed, it is there, and stays."""
    example(tmp_path / "one.yaml", "Une association", "structure.form: association")
    async with make(examples=tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "enter", "enter", "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert names() == ()
        await press(pilot, "home", "down", "enter", "enter", "escape", "i")
        assert names() == ("exemple-une-association",)
        await press(pilot, "ctrl+z")
        assert len(kept("exemple-une-association")) == 1
    async with make(examples=tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "home", "down", "enter", "enter", "q")
        assert (pilot.app._exit, pilot.app._exit_renderables) == (True, [])
    assert names() == ("exemple-une-association",)


async def test_an_example_with_nothing_left_to_ask(make: AppMaker, tmp_path: Path) -> None:
    """Esc leads from its conclusions to what can still be asked, and not back to them."""
    example(
        tmp_path / "all.yaml", "Tout est dit", "structure.form: association, members.count: 3, territory.one_piece: yes"
    )
    async with make(examples=tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "enter", "enter")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert asked(pilot) is None
        assert "Échap mène aux questions" in notices(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_real_territories_come_first(make: AppMaker, tmp_path: Path) -> None:
    """Examples are grouped by where they come from; the first that can be opened is a real one, with its name."""
    folder = tmp_path / "examples"
    folder.mkdir()
    form = "title: {{fr: '{0}', en: '{0}'}}\norigin: {{kind: {1}, reference: test}}\nas_of: 2026-11-24\n"
    (folder / "a.yaml").write_text(form.format("Construit", "trap"), encoding="utf-8")
    (folder / "b.yaml").write_text(form.format("Vrai", "real-case") + "territory: Pays d’Ici\n", encoding="utf-8")
    async with make(examples=folder).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "down", "enter")
        shown = on_screen(pilot)
        assert shown.index("Territoires réels") < shown.index("Pays d’Ici — Vrai") < shown.index("Cas construits")
        await press(pilot, "enter")
        assert "Vrai · droit au 24 novembre 2026" in on_screen(pilot)
