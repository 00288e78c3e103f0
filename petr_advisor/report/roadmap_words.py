"""What the roadmap's renderers say alike: tasks, delays, dates and where they are written."""

from collections.abc import Iterable, Sequence
from datetime import date

from petr_advisor.consultation import Consultation
from petr_advisor.knowledge.law import CONFIDENCE_ORDER, Confidence
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.planning.roadmap import Delay, KeyDate, Roadmap, Task
from petr_advisor.report.building.desk import Desk
from petr_advisor.report.places import reference_on
from petr_advisor.report.typography import capital, full_stop, set_type
from petr_advisor.wording import CONFIDENCE, DUTY, SILENCE, day, listed

SHORT_TIMING = 4
"""A delay in at most so many words says no more than its length."""

_PHRASES = {
    "title": Text(fr="Feuille de route", en="Roadmap"),
    "chart": Text(fr="Le calendrier des tâches", en="The tasks in time"),
    "law": Text(fr="délai légal", en="legal time limit"),
    "advice": Text(fr="durée conseillée", en="advised duration"),
    "assumption": Text(fr="durée inconnue, hypothèse de travail", en="duration unknown, working assumption"),
    "running": Text(fr="déjà commencé", en="already running"),
    "due-law": Text(fr="échéance légale", en="legal deadline"),
    "due-advice": Text(fr="échéance conseillée", en="advised deadline"),
    "due-planned": Text(fr="échéance légale, à partir d'une date prévue", en="legal deadline, from a planned date"),
    "critical": Text(fr="chemin critique", en="critical path"),
    "uncertain": Text(fr="selon le cas", en="depending on the case"),
    "notice": Text(
        fr="Aide à la décision, non une consultation juridique : faites vérifier ces dates par la préfecture ou par "
        "votre conseil.",
        en="An aid to decision, not legal advice: have these dates checked by the prefecture or by your counsel.",
    ),
    "origin-law": Text(fr="droit", en="law"),
    "origin-advice": Text(fr="conseil", en="advice"),
    "origin-calendar": Text(fr="calendrier", en="calendar"),
}


def phrase(key: str, language: Language) -> str:
    """Give a phrase of the roadmap."""
    return set_type(_PHRASES[key].in_(language), language)


def say(text: Text, language: Language) -> str:
    """Give a text of the rule base in one language."""
    return set_type(text.in_(language), language)


def sentence(text: Text, language: Language) -> str:
    """Give a text of the rule base as a sentence."""
    return full_stop(capital(say(text, language)))


def enumerated(texts: Sequence[Text], language: Language) -> str:
    """Give texts of the rule base one after the other."""
    return say(Text(fr=", ".join(text.fr for text in texts), en=", ".join(text.en for text in texts)), language)


def counted(number: int, fr: str, en: str, language: Language) -> str:
    """Give a number with its noun; the French « mois » has no other plural."""
    noun = fr if language == "fr" else en
    plural = "" if abs(number) < 2 or noun.endswith("s") else "s"
    return f"{number} {noun}{plural}"


def length(delay: Delay, language: Language) -> str:
    """Give the length of a delay: 3 mois, 1 to 2 months, 12 months less a day."""
    unit = ("mois", "month") if delay.months else ("jour", "day")
    longest = delay.months or delay.days
    words = counted(longest, *unit, language)
    if delay.shortest:
        words = f"{delay.shortest} à {words}" if language == "fr" else f"{delay.shortest} to {words}"
    if delay.months and delay.days:
        days = counted(abs(delay.days), "jour", "day", language)
        joined = {"fr": ("et", "moins"), "en": ("and", "less")}[language][delay.days < 0]
        words = f"{words} {joined} {days}"
    return words


def duration(task: Task, language: Language) -> str:
    """Give how long a task takes, and where that comes from."""
    running = f", {phrase('running', language)}" if task.running else ""
    return f"{length(task.duration, language)} ({phrase(task.duration.origin, language)}{running})"


def timing(task: Task, language: Language) -> str | None:
    """Give the delay in the words of the rule base, where they say more than its length."""
    if task.words is None or (task.duration.words is not None and len(task.words.en.split()) <= SHORT_TIMING):
        return None
    return capital(say(task.words, language))


