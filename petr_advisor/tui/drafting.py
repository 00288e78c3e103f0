"""The drafts of the acts of a consultation's course, looked over and written away from the interface."""

from collections import Counter
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.settings import usual_settings
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Drafts
from petr_advisor.drafting.writing import write as write_drafts
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice, screen_voice


def look_over(consultation: Consultation, name: str, language: Language) -> str:
    """Say how many acts would be drafted, over what time, and which answers they lack; or why there is none."""
    voice = screen_voice(language)
    try:
        made = _drafts(consultation, name, language).made
    except PetrAdvisorError as error:
        return voice.phrase("drafts.none", why=error.told(language))
    facts = dict.fromkeys(fact for draft in made for fact in draft.lacks)
    said = [voice.phrase("drafts.made", n=len(made), first=made[0].day, last=made[-1].day)] if made else []
    if facts:
        labels = [consultation.base.facts[fact].label for fact in facts]
        said.append(voice.phrase("drafts.lack", n=len(facts), facts=labels))
    return " ".join(said) or voice.phrase("drafts.no-template")


def _drafts(consultation: Consultation, name: str, language: Language) -> Drafts:
    def draft() -> Drafts:
        return Choosing(consultation, roadmap(consultation, consultation.as_of), Voice(language), name).drafts()

    return under_lock(draft)


def write(consultation: Consultation, name: str, language: Language, output: Path) -> dict[str, int]:
    """Write the drafts of the course into a folder, by the adviser's usual settings; counts files by outcome.

    They are new, were there with the same words (`same`), or stand beside another version (`beside`). PetrAdvisorError
    says why there is nothing to draft, or why the folder cannot be written.
    """
    by = usual_settings()
    placed = write_drafts(_drafts(consultation, name, language), output, language, by)
    found = Counter("beside" if written.outcome == "beside_unread" else written.outcome for _, written in placed)
    return {outcome: found[outcome] for outcome in ("new", "same", "beside")}
