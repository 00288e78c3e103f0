"""The options that the commands share, and the settings that they make."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer

from petr_advisor.commands.settings import EngineWanted, PlanSettings, Settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.texts import Language


class Lang(StrEnum):
    """Language of the interface."""

    fr = "fr"
    en = "en"

    @property
    def code(self) -> Language:
        """The language as the library names it."""
        return "fr" if self is Lang.fr else "en"


class EngineChoice(StrEnum):
    """Engine that derives the conclusions."""

    durable = "durable"
    native = "native"
    all = "all"

    @property
    def code(self) -> EngineWanted:
        """The engine as the commands name it."""
        return "all" if self is EngineChoice.all else "native" if self is EngineChoice.native else "durable"


KnowledgeOption = Annotated[Path | None, typer.Option("--knowledge", help="Folder of another rule base.")]
EngineOption = Annotated[
    EngineChoice | None, typer.Option("--engine", help="durable, native, or all: both, and fail on any difference.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Date of law, such as 2014-06-15 (of the case, or today, by default).")
]
LangOption = Annotated[Lang, typer.Option("--lang", help="fr or en.")]
NameOption = Annotated[str | None, typer.Option("--name", help="With plain prompts: the name to save it under.")]
OverwriteOption = Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")]

_SHARED: dict[str, tuple[Any, Any]] = {
    "as_of": (AsOfOption, None),
    "engine": (EngineOption, None),
    "lang": (LangOption, Lang.fr),
    "knowledge": (KnowledgeOption, None),
}
_PLANNING: dict[str, tuple[Any, Any]] = {
    "option": (
        Annotated[str | None, typer.Option(help="The option to plan; the chosen or best one by default.")],
        None,
    ),
    "start": (
        Annotated[str | None, typer.Option(help="First day of the plan; the date of law by default.")],
        None,
    ),
}


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make its `settings`, save those it takes itself."""
    return _with("settings", _SHARED, _settings, command)


def with_plan_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make `wanted`: which option to plan, and from when."""
    return _with("wanted", _PLANNING, _plan_settings, command)


def day(option: str, text: str) -> date:
    """Read a day given to an option; PetrAdvisorError when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PetrAdvisorError(
            f"{option} {text}: not a day. Write it as 2014-06-15.",
            fr=f"{option} {text} : ce n'est pas un jour. Écrivez-le comme 2014-06-15.",
        ) from error


def _with(
    name: str, options: dict[str, tuple[Any, Any]], make: Callable[..., Any], command: Callable[..., None]
) -> Callable[..., None]:
    """Put options in the place of a parameter that is made of them: the signature is what the command line reads."""
    own = [each for each in signature(command).parameters.values() if each.name != name]
    added = {key: option for key, option in options.items() if key not in {each.name for each in own}}

    @wraps(command)
    def run(**given: Any) -> None:
        command(**{name: make(**{key: given.pop(key) for key in added})}, **given)

    shared = [
        Parameter(key, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for key, (annotation, default) in added.items()
    ]
    vars(run)["__signature__"] = Signature([*own, *shared])
    return run


def _settings(
    lang: Lang, knowledge: Path | None, as_of: str | None = None, engine: EngineChoice | None = None
) -> Settings:
    return Settings(lang.code, day("--as-of", as_of) if as_of else None, engine.code if engine else None, knowledge)


def _plan_settings(option: str | None, start: str | None) -> PlanSettings:
    return PlanSettings(option, day("--start", start) if start else None)
