"""What the question screen shows without a question: words, and what one may do; each choice names its action."""

from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content

from petr_advisor.consulting.weighing import LIVE
from petr_advisor.explaining.left_words import changed
from petr_advisor.explaining.progress_words import with_never_put
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.session import Session
from petr_advisor.tui.widgets.controls import Choices
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import screen_voice


class Pause(NamedTuple):
    """Words in place of a question."""

    title: str
    help: str = ""
    choices: Choices = ()


@dataclass(frozen=True)
class Pauses:
    """The pauses in one language."""

    language: Language

    def waiting(self) -> Pause:
        """Say that the first question is being looked for."""
        return Pause(self._say("question.wait"))

    def done(self) -> Pause:
        """Say that nothing is left to ask."""
        return Pause(self._say("question.done"), self._say("question.done-help"))

    def details(self, evaluation: Evaluation) -> Pause:
        """Offer details once the statuses are settled: one group, all of them, or none.

        What can still change the proposal and was never put comes first; what nobody knew, after what can be said.
        """
        found = evaluation.details
        choices = [
            (f"want('{detail}')", self._say("details.one", count=count, what=told(f"detail.{detail}")))
            for detail, count in found.items()
        ]
        if len(found) > 1:
            choices.append(("want('all')", self._say("details.all", count=sum(found.values()))))
        if to_check := evaluation.left.to_check:
            left, what = evaluation.left, changed(proposed=evaluation.left.proposes())
            said = self._say(left.either("details.find-out", "details.find-out-ways"), count=to_check, what=what)
            choices.insert(0 if left.never_put else len(choices), ("app.find_out", said))
        choices.append(("app.conclusions", self._say("details.stop")))
        title = with_never_put(settled(evaluation), evaluation.left)
        return Pause(title.in_(self.language), self._say("details.help"), self._choices(choices))

    def failed(self, session: Session) -> Pause:
        """Say that the case could not be computed, and offer every way on."""
        why = session.fault.told(self.language) if session.fault else ""
        said = bool(session.consultation.events)
        keys = [*(("app.undo", "app.answers") if said else ()), "again", "app.home"]
        choices = [(key, self._say(f"failed.{key.removeprefix('app.')}")) for key in keys]
        return Pause(self._say("failed.title"), f"{self._say('failed.kept')}\n{why}", self._choices(choices))

    def _say(self, key: str, **values: object) -> str:
        return screen_voice(self.language).phrase(key, **values)

    @staticmethod
    def _choices(choices: list[tuple[str, str]]) -> Choices:
        return [(action, Content(words)) for action, words in choices]


def at_the_end(session: Session, evaluation: Evaluation, left: int) -> Text | None:
    """Say over the conclusions what going back to them took back, then what is left of the questions."""
    found = [said for said in (session.went, _left_at_the_end(session, evaluation, left)) if said]
    return Text(fr="\n".join(said.fr for said in found), en="\n".join(said.en for said in found)) if found else None


def _left_at_the_end(session: Session, evaluation: Evaluation, left: int) -> Text | None:
    """Say how many questions fell with the last answer, then how many details are left, if any."""
    known = told("details.left", count=left, known=settled(evaluation)) if left else None
    if not session.others_settled:
        return known
    others = told("progress.fewer", count=session.others_settled)
    return told("details.and-left", others=others, left=known) if known else told("details.others", others=others)


def settled(evaluation: Evaluation) -> Text:
    """Say what is known once no question can change a status: not more than the options say themselves.

    Nothing is « known » that what is to be checked can still change.
    """
    statuses = [route.status for outcome in evaluation.outcomes for route in outcome.routes]
    left, what = evaluation.left, changed(proposed=evaluation.left.proposes())
    open_points, to_check = statuses.count("undetermined"), left.to_check
    answered = any(line.state != "to_settle" for line in evaluation.consultation.course.lines)
    answered = answered and not LIVE.isdisjoint(statuses)
    if open_points and not answered:
        key = "details.to-check-first" if to_check else "details.unknown"
        return told(key, count=to_check or open_points, open=open_points, what=what)
    if to_check:
        return told(left.either("details.to-check", "details.to-check-ways"), count=to_check, what=what)
    return told("details.known-but", count=open_points) if open_points else told("details.known")
