"""The report of a consultation, built and written away from the interface."""

from datetime import date
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.settings import usual_settings
from petr_advisor.documents.sizes import Size
from petr_advisor.documents.writing import write_report
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.words.texts import Language


def write(
    consultation: Consultation, name: str, language: Language, path: Path, size: Size, *, overwrite: bool
) -> Path:
    """Write the report of a consultation in a size, in the format of the suffix, by the adviser's usual settings."""
    today = date.today()  # noqa: DTZ011 - the day a document is made is a local day
    by = usual_settings()
    extent = extent_of(size)
    report = under_lock(lambda: build(consultation, language, by, today, territory=name, extent=extent))
    return write_report(report, path, overwrite=overwrite)
