"""The one registry of what a key does: key → action → words in both languages, as the footer shows them."""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from petr_advisor.knowledge.texts import Language, Text


@dataclass(frozen=True)
class Action:
    """Something a key does."""

    key: str
    """The key, as Textual names it; several are separated by commas."""
    sign: Text
    """How the footer shows the key."""
    words: Text
    """What the footer says of it."""
    method: str
    """The action that Textual runs (`app.` for those of the application)."""

    def label(self, language: Language) -> str:
        """Give what the footer says, on one line."""
        return f"{self.sign.in_(language)} {self.words.in_(language)}".replace(" ", "\u00a0")


def _action(key: str, sign: str, fr: str, en: str, method: str) -> Action:
    signs = Text(fr="Échap", en="Esc") if sign == "esc" else Text(fr=sign, en=sign)
    return Action(key, signs, Text(fr=fr, en=en), method)


ACTIONS: dict[str, Action] = {
    "answer": _action("enter", "↵", "Répondre", "Answer", "answer"),
    "open": _action("enter", "↵", "Ouvrir", "Open", "open"),
    "edit": _action("enter", "↵", "Modifier", "Change", "edit"),
    "unfold": _action("enter", "↵", "Déplier", "Unfold", "unfold"),
    "back": _action("left,backspace", "←", "Retour", "Back", "back"),
    "forward": _action("right", "→", "Suite", "Forward", "forward"),
    "undo": _action("ctrl+z", "Ctrl+Z", "Annuler", "Undo", "app.undo"),
    "redo": _action("ctrl+y", "Ctrl+Y", "Rétablir", "Redo", "app.redo"),
    "skip": _action("s", "s", "Passer", "Skip", "skip"),
    "unknown": _action("i", "i", "Je ne sais pas", "I do not know", "unknown"),
    "why": _action("p", "p", "Pourquoi ?", "Why?", "why"),
    "law": _action("d", "d", "Droit", "Law", "law"),
    "answers": _action("r", "r", "Réponses", "Answers", "app.answers"),
    "conclusions": _action("c", "c", "Conclusions", "Conclusions", "app.conclusions"),
    "members": _action("m", "m", "Membres", "Members", "app.members"),
    "seats": _action("t", "t", "Sièges", "Seats", "app.seats"),
    "language": _action("l", "l", "English", "Français", "app.other_language"),
    "help": _action("f1", "F1", "Aide", "Help", "app.help"),
    "home": _action("escape", "esc", "Accueil", "Home", "app.home"),
    "close": _action("escape", "esc", "Fermer", "Close", "leave"),
    "quit": _action("q", "q", "Quitter", "Quit", "app.leave_all"),
    "how": _action("c", "c", "Comment ?", "How?", "how"),
    "why_not": _action("n", "n", "Pourquoi pas ?", "Why not?", "why_not"),
    "choose": _action("o", "o", "Retenir", "Choose", "choose"),
    "export": _action("x", "x", "Rapport", "Report", "export"),
    "steps": _action("e", "e", "Étapes", "Steps", "steps"),
    "other_pane": _action("tab", "Tab", "Détails", "Details", "other_pane"),
    "add": _action("a", "a", "Ajouter à la main", "Add by hand", "add"),
    "remove": _action("x,delete", "x", "Retirer", "Remove", "remove"),
    "add_found": _action("enter", "↵", "Ajouter", "Add", "add_found"),
    "to_table": _action("tab", "Tab", "Tableau", "Table", "to_table"),
    "search": _action("slash", "/", "Chercher", "Search", "search"),
    "complete": _action("ctrl+s,v", "Ctrl+S", "La liste est complète", "The list is complete", "complete"),
    "cannot_list": _action("i", "i", "Je ne peux pas les lister", "I cannot list them", "cannot_list"),
    "withdraw": _action("x,delete", "x", "Retirer la réponse", "Take back", "withdraw"),
    "propose": _action("ctrl+p", "Ctrl+P", "Proposer", "Propose", "propose"),
    "keep": _action("ctrl+s", "Ctrl+S", "Retenir", "Keep", "keep"),
    "send": _action("ctrl+s", "Ctrl+S", "Valider", "Confirm", "send"),
}
"""Every action of the interface."""


def bindings(*names: str) -> list[BindingType]:
    """Give the key bindings of some actions, for the BINDINGS of a screen."""
    return [Binding(ACTIONS[name].key, ACTIONS[name].method, name, show=False) for name in names]
