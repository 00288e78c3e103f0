"""The options that the commands share, and the settings that they make."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from inspect import Signature, signature
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from petr_advisor.commands import completing
from petr_advisor.commands.database import DatabaseOption, use_database
from petr_advisor.commands.settings import BatchSettings, EngineWanted, KnownBesides, LookedFor, Settings
from petr_advisor.documents.sizes import Size
from petr_advisor.errors import Language, PetrAdvisorError
from petr_advisor.planning.settings import PlanSettings

KnowledgeOption = Annotated[Path | None, typer.Option("--knowledge", help="Folder of another rule base.")]
EngineOption = Annotated[
    EngineWanted | None, typer.Option("--engine", help="durable, native, or all: both, and fail on any difference.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Date of law, such as 2014-06-15 (of the case, or today, by default).")
]
LangOption = Annotated[Language, typer.Option("--lang", help="fr or en.")]
NameOption = Annotated[
    str | None,
    typer.Option("--name", help="With plain prompts: the name to save it under; with --resume, that of a copy."),
]
OptionOption = Annotated[
    str | None,
    typer.Option(
        help="An option to choose for its key question; the course as it is by default.",
        autocompletion=completing.options,
    ),
]
EffectOption = Annotated[str | None, typer.Option(help="A wished day of effect: acts are counted back from it.")]
StartOption = Annotated[str | None, typer.Option(help="First day of the plan; the date of law by default.")]
AdviserOption = Annotated[
    Path | None,
    typer.Option(
        "--settings", help="The adviser's settings, a TOML file; adviser.toml beside the saved ones by default."
    ),
]
ActsFolderOption = Annotated[
    Path, typer.Option("--output", "-o", help="The folder to write in; a file that is there stays as it is.")
]
ActOption = Annotated[
    str | None, typer.Option("--act", help="One act only: the name of its template, or PROCEDURE/ACT.")
]
ActFormatOption = Annotated[Literal["docx", "odt"], typer.Option("--format", help="docx or odt.")]
WithoutOption = Annotated[
    str, typer.Option(help="Annexes that a file leaves out, with commas: sources,answers,proof,norms.")
]
ScotOption = Annotated[
    list[str] | None, typer.Option("--scot", help="A SCoT to draw over it, 'NAME: SIREN SIREN …'; may be repeated.")
]
CaseArgument = Annotated[
    str,
    typer.Argument(
        help="A scenario's file (FILE#variant for a variant) or the name of a saved consultation.",
        autocompletion=completing.cases,
    ),
]
EveryDateOption = Annotated[
    bool, typer.Option("--every-date", help="No expectations: look for gaps and overlaps at each date of the law.")
]
ConclusionArgument = Annotated[
    str | None, typer.Argument(help="option:ID, requirement:KEY, duty:ID, fact:ID or cure:ID.")
]
TakesOption = Annotated[
    str | None,
    typer.Option(
        "--what-would-it-take",
        help="The smallest changes after which this option is open.",
        autocompletion=completing.options,
    ),
]
WhyNotOption = Annotated[
    str | None, typer.Option("--why-not", help="Why this option is not open.", autocompletion=completing.options)
]
ShortOption = Annotated[bool, typer.Option("--short", help="Only the answer and its decisive reasons: three lines.")]
OthersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        help="Another one, or several for a table; or two --as-of for the same case then and now.",
        autocompletion=completing.cases,
    ),
]
SizeOption = Annotated[
    Size, typer.Option(help="note: two pages to vote on; report: what an adviser presents; file: everything.")
]
ScenariosArgument = Annotated[
    list[Path] | None, typer.Argument(help="Scenario files or folders; the project's by default.")
]
OverwriteOption = Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")]


DaysOption = Annotated[
    list[str] | None, typer.Option("--as-of", help="Date of law for every row; with several, what changes.")
]
QuestionsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--question",
        help="A key question for every row; may be repeated.",
        autocompletion=completing.key_questions,
    ),
]
MembersOption = Annotated[
    Path | None, typer.Option("--members", help="A second table, one row a member, with the id of its dossier.")
]
IgnoreOption = Annotated[list[str] | None, typer.Option("--ignore", help="A column to leave aside; may be repeated.")]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; as many as processors by default.")]
DossiersArgument = Annotated[
    Path, typer.Argument(help="A table, one row a dossier (.csv, .jsonl, .parquet), or a folder of scenarios.")
]
TableOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Table to write, one row an option; its suffix says the form.")
]
RowOption = Annotated[int | None, typer.Option("--row", min=1, help="Tell one row in full, and write nothing.")]
StatusesOption = Annotated[
    bool, typer.Option("--statuses", help="Only statuses, duties and breaches: many rows together, much faster.")
]
OverlayOption = Annotated[
    Path | None, typer.Option("--overlay", help="Folder of changed rules: what they would change, and for whom.")
]
SchedulerOption = Annotated[
    str | None, typer.Option("--scheduler", help="Workers of a Dask cluster instead of processes: tcp://HOST:8786.")
]
ResumeOption = Annotated[bool, typer.Option("--resume", help="Go on after an interruption.")]

AroundOption = Annotated[
    list[str] | None, typer.Option("--around", help="An EPCI that every grouping holds, by SIREN or name; repeatable.")
]
WithOption = Annotated[list[str] | None, typer.Option("--with", help="Another one that every grouping holds.")]
WithoutEpciOption = Annotated[list[str] | None, typer.Option("--without", help="An EPCI that no grouping holds.")]
MostMembersOption = Annotated[int, typer.Option("--max-members", help="Members at most, up to 12.")]
LeastMembersOption = Annotated[int, typer.Option("--min-members", help="Members at least.")]
MostPeopleOption = Annotated[int | None, typer.Option("--max-population", min=0, help="Inhabitants at most.")]
LeastPeopleOption = Annotated[int, typer.Option("--min-population", min=0, help="Inhabitants at least.")]
RankOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rank",
        help="Criteria, the first one first: members, population, regions, departements, compactness, centre, balance, "
        "open; least-population, population=50000.",
    ),
]
CaseOption = Annotated[
    str | None,
    typer.Option(
        "--case",
        help="A case that gives its answers, and its members where none are given.",
        autocompletion=completing.cases,
    ),
]
AnswerOption = Annotated[
    list[str] | None, typer.Option("--answer", help="FACT=VALUE, known of every grouping; may be repeated.")
]
AskedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--question",
        help="A key question; evolution by default; may be repeated.",
        autocompletion=completing.key_questions,
    ),
]
FirstOption = Annotated[
    int | None, typer.Option("--first", min=1, help="How many groupings to tell: 10 on screen, all in a table.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Every grouping of the country: an atlas, in the folder of -o.")]
GroupingsOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write: .csv, .xlsx, .json, .md, .html with maps, .svg, .geojson."),
]


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make its `settings`, save those it takes itself."""
    return _with("settings", _settings, command)


