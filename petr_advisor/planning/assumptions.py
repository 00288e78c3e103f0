"""What a plan supposes: everything in it that neither the law nor the answers say."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consultation import Consultation
from petr_advisor.knowledge.texts import Text
from petr_advisor.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.planning.drafts import DIAGNOSIS, Drafts
from petr_advisor.planning.key_dates import elections
from petr_advisor.planning.model import KeyDate, Roadmap, Task
from petr_advisor.planning.twelve_months import TWELVE_MONTHS_END
from petr_advisor.wording import STATUS_WORD, day, listed

TERM = 6
"""The years for which municipal councils are elected."""


def assumptions(
    plan: Roadmap,
    consultation: Consultation,
    drafts: Drafts,
    shortened: tuple[str, ...],
    planning_days: int,
    *,
    named: bool,
) -> Iterator[Text]:
    """Give what a plan supposes, sentence by sentence; `shortened` are tasks counted at the shorter of two times."""
    question = next(found for found in consultation.outcomes if found.id == plan.question)
    outcome = question.option(plan.option)
    assert outcome is not None  # noqa: S101 - it is the one planned
    yield from _about_the_option(consultation, question, outcome, drafts, named=named)
    yield from _about_legal_days(plan.tasks, plan.start, drafts)
    yield from _about_the_order(plan.tasks, shortened)
    yield from _about_delays(plan.tasks, planning_days, drafts)
    yield from _about_twelve_months(plan.key_dates)
    yield from _about_dates(consultation, plan.key_dates, plan.start)


def _about_the_option(
    consultation: Consultation, question: QuestionOutcome, outcome: OptionOutcome, drafts: Drafts, *, named: bool
) -> Iterator[Text]:
    if not named and question.id not in consultation.state.chosen:
        ties = [route for route in question.routes if route.rank == outcome.rank and route.id != outcome.id]
        if ties:
            named_fr = listed((route.option.title.fr for route in ties), "fr")
            named_en = listed((route.option.title.en for route in ties), "en")
            yield Text(
                fr=f"Aucune voie n'a été choisie, et d'autres se valent : {named_fr}.",
                en=f"No route was chosen, and others rank equal: {named_en}.",
            )
        else:
            yield Text(
                fr="Aucune voie n'a été choisie : celle-ci est supposée.",
                en="No route was chosen: this one is supposed.",
            )
    if drafts.cures:
        yield Text(
            fr="Cette voie est « sous conditions » : les actes qui réunissent ce qui lui manque sont au calendrier ; "
            "quand plusieurs le peuvent, le premier est retenu.",
            en="This route is “conditional”: the acts that meet what it lacks are in the calendar; where several can, "
            "the first is taken.",
        )
    elif outcome.status != "open":
        word = STATUS_WORD[outcome.status]
        yield Text(
            fr=f"Cette voie est « {word.fr} » : le calendrier suppose que ce qui lui manque sera réuni.",
            en=f"This route is “{word.en}”: the calendar supposes that what it lacks will be met.",
        )
    if drafts.done:
        yield Text(
            fr="Un délai court déjà, ou a expiré : les étapes qui le précèdent sont supposées faites.",
            en="A delay already runs, or has run out: the steps before it are supposed done.",
        )
    for title in drafts.also:
        yield Text(
            fr=f"Étapes reprises d'une autre question : {title.fr}.",
            en=f"Steps taken from another question: {title.en}.",
        )


def _about_legal_days(tasks: tuple[Task, ...], start: date, drafts: Drafts) -> Iterator[Text]:
    """Say which days fixed by law can no longer be kept, and what was left out to keep them."""
    if drafts.unprepared == "running":
        yield Text(
            fr="Un délai légal court déjà : le mandat, le diagnostic et les scénarios, qui viendraient trop tard, sont "
            "laissés de côté.",
            en="A legal time limit already runs: the mandate, diagnosis and scenarios, which would come too late, are "
            "left out.",
        )
    elif drafts.unprepared == "fixed":
        yield Text(
            fr="Le mandat, le diagnostic et les scénarios sont laissés de côté : ils feraient dépasser une date fixée "
            "par la loi.",
            en="The mandate, diagnosis and scenarios are left out: with them a day fixed by law would be missed.",
        )
    elif drafts.unprepared == "past":
        yield Text(
            fr="Le mandat, le diagnostic et les scénarios sont laissés de côté : il est déjà trop tard pour une date "
            "fixée par la loi.",
            en="The mandate, diagnosis and scenarios are left out: it is already too late for a day fixed by law.",
        )
    for number, task in enumerate(tasks, 1):
        margin = task.margin
        if task.due is None or task.due.origin != "law" or margin is None or margin >= 0:
            continue
        if task.due.day < start:
            yield Text(
                fr=f"L'échéance légale du {day(task.due.day, 'fr')} (tâche {number}) est passée : elle ne peut plus "
                "être tenue.",
                en=f"The legal deadline of {day(task.due.day, 'en')} (task {number}) is past: it can no longer be met.",
            )
        else:
            yield Text(
                fr=f"L'échéance légale du {day(task.due.day, 'fr')} (tâche {number}) ne peut plus être tenue dans ce "
                f"calendrier : il manque {-margin} jour{'s' if margin < -1 else ''}.",
                en=f"The legal deadline of {day(task.due.day, 'en')} (task {number}) can no longer be met in this "
                f"calendar, by {-margin} day{'s' if margin < -1 else ''}.",
            )


def _about_the_order(tasks: tuple[Task, ...], shortened: tuple[str, ...]) -> Iterator[Text]:
    """Say what was put beside the chain, what is supposed still to be done, and what was counted at its shortest."""
    aside = [str(n) for n, task in enumerate(tasks, 1) if task.aside]
    if aside:
        yield Text(
            fr="Ce qui n'est dû que selon le cas, les réponses ne disant pas lequel, est hors du chemin critique : "
            f"rien ne l'attend et la fin n'en dépend pas ({_numbers(aside, 'fr')}).",
            en="What is due only in some cases, the answers not saying which, stands beside the critical path: nothing "
            f"waits for it and the end does not depend on it ({_numbers(aside, 'en')}).",
        )
    supposed = [str(n) for n, task in enumerate(tasks, 1) if task.supposed]
    if supposed:
        yield Text(
            fr=f"Ce que les réponses ne disent pas fait est supposé rester à faire ({_numbers(supposed, 'fr')}).",
            en=f"What the answers do not say was done is supposed still to be done ({_numbers(supposed, 'en')}).",
        )
    short = [str(n) for n, task in enumerate(tasks, 1) if task.id in shortened]
    if short:
        yield Text(
            fr="Pour tenir l'échéance du projet de territoire, la durée la plus courte de la fourchette conseillée est "
            f"retenue ({_numbers(short, 'fr')}).",
            en="To keep the day on which the territorial project is due, the shorter of the advised durations is taken "
            f"({_numbers(short, 'en')}).",
        )
    prepared = [str(n) for n, task in enumerate(tasks, 1) if set(task.norms) & set(DIAGNOSIS)]
    if prepared and len(prepared) < len(tasks):
        yield Text(
            fr="La préparation s'ajoute aux durées d'usage annoncées pour une voie, qui courent après elle "
            f"({_numbers(prepared, 'fr')}).",
            en="Preparation comes on top of the usual durations told for a route, which run after it "
            f"({_numbers(prepared, 'en')}).",
        )


def _about_delays(tasks: tuple[Task, ...], planning_days: int, drafts: Drafts) -> Iterator[Text]:
    assumed = [(str(n), task.duration.days) for n, task in enumerate(tasks, 1) if task.duration.origin == "assumption"]
    unknown = [number for number, days in assumed if days == planning_days]
    shortened = [number for number, days in assumed if days != planning_days]
    if shortened:
        yield Text(
            fr=f"Durée inconnue, ramenée à ce que laisse l'échéance légale ({_numbers(shortened, 'fr')}).",
            en=f"Duration unknown, cut to what the legal deadline leaves ({_numbers(shortened, 'en')}).",
        )
    if unknown:
        yield Text(
            fr=f"Durée inconnue, que ni le droit ni la base ne donnent : {planning_days} jours sont supposés "
            f"({_numbers(unknown, 'fr')}).",
            en=f"Duration unknown, given neither by law nor by the rule base: {planning_days} days are supposed "
            f"({_numbers(unknown, 'en')}).",
        )
    ranges = [str(n) for n, task in enumerate(tasks, 1) if task.duration.shortest]
    if ranges:
        yield Text(
            fr=f"D'une fourchette conseillée, la durée la plus longue est retenue ({_numbers(ranges, 'fr')}).",
            en=f"Of an advised range, the longer duration is taken ({_numbers(ranges, 'en')}).",
        )
    yield Text(
        fr="Les tâches se suivent, sauf celles qu'un texte fait courir de la date d'effet ; un délai légal est compté "
        "en entier.",
        en="Tasks follow one another, save those that run from the date of effect; a legal time limit is counted in "
        "full.",
    )
    yield Text(
        fr="Les mois sont comptés de quantième à quantième ; une échéance qui tombe un jour férié n'est pas reportée.",
        en="Months are counted from date to date; a deadline that falls on a public holiday is not put off.",
    )
    if drafts.effect:
        number = next(n for n, task in enumerate(tasks, 1) if task.id == drafts.effect)
        yield Text(
            fr=f"L'acte de la tâche {number} est supposé prendre effet le dernier jour de celle-ci.",
            en=f"The act of task {number} is supposed to take effect on that task's last day.",
        )


def _about_twelve_months(dates: tuple[KeyDate, ...]) -> Iterator[Text]:
    """Say that the twelve months of the project are not kept, rather than leave it to a negative slack."""
    for each in dates:
        if each.id == TWELVE_MONTHS_END and each.slack is not None and each.slack < 0:
            yield Text(
                fr=f"Les douze mois du projet de territoire, jusqu'au {day(each.day, 'fr')}, ne sont pas tenus dans ce "
                "calendrier, même au plus court ; aucune sanction n'est écrite : voter un calendrier et le dire au "
                "préfet et aux financeurs.",
                en=f"The twelve months of the territorial project, until {day(each.day, 'en')}, are not kept in this "
                "calendar, even at the shortest; no sanction is written: vote a calendar and tell the prefect and the "
                "funders.",
            )


def _about_dates(consultation: Consultation, dates: tuple[KeyDate, ...], start: date) -> Iterator[Text]:
    known = [*elections(consultation.base)]
    if not known or any(each.id.startswith("elections-") for each in dates):
        return
    if to_come := [each for each in known if each >= start]:
        year = to_come[0].year
        yield Text(
            fr=f"Les prochaines élections municipales, en {year}, tombent bien après la fin de ce calendrier.",
            en=f"The next municipal elections, in {year}, fall well after the end of this calendar.",
        )
    else:
        year = known[-1].year
        yield Text(
            fr=f"Les prochaines élections municipales, attendues en {year + TERM} (mandat de six ans après celles de "
            f"{year}), n'ont pas de date connue, à demander à la préfecture : la marge n'est pas calculée.",
            en=f"The next municipal elections, expected in {year + TERM} (a term of six years after those of {year}), "
            "have no known date, to be asked of the prefecture: no slack before them is computed.",
        )


def _numbers(numbers: list[str], language: str) -> str:
    several = len(numbers) > 1
    word = ("tâches" if several else "tâche") if language == "fr" else ("tasks" if several else "task")
    return f"{word} {', '.join(numbers)}"
