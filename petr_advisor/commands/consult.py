"""What `petr-advisor` and `petr-advisor ask` do: hold a consultation, as plain prompts or on the full screen."""

import sys
from collections.abc import Sequence
from datetime import date
from itertools import chain, count

from petr_advisor.checking import load
from petr_advisor.commands.opening import engine_of, tell_set_apart
from petr_advisor.commands.settings import Settings
from petr_advisor.commands.showing import show
from petr_advisor.consultation import Consultation
from petr_advisor.knowledge.texts import Text
from petr_advisor.locations import examples_folder, knowledge_folder
from petr_advisor.plain import Plain
from petr_advisor.saved import SavedError, file_of, save
from petr_advisor.saved import resume as resume_saved
from petr_advisor.territory.register import Register

SAVED = Text(
    fr="Enregistrée sous « {name} ». Pour la reprendre : petr-advisor --plain --resume {slug}",
    en="Saved under “{name}”. To take it up: petr-advisor --plain --resume {slug}",
)


def consult_plain(
    settings: Settings, resume: str | None = None, about: Sequence[str] = (), name: str | None = None
) -> None:
    """Hold the consultation as plain prompts, on some key questions or on all of them.

    A new consultation is saved under a name that no other has: the one given, else one made of the day.
    """
    if resume is None:
        name = _new_name(name)
        consultation = Consultation.start(
            load(settings.knowledge), settings.as_of or _today(), about, engine_of(settings)
        )
    else:
        taken_up = resume_saved(resume, load(settings.knowledge), engine_of(settings))
        tell_set_apart(taken_up, settings.language)
        name, consultation = taken_up.name_to_save_under(resume), taken_up.consultation
    register = Register.nearest(knowledge_folder() / "territories", consultation.as_of)
    held = Plain(
        consultation, settings.language, _read_line, show,
        lambda found: save(found, name), register,
    )  # fmt: skip
    try:
        held.hold()
    finally:  # Ctrl+C included: where the answers are is always said
        if held.kept:
            print(SAVED.in_(settings.language).format(name=name, slug=file_of(name).stem), file=sys.stderr)


def consult_screen(settings: Settings, resume: str | None = None) -> None:
    """Hold the consultation on the full screen."""
    from petr_advisor.tui.app import PetrAdvisorApp  # noqa: PLC0415 - only here is Textual needed

    app = PetrAdvisorApp(
        load(settings.knowledge),
        register_folder=knowledge_folder() / "territories",
        language=settings.language,
        as_of=settings.as_of or _today(),
        engine=engine_of(settings),
        resume=resume,
        examples=examples_folder(),
    )
    app.run()
    if app.return_code:
        sys.exit(app.return_code)


def _new_name(name: str | None) -> str:
    """Give a name that no saved consultation has; SavedError when the one given is taken or cannot be one."""
    if name is not None:
        if file_of(name).exists():
            raise SavedError(
                f"a consultation « {name} » is already saved: take it up with --resume, or give another name",
                fr=f"une consultation « {name} » est déjà enregistrée : la reprendre avec --resume, ou donner un autre "
                "nom",
            )
        return name
    day = f"consultation-{_today().isoformat()}"
    return next(name for name in chain([day], (f"{day}-{n}" for n in count(2))) if not file_of(name).exists())


def _read_line() -> str:
    """Give the next line typed; EOFError when there is no input, or no output to ask on, any more."""
    try:
        return input()
    except RuntimeError as error:  # a stream was closed before the start
        raise EOFError from error


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the date of law is a local day
