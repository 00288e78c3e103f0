"""What every page is written with: the texts of the rule base in one language, links, conditions in words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from petr_advisor.documents.blocks import Callout, Item, Run, plain
from petr_advisor.documents.places import place_name
from petr_advisor.inference.atoms import parse_value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition
from petr_advisor.knowledge.law import Norm
from petr_advisor.knowledge.rules import Rule
from petr_advisor.site.condition_words import Clause, say_condition
from petr_advisor.site.graph import Case, Graph, Ref, chosen_option, page_of_fact
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital, no_capital
from petr_advisor.words.voice import Voice

SHORT = 150
"""How long the name of a norm may be."""
_WORD_END = re.compile(r"[\s,;:(—]+\S*$")
_NAMES = ("title", "question", "label", "message")
"""What names a thing of the rule base."""


@dataclass(frozen=True, kw_only=True)
class Scribe(Voice):
    """Writes in one language."""

    graph: Graph
    _titles: dict[Ref, str] = field(default_factory=dict)

    @property
    def base(self) -> KnowledgeBase:
        """The rule base."""
        return self.graph.base

    @property
    def colon(self) -> str:
        """The colon of the language."""
        return self.phrase("mark.colon")

    def name(self, text: Text) -> str:
        """Give a text of the rule base with a capital."""
        return capital(self.say(text))

    def short(self, text: str) -> str:
        """Cut a long text between two words."""
        return text if len(text) <= SHORT else f"{_WORD_END.sub('', text[:SHORT])}…"

    # what a thing is called

    def title(self, ref: Ref) -> str:
        """Name a page, or a place in it."""
        found = self._titles.get(ref)
        if found is None:
            found = self._titles[ref] = self._part(ref) if ref.part else self._title(ref)
        return found

    def _title(self, ref: Ref) -> str:
        thing = self.graph.things[ref.kind][ref.key]
        match ref.kind:
            case "norm":
                return self._norm(thing)
            case "rule":
                return self._rule(thing)
            case "scenario":
                return self._scenario(thing)
            case "group":
                titles = self.listed(no_capital(self.say(found.title)) for found in thing.requires.values())
                return self.short(self.phrase("group-title", conditions=titles))
            case "table":
                return self.phrase("table-title", question=self.base.key_questions[thing.answers].title)
            case "procedure":
                return self.name(self.base.title_of(ref.key))
            case "conflict":
                return self.short(self.name(thing.message))
        return self.name(next(getattr(thing, name) for name in _NAMES if hasattr(thing, name)))

    def _norm(self, norm: Norm) -> str:
        place = f"{self.place(norm)} — " if norm.sources else ""
        return self.short(f"{place}{self.say(norm.statement)}")

    def _rule(self, rule: Rule) -> str:
        if rule.to is None or rule.duty is None:
            return self.says(rule)
        who = f"{self.say(self.base.actors[rule.who].label)}, " if rule.who and rule.duty != "warning" else ""
        return f"{capital(self.duty(rule.duty))}{self.colon}{who}{self.say(rule.to)}"

    def _scenario(self, case: Case) -> str:
        """Name a case; a variant after the case that it varies."""
        own, first = self.name(case.scenario.title), case.siblings[0]
        return own if case.key == first else f"{self.title(Ref('scenario', first))} — {own}"

    def _part(self, ref: Ref) -> str:
        thing = self.graph.things[ref.kind][ref.key]
        match ref.part:
            case "requires":
                text = thing.requires[ref.name].title
            case "merit":
                text = thing.merits[ref.name].text
            case "act":
                text = thing.acts[ref.name].does
            case "row":
                text = thing.rows[ref.name].title
            case _:
                text = thing.readings[ref.name].statement
        if ref.kind == "group":
            return self.phrase("group-title", conditions=text)
        return f"{self.title(ref.whole)} — {self.say(text)}"

    def place(self, norm: Norm) -> str:
        """Name where a norm stands first."""
        return place_name(self.base, norm.sources[0], self)

    def says(self, rule: Rule) -> str:
        """Say what a rule asks for, or what it is about; what it concludes when nobody put that into words."""
        said = rule.to or rule.title
        if said is None:
            return self.short(capital(self.listed(self.base.all_facts[fact].label for fact in rule.then)))
        return self.name(said)

    # phrases that only the site says

    def sureness(self, norm: Norm) -> str:
        """Say how sure a norm is."""
        read = [*self.drawn(norm.confidence, norm.reading)]
        read += [self.phrase("edition", year=norm.last_read)] if norm.last_read else []
        return capital(self.listed(read))

    def notice(self, key: str, said: str, tone: Literal["notice", "warning"] = "notice") -> Callout:
        """Give something to notice."""
        return Callout(title=self.phrase(key), lines=(plain(said),), tone=tone)

    # links and lists

    def kind(self, ref: Ref) -> str:
        """Say what a page, or a place in it, is about."""
        return self.phrase(f"kind-{ref.part or ref.kind}")

    def link(self, ref: Ref, text: str | None = None) -> Run:
        """Give a link to a page, by its name unless another text is given."""
        return Run(text=self.title(ref) if text is None else text, to=ref.target)

    def item(self, ref: Ref, *, said: str = "", under: Iterable[Item] = ()) -> Item:
        """Give a link as an item of a list, with what is said of it."""
        return Item(line=(self.link(ref), *self._said(said)), children=tuple(under))

    def kinds(self, refs: Iterable[Ref]) -> tuple[Item, ...]:
        """Give links as items, each after what it leads to."""
        labels = ((Run(text=f"{self.kind(ref)}{self.colon}", style="note"), self.link(ref)) for ref in refs)
        return tuple(Item(line=line) for line in labels)

    def worth(self, fact: str, said: str) -> Item:
        """Give a fact with its value in words."""
        link = self.link(page_of_fact(self.base, fact), self.name(self.base.all_facts[fact].label))
        return Item(line=(link, *self._said(said)))

    def worths(self, made: Mapping[str, object]) -> tuple[Item, ...]:
        """Give facts with the values written for them in the rule base."""
        kinds = self.base.all_facts
        values = ((fact, self.value(kinds[fact], parse_value(kinds[fact], raw))) for fact, raw in made.items())
        return tuple(self.worth(fact, value) for fact, value in values)

    def _said(self, said: str) -> tuple[Run, ...]:
        return (Run(text=self.colon), Run(text=said, style="strong")) if said else ()

    def outside(self, address: str | None) -> Run | None:
        """Give a link to a public address, named by its host; nothing that is not a web address."""
        if not address or not address.startswith(("https://", "http://")):
            return None
        return Run(text=urlsplit(address).hostname or address, address=address)

    # conditions

    def condition(self, condition: Condition | None) -> Item | None:
        """Give a condition as an item over its sentences, which link to the facts; one alone is under no words."""
        if condition is None:
            return None
        found = self._clause(say_condition(self, self.base, condition))
        return found if found.children or not found.line[0].to else Item(line=(), children=(found,))

    def _clause(self, clause: Clause) -> Item:
        if clause.how != "fact":
            words = Run(text=self.phrase(f"clause-{clause.how}"))
            return Item(line=(words,), children=tuple(map(self._clause, clause.parts)))
        meant = chosen_option(clause.fact, clause.values[0]) if len(clause.values) == 1 else None
        value = Run(text=self.set(clause.value), to=meant.target if meant else None, style="strong")
        link = self.link(page_of_fact(self.base, clause.fact), capital(self.set(clause.name)))
        return Item(line=(link, Run(text=self.colon), value))