def with_server_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give the command of a server the same, save the date of law: each case has its own."""
    return _with("settings", _server_settings, command)


def with_plan_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make `wanted`: which option to plan, and from when."""
    return _with("wanted", _plan_settings, command)


def with_batch_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make `wanted`: how many dossiers are concluded together."""
    return _with("wanted", _batch_settings, command)


def with_looked_for(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make `looked`: which groupings are looked for."""
    return _with("looked", _looked_for, command)


def with_known_besides(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make `known`: what is known beside the members."""
    return _with("known", _known_besides, command)


def day(option: str, text: str) -> date:
    """Read a day given to an option, as one types it elsewhere; PetrAdvisorError when it is none."""
    from petr_advisor.typed.days import read_day  # noqa: PLC0415 - what it needs is slow to load
    from petr_advisor.typed.refusals import Proposal, TypedError  # noqa: PLC0415

    try:
        return read_day(text)
    except Proposal as proposal:
        en, fr = f"the day is missing, such as {proposal.value}.", f"il manque le jour, par exemple {proposal.value}."
    except TypedError as error:
        en, fr = error.text.en, error.text.fr
    raise PetrAdvisorError(f"{option} {text}: {en}", fr=f"{option} {text} : {fr}")


def at_most_one(**given: object) -> None:
    """Refuse options that do not go together; each is given by its name, `_` for `-`, with its value."""
    named = [f"--{name.replace('_', '-')}" for name, value in given.items() if value]
    if len(named) > 1:
        raise PetrAdvisorError(
            f"{' and '.join(named)} do not go together: give one of them.",
            fr=f"{' et '.join(named)} ne vont pas ensemble : n'en donnez qu'une.",
        )


def hand_down(context: typer.Context) -> None:
    """Make the options written before a command its defaults; PetrAdvisorError for one that it does not have."""
    name = context.invoked_subcommand or ""
    command = context.command.commands[name]  # type: ignore[attr-defined]
    taken = {option.name: option for option in command.params}
    defaults: dict[str, Any] = {}
    for option in context.command.params:
        if not _was_given(context, option.name):
            continue
        if option.name not in taken:
            raise PetrAdvisorError.of("command.not-taken", name=name, given=option.opts[0])
        given = context.params[option.name]
        defaults[option.name] = [given] if taken[option.name].multiple else given
    context.default_map = {name: defaults}


def _was_given(context: typer.Context, option: str | None) -> bool:
    source = context.get_parameter_source(option) if option else None
    return source is not None and source.name == "COMMANDLINE"


def _with(name: str, make: Callable[..., Any], command: Callable[..., None]) -> Callable[..., None]:
    """Put in the place of a parameter the options that it is made of: the signature is what the command line reads."""
    own = [each for each in signature(command).parameters.values() if each.name != name]
    made = [each for key, each in signature(make).parameters.items() if key not in {each.name for each in own}]

    @wraps(command)
    def run(**given: Any) -> None:
        command(**{name: make(**{each.name: given.pop(each.name) for each in made})}, **given)

    vars(run)["__signature__"] = Signature([*own, *made])
    return run


def _settings(
    *, as_of: AsOfOption = None, engine: EngineOption = None, lang: LangOption = "fr",
    knowledge: KnowledgeOption = None, database: DatabaseOption = None,
) -> Settings:  # fmt: skip
    use_database(database)
    return Settings(lang, day("--as-of", as_of) if as_of else None, engine, knowledge)


def _server_settings(
    *, engine: EngineOption = None, lang: LangOption = "fr", knowledge: KnowledgeOption = None,
    database: DatabaseOption = None,
) -> Settings:  # fmt: skip
    return _settings(engine=engine, lang=lang, knowledge=knowledge, database=database)


def _plan_settings(
    *, option: OptionOption = None, start: StartOption = None, effect: EffectOption = None
) -> PlanSettings:
    return PlanSettings(option, day("--start", start) if start else None, day("--effect", effect) if effect else None)


def _batch_settings(
    *, members: MembersOption = None, question: QuestionsOption = None, as_of: DaysOption = None,
    ignore: IgnoreOption = None, statuses: StatusesOption = False, jobs: JobsOption = 0, go_on: ResumeOption = False,
    overwrite: OverwriteOption = False,
) -> BatchSettings:  # fmt: skip
    days = tuple(day("--as-of", text) for text in as_of or ())
    return BatchSettings(members, days, tuple(question or ()), tuple(ignore or ()), statuses, jobs, go_on, overwrite)


def _looked_for(
    *, around: AroundOption = None, with_: WithOption = None, without: WithoutEpciOption = None,
    max_members: MostMembersOption = 6, min_members: LeastMembersOption = 2, max_population: MostPeopleOption = None,
    min_population: LeastPeopleOption = 0, rank: RankOption = None,
) -> LookedFor:  # fmt: skip
    given, beside, apart = (tuple(names or ()) for names in (around, with_, without))
    sizes, people = (min_members, max_members), (min_population, max_population)
    return LookedFor(given, beside, apart, sizes, people, tuple(rank or ()))


def _known_besides(
    *, case: CaseOption = None, answer: AnswerOption = None, question: AskedOption = None, scot: ScotOption = None
) -> KnownBesides:
    return KnownBesides(case, tuple(answer or ()), tuple(question or ()), tuple(scot or ()))
