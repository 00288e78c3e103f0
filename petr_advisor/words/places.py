"""A place in a text of law, as a page in a language writes it: in the base it stands as French texts write it."""

import re

from petr_advisor.words.speech import months
from petr_advisor.words.texts import Language

_CODED = re.compile(r"\b([LRD])\. (?=\*?\d)")
_DAY = re.compile(r"\b(\d{1,2})(?:er)? ([^\W\d_]+)(?= \d{4}\b)")
_IN_ENGLISH = {
    "dernier al.": "last al.", "al. suivants": "following al.", "al. sur le renouvellement": "al. on the renewal",
    "2e partie": "part 2", " comptés": " counted", "délai : ": "time limit: ",
    "(rédaction ancienne": "(former wording", "rédaction de la ": "wording of ", "rédaction de ": "wording of ",
    "non lue": "not read",
    "version de ": "version of ", "version au ": "version of ", "version du ": "version of ",
    "lois n° ": "Laws ", "loi n° ": "Law ", "décret n° ": "Decree ", ", n° ": ", ", "et n° ": "et ",
    "code de commerce": "Commercial Code", "code de l'environnement": "Environment Code",
    "code des juridictions financières": "Code of Financial Courts", "anciens articles": "former arts.",
    "principe de spécialité": "principle of speciality", "principe d'exclusivité": "principle of exclusivity",
    "principe": "principle", "aucune règle": "no rule",
    "autre décision, non identifiée": "another ruling, not identified",
    "dispositions transitoires": "transitional provisions", "réponse": "reply", "(début)": "(beginning)",
    " et s.": " and following", "et al.": "and al.", " et ": " and ", " à ": " to ", ", par ": ", through ",
    "(et ": "(and ",
    " du ": " of ", " ; ": "; ",
}  # fmt: skip
"""What stands in a place between its figures; what is longer comes before what it holds."""


def place_in(place: str, language: Language) -> str:
    """Write a place in a text as a page in a language does."""
    if language == "fr":
        return place
    for french, english in _IN_ENGLISH.items():
        place = place.replace(french, english)
    return _CODED.sub(r"\1.", _DAY.sub(_day, place))


def _day(found: re.Match[str]) -> str:
    """Give the day and the month of a date, where it is one."""
    named = found[2].lower()
    return f"{found[1]} {months('en')[months('fr').index(named)]}" if named in months("fr") else found[0]
