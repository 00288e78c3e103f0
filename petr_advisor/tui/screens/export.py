"""The report of a consultation, written to a file: in which size and format, and where."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from petr_advisor.documents.settings import SettingsError, usual_settings
from petr_advisor.documents.sizes import SIZES, Size
from petr_advisor.documents.writing import SUFFIXES, check_output
from petr_advisor.files.locations import adviser_settings, own_documents
from petr_advisor.files.writing import WritingError
from petr_advisor.inference.facts import Value
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.delivering import deliver
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.controls import ChoiceControl, Choices
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.tui.widgets.keys import Keys

ROOM = 60
"""Letters of a folder that an error tells: the whole of it stands in the box above, and the keys stay in sight."""

FIELDS = (
    ("#sizes", "#size-label", "export.size"),
    ("#formats", "#format-label", "export.format"),
    ("#path", "#path-label", "export.path"),
)
"""Each field with its label, and what the label says."""


def _end_of(folder: Path, words: str) -> str:
    """Give words on a folder with no more than its end."""
    whole = str(folder)
    return words.replace(whole, f"…{whole[-ROOM:]}") if len(whole) > ROOM else words


def _choice(name: str, choices: Choices, current: Value) -> ChoiceControl:
    control = ChoiceControl(choices, current)
    control.id = name
    return control


class ExportScreen(AdvisorModal[None]):
    """Asks for a size, a format and a file; the file is written while the consultation goes on."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("send", "help", "close")
    HELP_KEY = "help.export"

    def __init__(self) -> None:
        super().__init__()
        self._replace: Path | None = None
        """The file that the person was asked about."""

    def compose(self) -> ComposeResult:
        """Lay out the formats, the file, and what there is to say of it."""
        with self.frame():
            yield Static(markup=False, classes="title")
            with Horizontal(id="kinds"):
                with Vertical(id="size"):
                    yield Static(markup=False, id="size-label", classes="label")
                    yield _choice("sizes", self._sizes(), SIZES[0])
                with Vertical():
                    yield Static(markup=False, id="format-label", classes="label")
                    yield _choice("formats", self._formats(), SUFFIXES[0])
            yield Static(markup=False, id="path-label", classes="label")
            yield InputLine(str(self._proposed()), id="path", max_length=1000, select_on_focus=False)
            yield Static(markup=False, id="by", classes="echo")
            yield Static(markup=False, id="trouble", classes="echo")
            yield Keys("send", "help", "close")

    def _sizes(self) -> list[tuple[Value, Content]]:
        return [(size, Content(self.say(f"export.size-{size}"))) for size in SIZES]

    def _formats(self) -> list[tuple[Value, Content]]:
        return [(suffix, Content(self.say(f"export.{suffix.removeprefix('.')}"))) for suffix in SUFFIXES]

    def _proposed(self) -> Path:
        """Give a file that is not there yet, named after the consultation, among the documents of the person."""
        stem, number = self.session.held.slug, 1
        path = own_documents() / f"{stem}{SUFFIXES[0]}"
        while path.exists():
            number += 1
            path = path.with_name(f"{stem}-{number}{SUFFIXES[0]}")
        return path

    def show(self) -> None:
        """Say everything in the language in use; what is typed stays."""
        super().show()
        self.query_one(".title", Static).update(Content(self.say("export.title")))
        self._mark_field()
        self.query_one("#sizes", ChoiceControl).offer(self._sizes())
        self.query_one("#formats", ChoiceControl).offer(self._formats())
        self._show_adviser()

    @on(events.DescendantFocus)
    def _mark_field(self) -> None:
        """Mark the field that has the keyboard: a figure goes to the next one."""
        for field, label, phrase in FIELDS:
            here = self.query_one(field).has_focus
            self.query_one(label, Static).update(Content(f"▸ {self.say(phrase)}" if here else self.say(phrase)))

    def _show_adviser(self) -> None:
        """Say in whose name the report will be, and where that is set."""
        path, trouble = adviser_settings(), ""
        try:
            name = usual_settings().name
            key = "export.by" if name else "export.by-nobody"
            words = self.say(key, name=name, path=path)
        except SettingsError as error:
            words, trouble = "", error.told(self.language)
        by = self.query_one("#by", Static)
        by.set_class(bool(trouble), "-wrong")
        by.update(Content(trouble or words))

    def on_mount(self) -> None:
        """Begin with the first list: a figure is of the list that has the keyboard."""
        self.show()
        for place in ("#path", "#path-label") if self.app.is_web else ():
            self.query_one(place).display = False
        self._echo("")
        self.query_one("#sizes", ChoiceControl).focus()

    @property
    def _chosen_size(self) -> Size:
        chosen = self.query_one("#sizes", ChoiceControl).value
        return next((size for size in SIZES if size == chosen), SIZES[0])

    @property
    def _path(self) -> Path:
        return Path(self.query_one("#path", Input).value.strip()).expanduser().absolute()

    @on(OptionList.OptionHighlighted, "#formats")
    def _format_changed(self) -> None:
        """Give the file the suffix of the format."""
        suffix, typed = self.query_one("#formats", ChoiceControl).value, self.query_one("#path", Input)
        if isinstance(suffix, str) and typed.value.strip() and Path(typed.value).suffix.lower() in SUFFIXES:
            typed.value = str(Path(typed.value).with_suffix(suffix))

    @on(ChoiceControl.Chosen)
    def _to_next(self) -> None:
        """Go from the size to the format, from the format to the file; a browser has no file to name."""
        sized = self.query_one("#sizes", ChoiceControl).has_focus
        if not sized and self.app.is_web:
            self._hand_over()
        else:
            self.query_one("#formats" if sized else "#path").focus()

    def _hand_over(self) -> None:
        from petr_advisor.tui.reporting import write  # noqa: PLC0415 - only here are the documents' libraries needed

        session, size, language = self.session, self._chosen_size, self.language
        name = f"{session.held.slug}{self.query_one('#formats', ChoiceControl).value or SUFFIXES[0]}"

        def make(path: Path) -> None:
            write(session.consultation, session.name, language, path, size, overwrite=False)

        deliver(self.advisor, name, make)
        self.dismiss()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_send()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._replace = None
        self._echo("")

    def _echo(self, words: str) -> None:
        echo = self.query_one("#trouble", Static)
        echo.display = bool(words)
        echo.set_class(bool(words), "-wrong")
        echo.update(Content(words))
        by = self.query_one("#by", Static)
        # what is wrong takes its place: a small pane has no room
        by.set_class(bool(words) and not by.has_class("-wrong"), "-told-elsewhere")

    def action_send(self) -> None:
        """Write the report, once it is sure that nothing is lost by it; in a browser, hand it over."""
        if self.app.is_web:
            self._hand_over()
            return
        path = self._path
        if path.is_file() and self._replace != path:
            self._replace = path
            self._echo(self.say("export.replace", name=path.name))
            return
        try:
            check_output(path, overwrite=self._replace == path)
        except WritingError as error:
            self._echo(_end_of(path.parent, error.told(self.language)))
            self.query_one("#path", Input).focus()
            return
        self.advisor.write_report(path, self._chosen_size, overwrite=self._replace == path)
        self.dismiss()