def dates(task: Task, language: Language) -> str:
    """Give the first and last days of a task."""
    start, finish = day(task.start, language), day(task.finish, language)
    if start == finish:
        return f"le {start}" if language == "fr" else f"on {start}"
    return f"du {start} au {finish}" if language == "fr" else f"from {start} to {finish}"


def due(task: Task, language: Language) -> str | None:
    """Give the day a task is due, and whether the plan keeps it."""
    if task.due is None:
        return None
    colon = " : " if language == "fr" else ": "
    words = f"{phrase(f'due-{task.due.origin}', language)}{colon}{day(task.due.day, language)}"
    margin = task.margin or 0
    if task.due.origin == "planned":
        return set_type(words, language)
    if margin < 0:
        late = counted(-margin, "jour", "day", language)
        words += (
            f" (dépassée de {late} dans ce calendrier)" if language == "fr" else f" (missed by {late} in this calendar)"
        )
    else:
        left = counted(margin, "jour", "day", language)
        words += f" (marge : {left})" if language == "fr" else f" (slack: {left})"
    return set_type(words, language)


def slack(date_: KeyDate, plan: Roadmap, language: Language) -> str | None:
    """Give the days between a task and a date to keep."""
    if date_.slack is None or date_.task is None:
        return None
    number, days = plan.number(date_.task), counted(abs(date_.slack), "jour", "day", language)
    if date_.origin == "calendar" and date_.slack < 0:
        return f"la tâche {number} vient {days} après" if language == "fr" else f"task {number} comes {days} after"
    if language == "fr":
        return f"{days} {'de marge après' if date_.slack >= 0 else 'de retard pour'} la tâche {number}"
    return f"{days} {'of slack after' if date_.slack >= 0 else 'late for'} task {number}"


def details(task: Task, plan: Roadmap, consultation: Consultation, language: Language) -> tuple[str, ...]:
    """Give all there is to say of a task, one line each, apart from what it is and when it is planned."""
    lines = [duration(task, language)]
    lines += [words for words in (timing(task, language), due(task, language)) if words]
    if task.majority is not None:
        lines.append(_labelled("Majorité", "Majority", say(task.majority, language), language))
    if task.silence is not None:
        lines.append(capital(say(SILENCE[task.silence], language)))
    if task.documents:
        lines.append(_labelled("À produire", "To produce", enumerated(task.documents, language), language))
    if task.kind != "step":
        lines.append(_labelled("Nature", "Nature", say(DUTY[task.kind], language), language))
    if not task.certain:
        lines.append(capital(phrase("uncertain", language)))
    if task.note is not None:
        lines.append(sentence(task.note, language))
    if task.after:
        numbers = [str(number) for number in sorted(map(plan.number, task.after))]
        label = ("Après les tâches", "After tasks") if len(numbers) > 1 else ("Après la tâche", "After task")
        lines.append(_labelled(*label, ", ".join(numbers), language))
    if places := cited(task.norms, consultation, language):
        lines.append(_labelled("Texte", "Text", places, language))
    return tuple(capital(line) for line in lines)


def cited(norms: Iterable[str], consultation: Consultation, language: Language) -> str:
    """Give where norms stand, each place once, with what is not fully sure."""
    desk = Desk(consultation, language)
    places: dict[str, Confidence] = {}
    for key in norms:
        norm = consultation.base.norms[key]
        where = desk.place(reference_on(desk.base, norm, consultation.as_of)) if norm.sources else key
        places[where] = max(places.get(where, "verified"), norm.confidence, key=CONFIDENCE_ORDER.index)
    shown = [
        where if sure == "verified" else f"{where} [{say(CONFIDENCE[sure], language)}]"
        for where, sure in places.items()
    ]
    return listed(shown, language)


def short_day(value: date, language: Language) -> str:
    """Write a day in figures."""
    return f"{value:%d/%m/%Y}" if language == "fr" else value.isoformat()


def _labelled(fr: str, en: str, words: str, language: Language) -> str:
    return set_type(f"{fr} : {words}" if language == "fr" else f"{en}: {words}", language)
