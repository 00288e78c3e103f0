"""What a report rests on: the norms cited, the texts they stand in, and every answer with its origin."""

from collections.abc import Iterator

from petr_advisor.consulting.answers import Remark
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_matters import AnswerPart, NormPart, SourcePart
from petr_advisor.documents.texts_online import best_address, read_in
from petr_advisor.inference.facts import Known, Range, Value
from petr_advisor.knowledge.law import Source
from petr_advisor.words.places import place_in
from petr_advisor.words.typography import capital

SHOWN_ORIGINS = frozenset({"measure", "register"})
"""What is shown beside the answers: facts that nobody was asked for but that the conclusions rest on."""


def norm_parts(desk: Desk) -> Iterator[NormPart]:
    """Give the norms cited."""
    for key in tuple(desk.cited):
        norm = desk.base.norms[key]
        read = [*desk.drawn(norm.confidence, norm.reading)]
        read += [desk.phrase("edition", year=norm.last_read)] if norm.last_read else []
        yield NormPart(
            id=key,
            statement=desk.sentence(norm.statement),
            places=desk.places(norm),
            period=capital(desk.period(norm.in_force)),
            confidence=norm.confidence,
            sureness=capital(desk.listed(read)),
            check=desk.sentence(norm.check) if norm.check else None,
            note=desk.sentence(norm.note) if norm.note else None,
        )


def source_parts(desk: Desk) -> tuple[SourcePart, ...]:
    """Give the texts cited, with the version in force at the date of law."""
    places: dict[str, dict[str, None]] = {}
    for key in desk.cited:
        for reference in desk.base.norms[key].sources:
            found = places.setdefault(reference.id, {})
            if reference.paragraph:
                found.setdefault(desk.set(place_in(reference.paragraph, desk.language)))
    order = sorted(places, key=lambda key: (desk.base.sources[key].kind, desk.base.sources[key].title.fr))
    return tuple(_source(desk, key, tuple(places[key])) for key in order)


def _source(desk: Desk, key: str, paragraphs: tuple[str, ...]) -> SourcePart:
    source = desk.base.sources[key]
    return SourcePart(
        id=key,
        kind=desk.phrase(f"source-{source.kind}"),
        title=desk.say(source.title),
        paragraphs=paragraphs,
        version=_version(desk, source),
        address=best_address(source),
        read_in=read_in(source),
    )


def _version(desk: Desk, source: Source) -> str:
    """Say which version of a text was read at the date of law."""
    if not source.versions:
        return desk.phrase("version-undated")
    as_of = desk.consultation.as_of
    version = next((version for version in source.versions if version.period.covers(as_of)), None)
    if version is None:
        return desk.phrase("version-none")
    text = capital(desk.period(version.period))
    return desk.phrase("version-by", period=text, act=desk.set(version.act)) if version.act else text


def answer_parts(desk: Desk) -> Iterator[AnswerPart]:
    """Give every answer with its origin, then what was measured; the territory first, then the members."""
    case = desk.consultation
    known: dict[tuple[str, str | None], Known | None] = {
        key: None if answer.value is None else Known(answer.value, answer.by)
        for key, answer in case.state.answers.items()
    }
    for key, found in case.memory.facts.known.items():
        if found.by in SHOWN_ORIGINS and case.memory.applies(*key) is True:
            known.setdefault(key, found)
    order = {fact: place for place, fact in enumerate(case.base.facts)}
    listed = [of for entities in case.facts.entities.values() for of in entities.ids]
    rank = {of: place for place, of in enumerate(listed, 1)}
    shown = [key for key in known if key[0] in order]
    for fact, of in sorted(shown, key=lambda key: (rank.get(key[1] or "", 0), key[1] or "", order[key[0]])):
        if fact != f"{case.base.facts[fact].of}.name":
            yield _answer(desk, fact, of, known[fact, of])


def _answer(desk: Desk, fact: str, of: str | None, found: Known | None) -> AnswerPart:
    kind = desk.base.facts[fact]
    value: Value | Range | None = found.value if found else None
    origin = desk.origin(found.by if found else "user")
    hint = desk.consultation.hint(fact) if found and found.by == "measure" else None
    origin = desk.say(hint.note) if hint else origin
    if (given := desk.consultation.state.answers.get((fact, of))) is not None:
        origin = remarked(desk, origin, given.remark)
    if (fact, of) in desk.consultation.set_aside:
        origin = desk.phrase("set-aside", origin=origin)
    return AnswerPart(
        of=desk.entity(kind.of or "", of) if of else None,
        label=capital(desk.say(kind.label)),
        value=capital(desk.value(kind, value)),
        origin=capital(origin),
    )


def remarked(desk: Desk, origin: str, remark: Remark) -> str:
    """Say an origin with what was said beside the answer: what it is supposed from, its source, its note."""
    said = [origin]
    if remark.supposed:
        said = [desk.phrase("answer-supposed", source=remark.source)]
    elif remark.source:
        said.append(desk.phrase("answer-source", source=remark.source))
    if remark.note:
        said.append(desk.phrase("answer-note", note=remark.note))
    return desk.phrase("answer-remarked", parts=said) if len(said) > 1 else said[0]
