"""What `petr-advisor questionnaire` and `petr-advisor answer` do: a form of what is to be found out, there and back."""

from datetime import date
from pathlib import Path

from petr_advisor.commands.opening import open_case
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import Held, begin, begin_as, take_up
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.territory.register import Register
from petr_advisor.words.voice import screen_voice


def questionnaire(
    case: str, output: Path, settings: Settings = DEFAULT, *, adviser: Path | None = None, overwrite: bool = False
) -> str:
    """Write the questionnaire of a case in the format of the output's suffix; gives what was written, in a sentence."""
    from petr_advisor.documents.building.questionnaire import questionnaire as build  # noqa: PLC0415 - only here
    from petr_advisor.documents.finding_out import check_list_path, write_form  # noqa: PLC0415
    from petr_advisor.documents.settings import read_settings, usual_settings  # noqa: PLC0415

    check_list_path(output, overwrite=overwrite)
    by = usual_settings() if adviser is None else read_settings(adviser)
    dossier, found = open_case(case, settings)
    territory = dossier.territory.in_(settings.language) if dossier.territory else None
    form = build(found, settings.language, by, date.today(), territory=territory)  # noqa: DTZ011 - a local day
    path = write_form(form, output, overwrite=overwrite)
    points = sum(len(addressee.inquiries) for addressee in form.addressees)
    voice = screen_voice(settings.language)
    return voice.phrase("inquiry.written", path=path, n=points, people=len(form.addressees))


def answer(case: str, returned: Path, settings: Settings = DEFAULT, *, name: str | None = None) -> str:
    """Take the answers of a questionnaire that came back, save the case, and tell what they change.

    A saved consultation is saved under its name, unless another is given; a scenario becomes a consultation of that
    name, or of that of its territory. PetrAdvisorError names the answers that cannot be taken, and nothing is saved.
    """
    from petr_advisor.documents.texts import comparison_text  # noqa: PLC0415 - only here
    from petr_advisor.explaining.comparing.comparison import compare  # noqa: PLC0415
    from petr_advisor.typed.returned import take, written_in  # noqa: PLC0415

    written = written_in(returned)
    held, before = _held(case, settings, name)
    try:
        register = Register.nearest(knowledge_folder() / "territories", before.as_of)
        came = take(before, written, settings.language, register, returned.name)
        apart = held.keep(came.consultation) if came.taken else None
    finally:
        held.release()
    voice = screen_voice(settings.language)
    said = [voice.phrase("inquiry.taken", n=came.taken, same=came.same)]
    if came.taken:
        said += [voice.say(apart)] if apart else [voice.phrase("inquiry.saved", name=held.name)]
        said.append(comparison_text(compare(before, came.consultation), settings.language))
    return "\n".join(said)


def _held(case: str, settings: Settings, name: str | None) -> tuple[Held, Consultation]:
    """Hold the name to save under, and give the case as it stands."""
    dossier, found = open_case(case, settings)
    if dossier.slug is None or name is not None:
        title = (dossier.territory or dossier.title).in_(settings.language)
        return (begin(title) if name is None else begin_as(name)), found
    if settings.as_of is not None:
        raise PetrAdvisorError.of("inquiry.keeps-its-date")
    held, resumed = take_up(dossier.slug, found.base, found.engine)
    return held, resumed.consultation
