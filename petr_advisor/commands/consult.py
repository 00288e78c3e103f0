"""What `petr-advisor --plain` and `petr-advisor ask` do: hold a consultation as plain prompts."""

import sys
from collections.abc import Sequence
from datetime import date
from functools import partial

from petr_advisor.checking import load
from petr_advisor.commands.opening import engine_of, tell_set_apart
from petr_advisor.commands.settings import Settings
from petr_advisor.commands.showing import show
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import Held, begin, begin_as, copy, take_up
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.files.started import typed_again
from petr_advisor.prompts.plain import Plain
from petr_advisor.prompts.plain_scope import ScopePrompt
from petr_advisor.territory.register import Register
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice


def consult_plain(
    settings: Settings, resume: str | None = None, about: Sequence[str] = (), name: str | None = None
) -> None:
    """Hold the consultation as plain prompts, on some key questions; where none is given, it asks first on which.

    A new consultation is saved under a name that no other has: the one given, else one made of the day. One taken up
    goes on under its own name, or as a copy under the one given. PetrAdvisorError when the end could not be saved.
    """
    held, consultation = _begin(settings, about, name) if resume is None else _take_up(settings, resume, name)
    _hold(consultation, held, settings.language)


def _hold(consultation: Consultation, held: Held, language: Language) -> None:
    """Ask, saving each answer; say at the end, Ctrl+C included, where the answers are."""

    def keep(found: Consultation) -> None:
        told = held.keep_somewhere(found)
        if told is not None:
            show(f"! {told.in_(language)}")

    def copy(named: str, found: Consultation) -> str:
        nonlocal held
        fresh = begin(f"{held.name} – {named}", held.slug)
        held.release()
        held = fresh
        keep(found)
        return held.name

    registers = partial(Register.nearest, knowledge_folder() / "territories")
    plain = Plain(consultation, language, _read_line, show, keep, registers, copy)
    try:
        plain.hold()
    finally:
        held.release()
        if plain.kept:
            command = typed_again("--plain", "--resume", held.slug)
            print(screen_voice(language).phrase("command.saved", name=held.name, command=command), file=sys.stderr)
    if plain.consultation is not consultation and not plain.kept:
        raise SavedError.of("saved.lost")


def _begin(settings: Settings, about: Sequence[str], name: str | None) -> tuple[Held, Consultation]:
    """Begin a consultation under the name given, or under one made of the day that no other has."""
    consultation = Consultation.start(load(settings.knowledge), settings.as_of or _today(), about, engine_of(settings))
    if not about:
        consultation = ScopePrompt(_read_line, show, settings.language).at_first(consultation)
    held = begin_as(name) if name is not None else begin(f"consultation-{_today().isoformat()}")
    return held, consultation


def _take_up(settings: Settings, resume: str, name: str | None) -> tuple[Held, Consultation]:
    """Take up a saved consultation, or a copy of it under the name given."""
    base, engine = load(settings.knowledge), engine_of(settings)
    held, found = take_up(resume, base, engine) if name is None else copy(resume, base, engine, name)
    tell_set_apart(found, settings.language)
    if held.news is not None:
        print(held.news.in_(settings.language), file=sys.stderr)
    return held, found.consultation


def _read_line() -> str:
    """Give the next line typed; EOFError when there is no input, or no output to ask on, any more."""
    try:
        return input()
    except RuntimeError as error:  # a stream was closed before the start
        raise EOFError from error


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the date of law is a local day
