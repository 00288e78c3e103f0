"""The one registry of what a key does: key → action → words, as the footer shows them."""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice


@dataclass(frozen=True)
class Action:
    """Something a key does; `action.NAME` of the catalogue says what."""

    name: str
    key: str
    """The key, as Textual names it; several are separated by commas."""
    sign: str
    """How the footer shows the key, or `esc`."""
    method: str
    """The action that Textual runs (`app.` for those of the application)."""

    @property
    def arrow(self) -> bool:
        """Whether its key moves in a line that one types in."""
        return self.sign in {"←", "→"}

    @property
    def letter(self) -> bool:
        """Whether its key is written in a line that one types in."""
        return len(self.sign) == 1 and self.sign.isascii()

    def shown(self, language: Language) -> str:
        """Give how the footer shows the key."""
        return screen_voice(language).phrase("sign.esc") if self.sign == "esc" else self.sign

    def words(self, language: Language) -> str:
        """Give what the key does, in words."""
        return screen_voice(language).phrase(f"action.{self.name.replace('_', '-')}")

    def label(self, language: Language) -> str:
        """Give what the footer says, on one line."""
        return f"{self.shown(language)} {self.words(language)}".replace(" ", "\u00a0")


_ACTIONS = (
    Action("answer", "enter", "↵", "answer"),
    Action("open", "enter", "↵", "open"),
    Action("edit", "enter", "↵", "edit"),
    Action("next_step", "enter", "↵", "edit"),
    Action("unfold", "enter", "↵", "unfold"),
    Action("back", "left,backspace", "←", "back"),
    Action("forward", "right", "→", "forward"),
    Action("undo", "ctrl+z", "Ctrl+Z", "app.undo"),
    Action("redo", "ctrl+y", "Ctrl+Y", "app.redo"),
    Action("skip", "s", "s", "skip"),
    Action("unknown", "i", "i", "unknown"),
    Action("why", "p", "p", "why"),
    Action("law", "d", "d", "law"),
    Action("note", "n", "n", "note"),
    Action("note_line", "N", "N", "note"),
    Action("find_out", "f", "f", "app.find_out"),
    Action("answers", "r", "r", "app.answers"),
    Action("conclusions", "c", "c", "app.conclusions"),
    Action("members", "m", "m", "app.members"),
    Action("territory", "g", "g", "app.territory"),
    Action("form", "u", "u", "app.form"),
    Action("field", "tab", "Tab", "field"),
    Action("next_field", "tab", "Tab", "app.focus_next"),
    Action("field_before", "shift+tab", "⇧Tab", "field_before"),
    Action("next_form", "right", "→", "forward"),
    Action("form_before", "left", "←", "back"),
    Action("seats", "t", "t", "app.seats"),
    Action("acts", "v", "v", "app.acts"),
    Action("language", "l", "l", "app.other_language"),
    Action("help", "f1,question_mark", "F1", "app.help"),
    Action("home", "escape", "esc", "app.home"),
    Action("close", "escape", "esc", "leave"),
    Action("leave_field", "escape", "esc", "leave"),
    Action("not_yet", "escape", "esc", "leave"),
    Action("go_on", "ctrl+s", "Ctrl+S", "leave"),
    Action("quit", "q", "q", "app.leave_all"),
    Action("how", "j", "j", "how"),
    Action("why_not", "n", "n", "why_not"),
    Action("choose", "o", "o", "choose"),
    Action("export", "x", "x", "export"),
    Action("drafts", "b", "b", "drafts"),
    Action("export_list", "x", "x", "export_list"),
    Action("steps", "e", "e", "steps"),
    Action("compare", "equals_sign", "=", "compare"),
    Action("plan", "p", "p", "plan"),
    Action("document", "w", "w", "document"),
    Action("copy", "k", "k", "copy"),
    Action("online", "o", "o", "online"),
    Action("next_tab", "right", "→", "next_tab"),
    Action("previous_tab", "left", "←", "previous_tab"),
    Action("commands", "ctrl+k", "Ctrl+K", "app.command_palette"),
    Action("theme", "f2", "F2", "app.other_theme"),
    Action("scope", "f4", "F4", "app.scope"),
    Action("large", "f6", "F6", "app.large"),
    Action("project", "f8", "F8", "app.project"),
    Action("next_page", "right,space,enter,pagedown", "→", "next_page"),
    Action("page_before", "left,backspace,pageup", "←", "page_before"),
    Action("first_page", "home", "Home", "first_page"),
    Action("last_page", "end", "End", "last_page"),
    Action("speaker", "n", "n", "speaker"),
    Action("tour", "v", "v", "app.tour"),
    Action("next_panel", "enter,right,space", "↵", "next_panel"),
    Action("panel_before", "left,backspace", "←", "panel_before"),
    Action("skip_tour", "escape", "esc", "leave"),
    Action("other_pane", "tab", "Tab", "other_pane"),
    Action("add", "a", "a", "add"),
    Action("remove", "x,delete", "x", "remove"),
    Action("add_found", "enter", "↵", "add_found"),
    Action("to_table", "tab", "Tab", "to_table"),
    Action("search", "slash", "/", "search"),
    Action("complete", "ctrl+s,v", "Ctrl+S", "complete"),
    Action("cannot_list", "i", "i", "cannot_list"),
    Action("perimeters", "ctrl+g", "Ctrl+G", "perimeters"),
    Action("take", "ctrl+s", "Ctrl+S", "take"),
    Action("rank", "k", "k", "rank"),
    Action("look", "enter", "↵", "look"),
    Action("withdraw", "x,delete", "x", "withdraw"),
    Action("propose", "ctrl+p", "Ctrl+P", "propose"),
    Action("keep", "ctrl+s", "Ctrl+S", "keep"),
    Action("send", "ctrl+s", "Ctrl+S", "send"),
    Action("rename", "f3", "F3", "rename"),
    Action("variant", "v", "v", "variant"),
    Action("another", "plus", "+", "app.another"),
    Action("another_one", "plus", "+", "app.another"),
    Action("archive", "a", "a", "archive"),
    Action("delete", "x,delete", "x", "delete"),
    Action("take_back", "ctrl+z", "Ctrl+Z", "take_back"),
    Action("mark", "m", "m", "mark"),
    Action("beside", "equals_sign", "=", "beside"),
    Action("put_back", "ctrl+z", "Ctrl+Z", "put_back"),
    Action("sort", "s", "s", "sort"),
    Action("shelf", "o", "o", "shelf"),
    Action("history", "h", "h", "history"),
    Action("hand_on", "e", "e", "hand_on"),
    Action("take_in", "i", "i", "take_in"),
)
ACTIONS = {action.name: action for action in _ACTIONS}
"""Every action of the interface."""


def bindings(*names: str) -> list[BindingType]:
    """Give the key bindings of some actions, for the BINDINGS of a screen."""
    return [Binding(ACTIONS[name].key, ACTIONS[name].method, name, show=False) for name in names]
