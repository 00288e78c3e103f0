"""A walk on the real screens: acts are done one by one, and after each the screen must be alive and say no nonsense."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from textual.geometry import Region
from textual.message import Message

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import is_taken, names, resume, slug_of
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder, knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.screens.form import FormScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.texts import Language
from tests.walking.acts import Act
from tests.walking.faults import Fault, in_words
from tests.walking.ground import LAST, base
from tests.walking.hand import drain, paste, press, resize, settle

WAYS_OUT = {"escape", "q", "ctrl+q"}
LEAVING = 9
"""How often Escape is pressed at most to come home from anywhere."""


@dataclass
class Walk:
    """A walk under way, its saved consultations in a folder of its own."""

    home: Path
    language: Language = "fr"
    size: tuple[int, int] = (80, 24)
    done: list[Act] = field(default_factory=list)
    examples: Path = field(default_factory=examples_folder)
    odd: bool = False
    """Whether something was typed that may be refused."""
    app: PetrAdvisorApp = field(init=False)
    began: tuple[int, int] = field(init=False)
    """The size at the beginning."""
    _failed: list[Exception] = field(default_factory=list)
    _checked: Consultation | None = None
    _last: str | None = None
    """The name of the last consultation held."""

    async def play(self, acts: Callable[["Walk"], Iterator[Act]]) -> None:
        """Do acts on a new application; whenever it is quitted it is opened again on the consultation left."""
        self.began = self.size
        doing: Iterator[Act] | None = None
        while True:
            self.app = self._new_app()
            try:
                async with self.app.run_test(size=self.size, notifications=True, message_hook=self._hear):
                    await settle(self.app)
                    self._check()
                    doing = doing if doing is not None else acts(self)
                    if await self._go_on(doing):
                        return
            except Fault:
                raise
            except Exception as error:
                raise Fault(f"the application died: {type(error).__name__}: {error}") from error

    def _new_app(self) -> PetrAdvisorApp:
        left = self._last if self._last and is_taken(slug_of(self._last)) else None
        app = PetrAdvisorApp(
            base(), register_folder=knowledge_folder() / "territories", language=self.language, as_of=LAST,
            engine=engine("native"), resume=left, examples=self.examples,
        )  # fmt: skip
        app.animation_level = "none"
        return app

    async def _go_on(self, doing: Iterator[Act]) -> bool:
        """Do acts until there is none left (True) or the application is quitted."""
        for act in doing:
            await self._do(act)
            if self.app._exit:
                if self.app.return_code or self.app._exception:
                    raise Fault(f"the application ended with code {self.app.return_code}: {self.app._exception}")
                return False
        await self._leave()
        return True

    async def _do(self, act: Act) -> None:
        self.done.append(act)
        if act.how == "key":
            press(self.app, act.what)
        elif act.how == "paste":
            paste(self.app, act.what)
        else:
            width, _, height = act.what.partition("x")
            self.size = (int(width), int(height))
            resize(self.app, *self.size)
        if act.wait:
            await settle(self.app)
            self._check()
        else:
            await drain()

    async def _leave(self) -> None:
        """Come home by Escape alone."""
        for _ in range(LEAVING):
            if isinstance(self.app.screen, HomeScreen) or self.app._exit:
                return
            await self._do(Act("key", "escape"))
        if not isinstance(self.app.screen, HomeScreen):
            raise Fault(f"{LEAVING} times Escape does not lead home from {type(self.app.screen).__name__}")

    @property
    def held_once(self) -> bool:
        """Tell whether a consultation was held."""
        return self._last is not None

    def saved(self) -> bool:
        """Tell whether a consultation was saved."""
        return bool(names())

    # -- what must hold ----------------------------------------------------------------------------------------

    def _hear(self, message: Message) -> None:
        if isinstance(message, AdvisorApp.Failed) and not isinstance(message.error, PetrAdvisorError):
            self._failed.append(message.error)

    def text(self) -> str:
        """Give what is written on the screen in front."""
        return " ".join(" ".join(strip.text for strip in self.app.screen._compositor.render_strips()).split())

    def _check(self) -> None:
        app = self.app
        if app._exception is not None:
            raise Fault(f"the application died: {type(app._exception).__name__}: {app._exception}")
        if app._exit:
            return
        if self._failed:
            raise Fault(f"a computation failed: {type(self._failed[0]).__name__}: {self._failed[0]}")
        seen = self.text()
        in_words(seen)
        for notice in app._notifications:
            in_words(notice.message)
            if notice.severity == "error" and not self.odd:
                raise Fault(f"an error is told though nothing odd was typed: {notice.message}")
        if app.say("header.thinking") in seen:
            raise Fault(f"{type(app.screen).__name__} says that something is computed, and nothing is")
        self._check_alive()
        self._check_saved()

    def _check_alive(self) -> None:
        app, screen = self.app, self.app.screen
        offered = {key for key, found in screen.active_bindings.items() if found.enabled}
        if not offered & WAYS_OUT:
            raise Fault(f"no way out of {type(screen).__name__}: {sorted(offered)}")
        self._check_keys_in_sight()
        session = app.session
        if session is None or any(isinstance(found, MembersScreen) for found in app.screen_stack):
            return
        if not session.fresh:
            raise Fault(f"nothing is computed any more on {type(screen).__name__}")
        if isinstance(screen, QuestionScreen | FormScreen) and screen.panel.disabled:
            raise Fault("the question does not take an answer")
        control = screen.panel.control if isinstance(screen, QuestionScreen | FormScreen) else None
        if control is not None and not control.region:
            raise Fault("nothing to choose from is seen under the question")

    def _check_keys_in_sight(self) -> None:
        """A dialog names its keys whole on a terminal of the usual size."""
        screen = self.app.screen
        if not isinstance(screen, AdvisorModal) or self.size[0] < 80 or self.size[1] < 24:
            return
        for keys in screen.query(Keys):
            region, clip = screen._compositor.visible_widgets.get(keys, (keys.region, Region()))
            if region.intersection(clip) != region:
                raise Fault(f"the keys of {type(screen).__name__} are out of sight")

    def _check_saved(self) -> None:
        """What was said is in the file, and the file gives it back; an example only looked at has none."""
        session = self.app.session
        if session is None or session.consultation is self._checked:
            return
        self._last = session.name
        if session.untouched:
            return
        taken_up = resume(session.name, base(), engine("native"))
        if taken_up.set_apart or _what_is_kept(taken_up.consultation) != _what_is_kept(session.consultation):
            raise Fault(f"the file does not give back what was said: {taken_up.set_apart}")
        self._checked = session.consultation


def _what_is_kept(consultation: Consultation) -> tuple[object, ...]:
    return consultation.as_of, consultation.key_questions, consultation.events
