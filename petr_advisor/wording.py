"""How numbers, dates, values and codes are said in each language, for every renderer."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from petr_advisor.consultation import LAW_READ_UP_TO
from petr_advisor.inference.facts import Range, Value
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.knowledge.vocabulary import FactType

MONTHS_FR = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NARROW_SPACE = "\u202f"

STATUS_SYMBOL: Mapping[str, str] = {
    "open": "●",
    "conditional": "◐",
    "closed": "○",
    "undetermined": "?",
    "not_in_force": "·",
    "disputed": "⚖",
}
"""A symbol for each status; never shown without its word."""

STATUS_WORD: Mapping[str, Text] = {
    "open": Text(fr="possible", en="open"),
    "conditional": Text(fr="sous conditions", en="conditional"),
    "closed": Text(fr="écartée", en="closed"),
    "undetermined": Text(fr="à trancher", en="undetermined"),
    "not_in_force": Text(fr="n’existe pas à cette date", en="does not exist at this date"),
    "disputed": Text(fr="point discuté", en="disputed"),
}

REQUIREMENT_SYMBOL: Mapping[str, str] = {"met": "✔", "unmet": "✘", "unknown": "?", "not_applicable": "–"}
REQUIREMENT_WORD: Mapping[str, Text] = {
    "met": Text(fr="remplie", en="met"),
    "unmet": Text(fr="non remplie", en="unmet"),
    "unknown": Text(fr="à trancher", en="unknown"),
    "not_applicable": Text(fr="sans objet", en="not applicable"),
}

SILENCE: Mapping[str, Text] = {
    "favourable": Text(fr="le silence vaut accord", en="silence counts as agreement"),
    "unfavourable": Text(fr="le silence vaut refus", en="silence counts as refusal"),
    "no_effect": Text(
        fr="le silence ne vaut rien : il faut un acte exprès", en="silence is worth nothing: an express act is needed"
    ),
    "not_written": Text(fr="aucun texte ne dit ce que vaut le silence", en="no text says what silence means"),
    "disputed": Text(fr="ce que vaut le silence est discuté", en="what silence means is disputed"),
}

CONFIDENCE: Mapping[str, Text] = {
    "verified": Text(fr="texte lu", en="text read"),
    "secondary": Text(fr="source secondaire, à vérifier", en="secondary source, to be checked"),
    "recalled": Text(fr="cité de mémoire, à confirmer", en="from memory, to be confirmed"),
}

READING: Mapping[str, Text] = {
    "literal": Text(fr="lettre du texte", en="letter of the text"),
    "deduced": Text(fr="déduit du texte", en="deduced from the text"),
    "by-analogy": Text(fr="par analogie", en="by analogy"),
}

ORIGIN: Mapping[str, Text] = {
    "user": Text(fr="votre réponse", en="your answer"),
    "register": Text(fr="registre des EPCI", en="register of EPCIs"),
    "measure": Text(fr="mesuré", en="measured"),
    "calendar": Text(fr="date du droit", en="date of law"),
    "rule": Text(fr="déduit", en="derived"),
    "reading": Text(fr="lecture prudente d’un point discuté", en="prudent reading of a disputed point"),
    "supposed": Text(fr="supposé", en="supposed"),
    "unknown": Text(fr="inconnu", en="unknown"),
}

DUTY: Mapping[str, Text] = {
    "obligation": Text(fr="obligation", en="obligation"),
    "permission": Text(fr="faculté", en="permission"),
    "prohibition": Text(fr="interdiction", en="prohibition"),
    "recommendation": Text(fr="recommandation", en="recommendation"),
    "warning": Text(fr="risque", en="risk"),
}

WEIGHT: Mapping[str, Text] = {
    "decisive": Text(fr="décisif", en="decisive"),
    "strong": Text(fr="fort", en="strong"),
    "slight": Text(fr="léger", en="slight"),
}

YES, NO = Text(fr="oui", en="yes"), Text(fr="non", en="no")
UNKNOWN = Text(fr="je ne sais pas", en="I do not know")


DETAIL = {
    "arguments": Text(fr="ce qui pèse pour et contre chaque voie", en="what speaks for and against each way"),
    "path": Text(
        fr="le chemin à suivre : conditions, remèdes, étapes", en="the path to follow: conditions, cures, steps"
    ),
    "duties": Text(
        fr="vos obligations, vos facultés et vos risques", en="your duties, what you may do, and your risks"
    ),
}
"""What the questions that are asked on wish are good for."""


def number(value: int, language: Language) -> str:
    """Write a whole number with its thousands apart: 1 234 in French, 1,234 in English."""
    return f"{value:,}".replace(",", NARROW_SPACE if language == "fr" else ",")


def day(value: date, language: Language) -> str:
    """Write a day in full: 1er janvier 2014, 27 January 2014."""
    if language == "en":
        return f"{value.day} {MONTHS_EN[value.month - 1]} {value.year}"
    return f"{'1er' if value.day == 1 else value.day} {MONTHS_FR[value.month - 1]} {value.year}"


def fraction(value: Fraction, language: Language) -> str:
    """Write a share: the exact fraction, and a percentage to read it by."""
    percent = f"{float(value) * 100:.1f}"
    shown = f"{percent.replace('.', ',')}{NARROW_SPACE}%" if language == "fr" else f"{percent}%"
    return shown if value.denominator > 1000 else f"{value} ({shown})"


def say_value(kind: FactType, value: Value | Range | None, language: Language) -> str:
    """Say the value of a fact."""
    if value is None:
        return UNKNOWN.in_(language)
    if isinstance(value, Range):
        return _range(kind, value, language)
    if isinstance(value, bool):
        return (YES if value else NO).in_(language)
    if isinstance(value, Fraction):
        return fraction(value, language)
    if isinstance(value, int):
        return number(value, language) + (f"{NARROW_SPACE}€" if kind.type == "amount" else "")
    if isinstance(value, date):
        return day(value, language)
    return kind.choices[value].label.in_(language) if value in kind.choices else value


def value_text(kind: FactType, value: Value | Range | None) -> Text:
    """Say the value of a fact in both languages."""
    return Text(fr=say_value(kind, value, "fr"), en=say_value(kind, value, "en"))


def _range(kind: FactType, value: Range, language: Language) -> str:
    low, high = (None if end is None else say_value(kind, end, language) for end in (value.low, value.high))
    if low is not None and high is not None:
        return f"de {low} à {high}" if language == "fr" else f"{low} to {high}"
    if low is not None:
        return f"au moins {low}" if language == "fr" else f"at least {low}"
    return f"au plus {high}" if language == "fr" else f"at most {high}"


def period(value: InForcePeriod | None, language: Language) -> str:
    """Say a period."""
    if value is None:
        return "jamais" if language == "fr" else "never"
    start = day(value.from_, language) if value.from_ else None
    end = day(value.to, language) if value.to else None
    if language == "fr":
        return (
            " ".join(
                filter(
                    None,
                    (
                        f"depuis le {start}" if start and not end else f"du {start}" if start else "",
                        f"au {end}" if end and start else f"jusqu’au {end}" if end else "",
                    ),
                )
            )
            or "sans date connue"
        )
    return (
        " ".join(
            filter(
                None,
                (
                    f"since {start}" if start and not end else f"from {start}" if start else "",
                    f"to {end}" if end and start else f"until {end}" if end else "",
                ),
            )
        )
        or "no known date"
    )


def listed(texts: Iterable[str], language: Language) -> str:
    """Put texts one after the other with the semicolon of the language: they may hold commas."""
    return (" ; " if language == "fr" else "; ").join(texts)


def read_up_to(as_of: date) -> Text | None:
    """Say until when the law was read, for a date of law that is later."""
    if as_of <= LAW_READ_UP_TO:
        return None
    return Text(
        fr=f"Droit lu jusqu'au {day(LAW_READ_UP_TO, 'fr')} seulement : vérifier ce qui a changé depuis.",
        en=f"Law read up to {day(LAW_READ_UP_TO, 'en')} only: check what has changed since.",
    )
