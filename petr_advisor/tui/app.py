"""The application: which screen opens when, and nothing else."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text as RichText
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, WorkerFailed

from petr_advisor import dossiers
from petr_advisor.files.started import typed_again
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui import screens
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.asked import Asked
from petr_advisor.tui.loading import load_the_rest
from petr_advisor.tui.opening import Opening
from petr_advisor.tui.palette import Palette, ScreenCommands, actions_of
from petr_advisor.tui.preferences import remember, remembered
from petr_advisor.tui.screens.base import AdvisorModal, AdvisorScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import as_a_line

if TYPE_CHECKING:  # the first screen is painted before any of these is needed
    from petr_advisor.consulting.consultation import Consultation
    from petr_advisor.dossiers import Held
    from petr_advisor.typed.entities import EntityKind


class PetrAdvisorApp(Opening):
    """The terminal interface."""

    CSS_PATH = "app.tcss"
    TITLE = "petr-advisor"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+k"
    COMMANDS: ClassVar[set[Any]] = {ScreenCommands}
    BINDINGS: ClassVar[list[Any]] = bindings("theme", "large", "commands")

    def __init__(
        self, base: KnowledgeBase, *, register_folder: Path | None, language: Language, as_of: date,
        engine: Engine | None = None, resume: str | None = None, examples: Path | None = None,
        tour: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(base, register_folder=register_folder, language=language, as_of=as_of, engine=engine)
        self.examples = examples
        self._tour = tour
        """Whether the tour is offered to whoever has not seen it."""
        self._resume = resume
        self._left: Held | None = None
        self._arranged, self._arranging = False, Lock()
        self._warming: Worker[None] | None = None
        """What loads the libraries by which consultations are saved."""
        self._unsaved: Consultation | None = None
        """The consultation that could not be saved when the person wanted to leave it."""

    def on_mount(self) -> None:
        """Open the home screen, and over it the consultation to resume, or the tour for a first time."""
        known = remembered()
        self.look_as(known)
        self.push_screen(HomeScreen(self.examples, self._arrange))
        self.call_after_refresh(self._warm_up)
        if self._resume is not None:
            self.resuming = True
            self.resume(self._resume)
        elif self._tour and "tour" not in known:
            self.action_tour()

    # -- opening a consultation --------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Take over what earlier versions saved and erase what was deleted long ago, once; not on the interface."""
        from petr_advisor.dossiers.arranging import erase_old  # noqa: PLC0415 - the first screen is there before
        from petr_advisor.tui.evaluator import under_lock  # noqa: PLC0415

        with self._arranging:
            if not self._arranged:
                under_lock(lambda: dossiers.take_all_over(self.base, self.chosen_engine))
                erase_old()
            self._arranged = True

    def _warm_up(self) -> None:
        self._warming = self.run_worker(load_the_rest, thread=True, exit_on_error=False, group="warming")

    def on_advisor_app_begun(self, message: AdvisorApp.Begun) -> None:
        """Begin a session once it can be saved without a wait on the interface."""
        if self._warming is None or self._warming.is_finished:
            self._begin(message)
        else:
            self.run_worker(self._begin_later(message, self._warming), group="beginning", exclusive=True)

    async def _begin_later(self, message: AdvisorApp.Begun, warming: Worker[None]) -> None:
        with suppress(WorkerFailed):  # saving will say why
            await warming.wait()
        self._begin(message)

    def _begin(self, message: AdvisorApp.Begun) -> None:
        """Begin a session, under a name that nothing bears, and open its question screen."""
        if message.held is not None:
            self._show(message, message.held)
        else:
            act = partial(dossiers.begin, message.name, message.variant_of)
            self.ask(Asked(message.name, act, partial(self._show, message), dossiers.Held.release))

    def _show(self, message: AdvisorApp.Begun, held: "Held") -> None:
        self.resuming = False
        self._back_to_home()
        if held.instead_of is not None:
            self.tell("notice.name-taken", name=held.instead_of, other=held.name)
        self.begin(held, message.consultation, example=message.on == "conclusions")
        self.push_screen(screens.QuestionScreen(concluded=message.on == "conclusions"))
        if message.on == "conclusions":
            self.push_screen(screens.OutcomesScreen())
            self.tell("example.opened")
        elif message.on == "territory" and (kind := self._list_kind()) is not None:
            self.push_screen(screens.MembersScreen(kind, opening=True), self._show_territory)

    def _back_to_home(self) -> None:
        while len(self.screen_stack) > 2:
            self.pop_screen()

    def _open(self, screen: type[Screen[None]], closed: Callable[[None], None] | None = None) -> None:
        """Open a screen of the session; one that is already open comes back to the front."""
        if self.session is None:
            self.tell("notice.no-consultation")
        elif any(isinstance(found, screen) for found in self.screen_stack):
            while not isinstance(self.screen, screen):
                self.pop_screen()
        else:
            self.push_screen(screen(), closed)

    def action_conclusions(self) -> None:
        """Open the outcomes."""
        self._open(screens.OutcomesScreen)

    def action_form(self) -> None:
        """Open the questions by subject; what is answered there, one at a time is not put again."""
        before = self.session.consultation if self.session else None

        def closed(_: None) -> None:
            self._show_moved(self.session is not None and self.session.consultation is not before)

        self._open(screens.FormScreen, closed)

    def action_project(self) -> None:
        """Show the course to a meeting."""
        self._open(screens.ProjectionScreen)

    def action_answers(self) -> None:
        """Open the answers."""
        self._open(screens.AnswersScreen)

    def action_territory(self) -> None:
        """Open what the register and the map know of the territory."""
        self._open(screens.TerritoryScreen)

    def _show_territory(self, complete: bool | None) -> None:  # noqa: FBT001 - what a screen gives back
        if complete:
            self.action_territory()

    def action_find_out(self) -> None:
        """Open what is to be found out."""
        self._open(screens.FindOutScreen)

    def action_scope(self) -> None:
        """Open the key questions asked and the date of law, to change them."""
        if self.session is None:
            self.tell("notice.no-consultation")
        else:
            self.push_screen(screens.ScopeScreen(), self._show_changed)

    def action_seats(self) -> None:
        """Open the seats of the council."""
        self._open(screens.SeatsScreen)

    def action_acts(self) -> None:
        """Open the acts and the votes."""
        self._open(screens.ActsScreen)

    def action_members(self) -> None:
        """Open the table of a list: the one being asked for, else the first of the rule base."""
        kind = self._list_kind()
        if self.session is None:
            self.tell("notice.no-consultation")
        elif kind is None:
            self.tell("members.none-in-base")
        else:
            self.push_screen(screens.MembersScreen(kind))

    def _list_kind(self) -> "EntityKind | None":
        from petr_advisor.typed.entities import entity_kind  # noqa: PLC0415 - the first screen lists nothing of the kind

        evaluation = self.session.evaluation if self.session else None
        asked = evaluation.question.kind.entity if evaluation and evaluation.question else None
        kinds = [entity_kind(self.base, kind.entity) for kind in self.base.facts.values() if kind.entity]
        return next((kind for kind in kinds if kind.kind == asked), kinds[0] if kinds else None)

    def action_another(self) -> None:
        """Take up another service, another operation, in a copy that keeps all that is not said of the one in hand."""
        from petr_advisor.consulting.another import others  # noqa: PLC0415 - no consultation is there at the start

        found = others(self.session.consultation) if self.session else {}
        if self.session is None:
            self.tell("notice.no-consultation")
        elif not found:
            self.tell("another.none")
        elif len(found) == 1:
            self._name_another(next(iter(found)))
        else:
            self.push_screen(screens.AnotherScreen(found), self._name_another)

    def _name_another(self, question: str | None) -> None:
        from petr_advisor.consulting.another import for_another, others  # noqa: PLC0415 - as above

        session = self.session
        found = others(session.consultation).get(question) if session and question else None
        if session is None or question is None or found is None:
            return
        named = found.named.in_(self.language)

        def begin_it(name: str | None) -> None:
            if name is not None and self._may_leave():
                copy, of = for_another(session.consultation, question), None if session.untouched else session.held.slug
                self.post_message(self.Begun(name, copy, variant_of=of))
                self.tell("another.begun", name=name, other=session.name)

        first = dossiers.name_of_first(session.held.slug, session.name, session.held.variant_of)
        proposed = dossiers.free_name(self.say("another.proposed", name=first, named=named))
        self.push_screen(screens.NameScreen(self.say("another.name", named=named), proposed), begin_it)

    def action_undo(self) -> None:
        """Go back to before the last thing said."""
        self._step(self.undo, "undo.done", "question.first")

    def action_redo(self) -> None:
        """Take up again what was undone last."""
        self._step(self.redo, "undo.redone", "question.last")

    def _step(self, step: Callable[[], bool], said: str, nowhere: str) -> None:
        """Go back or forth, and say over what: the screen in front may show nothing of it."""
        from petr_advisor.explaining.differing_words import differing  # noqa: PLC0415 - as above
        from petr_advisor.words.speech import told  # noqa: PLC0415 - as above

        before = self.session.consultation if self.session else None
        if not self._show_moved(step()) or before is None or self.session is None:
            self.tell(nowhere)
            return
        self.session.went = went = told(said, what=differing(before, self.session.consultation))
        self.notices.tell(went.in_, self.language, "information", 6)

    def _show_changed(self, changed: bool | None) -> None:  # noqa: FBT001 - what a screen gives back
        self._show_moved(bool(changed))

    def _show_moved(self, moved: bool) -> bool:  # noqa: FBT001 - the only argument
        """Let the screens show a consultation that was gone back from, or taken up again."""
        if moved:
            for screen in self.screen_stack:
                if isinstance(screen, screens.QuestionScreen):
                    screen.forget_question()
            self.show_everywhere()
        return moved

    def action_home(self) -> None:
        """Go to the home screen; a line one types in is left first."""
        if isinstance(self.screen.focused, Input):
            self.screen.set_focus(None)
            return
        if self.session is not None:
            if not self._may_leave():
                return
            self._left = None if self.session.untouched else self.session.held
            self.close()
        self._back_to_home()
        self.notices.leave(self.language, ended=True)

    def action_help(self) -> None:
        """Open the help of the screen in front."""
        screen = self.screen
        if isinstance(screen, AdvisorScreen) and not isinstance(screen, screens.HelpScreen):
            self.push_screen(screens.HelpScreen(screen.HELP_KEY, actions_of(screen), screen.words_in_sight))

    def action_command_palette(self) -> None:
        """Open the palette of what the screen in front can do."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(placeholder=self.say("commands.search"), id="--command-palette"))

    def action_tour(self) -> None:
        """Show how the program is used, in a few panels."""
        self.push_screen(screens.TourScreen(), lambda _: remember("tour", "seen"))

    def action_language(self, language: Language) -> None:
        """Switch the language of everything on screen."""
        self.language = language
        self.show_everywhere()
        self.notices.retell(language)

    def action_other_language(self) -> None:
        """Switch to the other language."""
        self.action_language(next(other for other in LANGUAGES if other != self.language))

    def action_leave_all(self) -> None:
        """Quit; the consultation is saved, and its name is said."""
        if not self._may_leave():
            return
        held = self.session.held if self.session else self._left
        if held is None or self._unsaved is not None or (self.session is not None and self.session.untouched):
            self.exit()
            return
        command = typed_again("--resume", held.slug)
        words = self.say("notice.saved-under", name=as_a_line(held.name), command=command)
        self.exit(message=RichText(words, no_wrap=True, overflow="ignore"))  # a command cut in two is not to be copied

    def _may_leave(self) -> bool:
        """Tell whether the consultation may be left: it is saved, or the person was told that it cannot be."""
        if self.session is None or self.store(now=True):
            self._unsaved = None
            return True
        if self._unsaved is self.session.consultation:
            return True
        self._unsaved = self.session.consultation
        self.tell("notice.leave-unsaved", warning=True)
        return False

    def action_help_quit(self) -> None:
        """Say how to quit (Ctrl+C)."""
        self.tell("notice.how-to-quit")

    async def action_quit(self) -> None:
        """Quit as `q` does (Ctrl+Q)."""
        self.action_leave_all()

    def on_advisor_app_explained(self, message: AdvisorApp.Explained) -> None:
        """Open an explanation that came back."""
        if message.explanation is None:
            self.tell("tree.nothing")
        elif not isinstance(self.screen, AdvisorModal):
            self.push_screen(screens.TreeScreen(message.title, message.explanation))
