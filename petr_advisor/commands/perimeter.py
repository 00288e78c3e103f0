"""What `petr-advisor perimeter` does: groupings of EPCIs looked for, concluded, told or written."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from petr_advisor.checking import load
from petr_advisor.commands.map import read_scheme
from petr_advisor.commands.opening import engine_of, open_case
from petr_advisor.commands.progress import Bar
from petr_advisor.commands.settings import KnownBesides, LookedFor, Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.folders import check_whole
from petr_advisor.files.reading import shown
from petr_advisor.files.writing import WritingError, check_place, write
from petr_advisor.inference.engines import guarded
from petr_advisor.knowledge.problems import nearest
from petr_advisor.perimeters.known import is_measured, members_of, without_members
from petr_advisor.typed.values import read
from petr_advisor.words.voice import screen_voice

if TYPE_CHECKING:
    from petr_advisor.perimeters.exploring import Explored

USUAL_QUESTION = "evolution"
FIRST = 10
"""Groupings told on a screen."""


def explored_text(looked: LookedFor, known: KnownBesides, settings: Settings, first: int | None) -> str:
    """Tell the groupings that are looked for, the first ones compared."""
    from petr_advisor.perimeters.telling import text  # noqa: PLC0415 - only here is NumPy needed

    return text(_explored(looked, known, settings), screen_voice(settings.language), first or FIRST)


def write_explored(
    looked: LookedFor, known: KnownBesides, settings: Settings, output: Path, first: int | None, *, overwrite: bool
) -> str:
    """Write the groupings that are looked for in the form of the suffix; gives what was written."""
    from petr_advisor.perimeters.tables import FORMS  # noqa: PLC0415 - as above

    form = FORMS.get(output.suffix.lower())
    if form is None:
        raise WritingError.of("perimeter.suffix", name=shown(output), known=tuple(FORMS))
    check_place(output, overwrite=overwrite)
    voice = screen_voice(settings.language)
    found = _explored(looked, known, settings)
    write(output, form(found, voice, first), overwrite=overwrite)
    return voice.phrase("perimeter.done", output=output, n=len(found.order))


def write_country(looked: LookedFor, known: KnownBesides, settings: Settings, folder: Path | None) -> str:
    """Write the atlas of every grouping of the country in a folder; gives what was written, in a sentence."""
    from petr_advisor.perimeters.atlas_pages import MARK, write_atlas  # noqa: PLC0415 - as above
    from petr_advisor.perimeters.criteria import read_criteria  # noqa: PLC0415
    from petr_advisor.perimeters.wanted import check_bounds  # noqa: PLC0415
    from petr_advisor.territory.groupings import Bounds  # noqa: PLC0415

    others = {"--around": looked.around, "--with": looked.with_, "--without": looked.without, "--scot": known.scots}
    for name, given in others.items():
        if given:
            raise PetrAdvisorError.of("perimeter.all-alone", given=name)
    if folder is None:
        raise PetrAdvisorError.of("perimeter.all-where")
    check_whole(folder, MARK)
    voice = screen_voice(settings.language)
    case, _ = case_of(known, settings)
    bounds = Bounds(looked.members[1], looked.members[0], looked.people[1], looked.people[0])
    check_bounds(bounds)
    with Bar(settings.language, "atlas.progress") as bar:
        atlas = write_atlas(case, bounds, read_criteria(looked.rank), folder, voice, bar)
    return voice.phrase("atlas.done", start=folder / "index.html", n=atlas.found)


def _explored(looked: LookedFor, known: KnownBesides, settings: Settings) -> "Explored":
    from petr_advisor.perimeters.criteria import read_criteria  # noqa: PLC0415 - as above
    from petr_advisor.perimeters.exploring import explore  # noqa: PLC0415
    from petr_advisor.perimeters.wanted import Wanted, sirens_of  # noqa: PLC0415
    from petr_advisor.territory.groupings import Bounds  # noqa: PLC0415

    case, members = case_of(known, settings)
    bounds = Bounds(looked.members[1], looked.members[0], looked.people[1], looked.people[0])
    around = sirens_of(looked.around) if looked.around else members
    beside, apart = sirens_of(looked.with_), sirens_of(looked.without)
    schemes = tuple(map(read_scheme, known.scots))
    wanted = Wanted(around, beside, apart, bounds, read_criteria(looked.rank), schemes)
    with Bar(settings.language, "perimeter.progress") as bar:
        return explore(case, wanted, bar)


def case_of(known: KnownBesides, settings: Settings) -> tuple[Consultation, tuple[str, ...]]:
    """Give a case with everything that is known beside its members, and the SIRENs of the members that it had."""
    questions = known.questions or (USUAL_QUESTION,)
    engine = guarded("native") if settings.engine is None else engine_of(settings)
    if known.case is None:
        day = settings.as_of or date.today()  # noqa: DTZ011 - the day on which a person asks is a local day
        case = Consultation.start(load(settings.knowledge), day, questions, engine)
        members: tuple[str, ...] = ()
    else:
        _, given = open_case(known.case, settings)
        case, members = without_members(given, questions, engine), members_of(given)
    for answer in known.answers:
        case = _answered(case, answer, settings)
    return case, members


def _answered(case: Consultation, text: str, settings: Settings) -> Consultation:
    fact, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not value:
        raise PetrAdvisorError.of("perimeter.answer-form", text=text)
    kind = case.base.facts.get(fact)
    if kind is None or kind.of is not None or kind.entity is not None:
        near = nearest(fact, [name for name, found in case.base.facts.items() if found.of is found.entity is None])
        raise (
            PetrAdvisorError.of("perimeter.fact-near", fact=fact, near=near)
            if near
            else PetrAdvisorError.of("perimeter.fact", fact=fact)
        )
    if is_measured(case, fact):
        raise PetrAdvisorError.of("perimeter.measured", fact=fact)
    return case.answer(fact, value if value in kind.choices else read(kind, value, settings.language))
