"""What `petr-advisor` and `petr-advisor ask` do: hold a consultation, as plain prompts or on the full screen."""

import sys
from collections.abc import Sequence
from datetime import date

from petr_advisor.checking import load
from petr_advisor.commands.opening import engine_of
from petr_advisor.commands.settings import Settings
from petr_advisor.consultation import Consultation
from petr_advisor.locations import consultations_folder, examples_folder, knowledge_folder
from petr_advisor.plain import Plain
from petr_advisor.saved import resume as resume_saved
from petr_advisor.saved import save
from petr_advisor.territory.register import Register

REGISTER_YEAR = 2026


def consult_plain(settings: Settings, resume: str | None = None, about: Sequence[str] = ()) -> None:
    """Hold the consultation as plain prompts, on some key questions or on all of them."""
    name = resume or f"consultation-{_today().isoformat()}"
    consultation = _start(settings, resume, about)
    register = Register.load(knowledge_folder() / "territories", REGISTER_YEAR)
    Plain(
        consultation,
        settings.language,
        input,
        lambda text: print(text, flush=True),
        lambda found: _keep(found, name),
        register,
    ).hold()
    print(f"{consultations_folder() / name}.json", file=sys.stderr)


def consult_screen(settings: Settings, resume: str | None = None) -> None:
    """Hold the consultation on the full screen."""
    from petr_advisor.tui.app import PetrAdvisorApp  # noqa: PLC0415 - only here is Textual needed

    PetrAdvisorApp(
        load(settings.knowledge),
        register_folder=knowledge_folder() / "territories",
        language=settings.language,
        as_of=settings.as_of or _today(),
        engine=engine_of(settings),
        resume=resume,
        examples=examples_folder(),
    ).run()


def _start(settings: Settings, resume: str | None, about: Sequence[str]) -> Consultation:
    base, engine = load(settings.knowledge), engine_of(settings)
    if resume is None:
        return Consultation.start(base, settings.as_of or _today(), about, engine)
    taken_up = resume_saved(resume, base, engine)
    for message in taken_up.set_apart:
        print(f"! {message}", file=sys.stderr)
    return taken_up.consultation


def _keep(consultation: Consultation, name: str) -> None:
    save(consultation, name)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the date of law is a local day
