"""The phrases of the catalogue that say when."""

from petr_advisor.knowledge.texts import Text


def _t(fr: str, en: str) -> Text:
    return Text(fr=fr, en=en)


ROADMAP: dict[str, Text] = {
    "roadmap": _t("Feuille de route", "Roadmap"),
    "roadmap-text": _t(
        "Du <start> au <end>, pour la voie « <option> ». Un délai fixé par un texte est compté en entier ; une durée "
        "que rien ne donne est une hypothèse, et le dit.",
        "From <start> to <end>, for the option “<option>”. A time limit set by law is counted in full; a duration that "
        "nothing gives is an assumption, and says so.",
    ),
    "roadmap-tied": _t(
        "Plusieurs voies se valent : le calendrier est celui de la première.",
        "Several ways are of equal merit: the calendar is that of the first.",
    ),
    "no-roadmap": _t(
        "Aucune voie n'étant proposée à ce stade, aucun calendrier n'est dressé : éclaircir d'abord les points "
        "signalés plus loin, ou choisir une voie.",
        "As no way is proposed at this stage, no calendar is drawn up: first settle the points given below, or choose "
        "a way.",
    ),
    "no-task": _t("Aucune tâche dans ce dossier.", "No task in this case."),
    "phase": _t("Phase <number> – <title>", "Phase <number> – <title>"),
    "supposed-done": _t("Supposé fait", "Supposed done"),
    "critical-path": _t("Chemin critique", "Critical path"),
    "critical-text": _t(
        "Un jour perdu sur l'une de ces tâches est un jour perdu sur l'ensemble : <tasks>.",
        "A day lost on any of these tasks is a day lost on the whole: <tasks>.",
    ),
    "on-critical-path": _t("sur le chemin critique", "on the critical path"),
    "beside-the-path": _t("hors du chemin critique", "beside the critical path"),
    "task-slack": _t("marge : <n> <jour|jours>", "slack: <n> <day|days>"),
    "after-tasks": _t("après la tâche <tasks>", "after task <tasks>"),
    "after-several": _t("après les tâches <tasks>", "after tasks <tasks>"),
    "milestones": _t("Dates à respecter ou à viser", "Dates to keep or to aim at"),
    "no-milestone": _t("Aucune date particulière n'a été relevée.", "No particular date was found."),
    "to-produce": _t("À produire", "To produce"),
    "yearly": _t("chaque année", "each year"),
    "assumptions": _t("Ce qui a été supposé", "What was assumed"),
    "col-task": _t("Qui, et quoi", "Who, and what"),
    "col-when": _t("Quand", "When"),
    "col-decided": _t("Majorité, silence", "Majority, silence"),
    "col-date": _t("Date", "Date"),
    "col-what": _t("Ce qui est attendu", "What is expected"),
    "col-slack": _t("Marge", "Slack"),
    "from-to": _t("du <start> au <end>", "from <start> to <end>"),
    "on-day": _t("le <day>", "on <day>"),
}
"""Titles, columns and set phrases of the roadmap."""
