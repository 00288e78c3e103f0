"""The report of a consultation, built and written away from the interface."""

from datetime import date
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import usual_settings
from petr_advisor.documents.writing import write_report
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.words.texts import Language


def write(consultation: Consultation, name: str, language: Language, path: Path, *, overwrite: bool) -> Path:
    """Write the report of a consultation in the format of the file's suffix, with the adviser's usual settings."""
    today = date.today()  # noqa: DTZ011 - the day a document is made is a local day
    by = usual_settings()
    report = under_lock(lambda: build(consultation, language, by, today, territory=name))
    return write_report(report, path, overwrite=overwrite)
