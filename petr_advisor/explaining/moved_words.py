"""What another date of law does to what was said, put into words: nothing is lost, what does not apply waits."""

from petr_advisor.consulting.case import Case
from petr_advisor.explaining.clash_words import answer_text
from petr_advisor.inference.facts import FactKey
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def moved(before: Case, after: Case) -> tuple[Text, ...]:
    """Say which answers and choices a change of date sets aside, and which come back; nothing for the same date."""
    if before.as_of == after.as_of:
        return ()
    gone, waited = _waiting(after), _waiting(before)
    aside = [_text(after, key) for key in sorted(gone - waited, key=str)]
    back = [_text(after, key) for key in sorted(waited - gone, key=str) if _applies(after, key)]
    found = [told("scope.aside", day=after.as_of, count=len(aside), what=aside)] if aside else []
    return (*found, *((told("scope.back", count=len(back), what=back),) if back else ()))


def waiting_choices(case: Case) -> frozenset[str]:
    """Give the options chosen that do not exist at the date of law."""
    return frozenset(option for option in case.state.chosen.values() if option not in case.rules.options)


def _waiting(case: Case) -> frozenset[FactKey | str]:
    return case.set_aside | waiting_choices(case)


def _applies(case: Case, key: FactKey | str) -> bool:
    """Tell whether what waited applies: it may have been taken back since, or serve no key question any more."""
    if isinstance(key, str):
        return key in case.state.chosen.values()
    return key in case.state.answers and case.memory.applies(*key) is True


def _text(case: Case, key: FactKey | str) -> Text:
    return case.base.options[key].title if isinstance(key, str) else answer_text(case, key)
