"""A walk at the plain prompts: lines are typed one by one, and what is written and saved is checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from petr_advisor.consulting.answers import NO_REMARK
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.lines import with_line
from petr_advisor.consulting.saved import from_json, to_json
from petr_advisor.prompts.plain import Plain
from petr_advisor.typed.checklists import read_lines
from petr_advisor.words.texts import Language
from tests.walking.faults import Fault, in_words
from tests.walking.ground import LANGUAGES, Ground, ground, members, register
from tests.walking.steps import Step, Trace, from_elsewhere, typed, values
from tests.walking.straying import ODD, PASTED

STRAYING = 0.4
COMMANDS = ("?", "p", "d", "r", "s", "c", "t", "u", "1", "2", "9", "0", "", "oui", "no", "P", "Entrée")
PAGES = 40
"""Lines typed at most."""


@dataclass
class PromptWalk:
    """A walk at the prompts."""

    ground: Ground
    language: Language
    odd: bool = False
    done: list[str] = field(default_factory=list)
    held: Plain = field(init=False)

    def play(self, lines: Iterator[str]) -> None:
        """Hold a consultation on some lines."""

        def read() -> str:
            line = next(lines, None)
            if line is None or len(self.done) >= PAGES:
                raise EOFError
            self.done.append(line)
            return line

        self.held = Plain(self.ground.begin(), self.language, read, self._written, self._kept, lambda _: register())
        try:
            ended = self.held.hold()
        except Exception as error:
            if isinstance(error, Fault):
                raise
            raise Fault(f"the prompts died: {type(error).__name__}: {error}") from error
        if ended is not self.held.consultation:
            raise Fault("what is given back is not what was held")

    def _written(self, text: str) -> None:
        in_words(text)
        if text.startswith("! ") and not self.odd and not self.held.consultation.clashes:
            raise Fault(f"an error is told though nothing odd was typed: {text}")

    def _kept(self, consultation: Consultation) -> None:
        """What is saved gives back what was said."""
        taken_up = from_json(to_json(consultation, "x"), consultation.base, consultation.engine)
        if taken_up.set_apart or taken_up.consultation.events != consultation.events:
            raise Fault(f"the file does not give back what was said: {taken_up.set_apart}")


def walk_at_prompts(ground: Ground, trace: Trace, seed: int) -> PromptWalk:
    """Hold a trace at the prompts, in a language that the seed draws."""
    dice = Random(seed)
    walk = PromptWalk(ground, dice.choice(LANGUAGES))

    def lines() -> Iterator[str]:
        for step in trace:
            yield from _said(walk, step)
            if dice.random() < STRAYING:
                walk.odd = True
                yield dice.choice((*COMMANDS * 3, *ODD, *PASTED))

    return held(walk, lines())


def held(walk: PromptWalk, lines: Iterator[str]) -> PromptWalk:
    """Play lines; a fault carries the walk on which it was met."""
    try:
        walk.play(lines)
    except Fault as fault:
        fault.walk = walk
        raise
    return walk


def _said(walk: PromptWalk, step: Step) -> Iterator[str]:
    now = walk.held.consultation
    question = walk.held._next()
    match step.do:
        case "undo" | "withdraw":
            yield "r"
        case _ if question is None:  # details are offered by number, or nothing is left to ask
            yield "1" if now.left.details and not now.clashes else "c"
        case "answer" | "change" if question is not None:
            yield from _answer(step, now, question)
        case "unknown" | "cannot_list":
            yield "?"
        case "skip":
            yield "s"
        case "members" if question is not None and question.kind.entity:
            yield from _members(step)
        case "details":
            yield "p"
        case "choose":
            yield "c"
        case "seats":
            yield "d"
        case "date":
            yield from ("l", ground(Random(step.pick)).as_of.isoformat(), str(1 + step.more % 3))


def _answer(step: Step, now: Consultation, question: Question) -> Iterator[str]:
    group = now.agenda.together(question)
    if question.kind.entity:
        yield from _members(step)
    elif len(group) > 1:
        yield from _lines(step, now, group)
    else:
        yield typed(step.of(values(now, question.fact)))


def _lines(step: Step, now: Consultation, group: Sequence[Question]) -> Iterator[str]:
    """Say something of some lines of a checklist, or of all of them; then what that leaves to choose from."""
    count = len(group)
    said = [f"{number}{('', 'n', '?')[(step.pick + number) % 3]}" for number in range(1, 1 + step.more % count)]
    rest = ("aucune", "?", "none")[step.pick % 3]
    line = " ".join(said if said and step.pick % 2 else [*said, rest])
    yield line
    for number, yes in sorted(read_lines(line, count).items()):
        if with_line(now, group[number - 1].key, NO_REMARK, yes=yes) is None:
            yield typed(step.of(values(now, group[number - 1].fact)))


def _members(step: Step) -> Iterator[str]:
    for epci in members(step.pick, step.more):
        yield epci.siren
    if step.more % 3 == 0:
        yield f"{from_elsewhere(step)} ; commune ; {1 + step.pick}"
    yield ""
