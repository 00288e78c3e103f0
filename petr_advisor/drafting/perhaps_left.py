"""Who withdraws may have left when an act is done, or be a member yet: what the draft says of it in the margin."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from petr_advisor.drafting.filling import Filling
from petr_advisor.drafting.leavers import Moment, unsettled
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.templates import Passage
from petr_advisor.territory.measures import MEASURED


@dataclass(frozen=True)
class PerhapsLeft:
    """Tells the words of an act that turn on the day on which a withdrawal takes effect."""

    filling: Filling
    last: date
    """The last day on which the plan has the act done."""

    @cached_property
    def _turned(self) -> Filling | None:
        """What would fill the act in with those that withdraw counted otherwise, while nobody knows from when."""
        filling, moment = self.filling, Moment(self.filling.day, self.filling.key)
        names = unsettled(filling.case, filling.plan, moment, max(self.last, filling.day))
        return replace(filling, turned=names, lacking={}) if names else None

    @property
    def is_own(self) -> bool:
        """Tell whether the draft is made for one that withdraws."""
        return self._turned is not None and self.filling.member in self._turned.turned

    @property
    def _is_of_parties(self) -> bool:
        """Tell whether those that have left vote the act all the same, as parties of what it approves."""
        procedure = procedure_of(self.filling.key)
        return any(procedure in each.leavers_too for each in self.filling.case.base.templates.values())

    def turns(self, passage: Passage) -> bool:
        """Tell whether a passage would not be the same with those that withdraw counted otherwise."""
        turned, filling = self._turned, self.filling
        if turned is None or passage.staying:
            return False
        if passage.text is not None and filling.text(passage.text) != turned.text(passage.text):
            return True
        return any(filling.column(name) != turned.column(name) for name in passage.columns)

    def said(self) -> str:
        """Say what becomes of the count on the other hypothesis than that of the draft."""
        filling, turned = self.filling, self._turned
        assert turned is not None  # noqa: S101 - asked of what turns on it only
        key = "draft.if-not-left" if turned.turned.isdisjoint(filling.members) else "draft.if-left"
        if self._is_of_parties:
            key = "draft.if-left-party" if key == "draft.if-left" else "draft.if-not-left-party"
        left = (entity_name(filling.case, MEASURED, each) for each in filling.listed if each in turned.turned)
        names = [filling.voting.spelt(each) for each in left if each is not None]
        return filling.voice.phrase(key, names=names)
