"""The drafts of the acts of a consultation's course, written away from the interface."""

from collections import Counter
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.settings import usual_settings
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Drafts
from petr_advisor.drafting.writing import write as write_drafts
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


def write(consultation: Consultation, name: str, language: Language, output: Path) -> dict[str, int]:
    """Write the drafts of the course into a folder, by the adviser's usual settings; counts files by outcome.

    They are new, were there with the same words (`same`), or stand beside another version (`beside`). PetrAdvisorError
    says why there is nothing to draft, or why the folder cannot be written.
    """
    by = usual_settings()

    def draft() -> Drafts:
        return Choosing(consultation, roadmap(consultation, consultation.as_of), Voice(language), name).drafts()

    placed = write_drafts(under_lock(draft), output, language, by)
    found = Counter("beside" if written.outcome == "beside_unread" else written.outcome for _, written in placed)
    return {outcome: found[outcome] for outcome in ("new", "same", "beside")}
