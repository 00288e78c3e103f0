"""What every page is written with: the texts of the rule base in one language, links, conditions in words."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from petr_advisor.documents.addresses import PageKind
from petr_advisor.documents.places import place_name
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition
from petr_advisor.knowledge.law import Norm
from petr_advisor.site.condition_words import Clause, say_condition
from petr_advisor.site.graph import Graph, Ref, chosen_option, page_of_fact
from petr_advisor.site.model import Block, Bullets, Item, Line, Paragraph, Run, Section, bullets, words
from petr_advisor.words.speech import verbatim
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital, set_type
from petr_advisor.words.voice import Voice

SHORT = 150
"""How long the name of a norm may be."""
SHOWN = 12
"""How many links a list shows at first."""
_WORD_END = re.compile(r"[\s,;:(—]+\S*$")


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

    def french(self, text: str, *, style: str = "") -> Run:
        """Give words that are French in both languages (acts, paragraphs)."""
        found = set_type(text, "fr")
        return Run(found, style="note" if style else "", lang=self.foreign("fr"))

    # what a thing is called

    def title(self, ref: Ref) -> str:
        """Name a page, or a place in it."""
        found = self._titles.get(ref)
        if found is None:
            found = self._titles[ref] = self._title(ref)
        return found

    def _title(self, ref: Ref) -> str:
        base, key = self.base, ref.key
        if ref.part:
            return self._part(ref)
        match ref.kind:
            case "norm":
                return self._norm(base.norms[key])
            case "rule":
                return self._rule(key)
            case "scenario":
                return self._scenario(key)
            case "conflict":
                return self.short(self.name(base.conflicts[key].message))
            case "group":
                return self.phrase("group-title", name=key)
            case "table":
                return self.phrase("table-title", question=self.say(base.key_questions[base.tables[key].answers].title))
        return self.name(self._titles_of[ref.kind](key))

    @cached_property
    def _titles_of(self) -> Mapping[PageKind, Callable[[str], Text]]:
        base = self.base
        return {
            "option": lambda key: base.options[key].title,
            "cure": lambda key: base.cures[key].title,
            "question": lambda key: base.key_questions[key].title,
            "source": lambda key: base.sources[key].title,
            "disputed": lambda key: base.disputed[key].question,
            "fact": lambda key: base.facts[key].label,
            "actor": lambda key: base.actors[key].label,
            "majority": lambda key: base.majorities[key].label,
        }

    def _scenario(self, key: str) -> str:
        """Name a case; a variant after the case that it varies."""
        case = self.graph.cases[key]
        own = self.name(case.scenario.title)
        first = case.siblings[0]
        return own if key == first else f"{self.title(Ref('scenario', first))} — {own}"

    def _norm(self, norm: Norm) -> str:
        place = place_name(self.base, norm.sources[0], self) if norm.sources else ""
        return self.short(f"{place} — {self.say(norm.statement)}" if place else self.say(norm.statement))

    def _rule(self, key: str) -> str:
        rule = self.base.rules[key]
        if rule.to is None or rule.duty is None:
            return self.name(rule.title or verbatim(key))
        who = f"{self.say(self.base.actors[rule.who].label)}, " if rule.who and rule.duty != "warning" else ""
        return f"{capital(self.duty(rule.duty))}{self.colon}{who}{self.say(rule.to)}"

    def _part(self, ref: Ref) -> str:
        match ref.part:
            case "requires":
                owner = self.base.options[ref.key] if ref.kind == "option" else self.base.requirement_groups[ref.key]
                text = owner.requires[ref.name].title
            case "merit":
                text = self.base.options[ref.key].merits[ref.name].text
            case "step":
                text = self.base.options[ref.key].steps[int(ref.name) - 1].does
            case "row":
                text = self.base.tables[ref.key].rows[ref.name].title
            case _:
                text = self.base.disputed[ref.key].readings[ref.name].statement
        return f"{self.title(ref.whole)} — {self.say(text)}"

    def short(self, text: str) -> str:
        """Cut a long text between two words."""
        return text if len(text) <= SHORT else f"{_WORD_END.sub('', text[:SHORT])}…"

    # links

    def link(self, ref: Ref, text: str | None = None) -> Run:
        """Give a link to a page, by its name unless another text is given."""
        return Run(self.title(ref) if text is None else text, to=ref.target)

    def item(self, ref: Ref, *, kind: bool = False) -> Item:
        """Give a link as an item of a list; with `kind`, after what it is."""
        before = (Run(f"{self.phrase(f'kind-{ref.part or ref.kind}')}{self.colon}", style="note"),) if kind else ()
        return Item((*before, self.link(ref)))

    def links(self, refs: Iterable[Ref], *, kind: bool = False, shown: int = SHOWN) -> tuple[Block, ...]:
        """Give links as a list."""
        return bullets((self.item(ref, kind=kind) for ref in refs), shown=shown)

    def norms(self, keys: Iterable[str], id_: str = "law", title: str = "law") -> Section:
        """Give norms as a section."""
        items = []
        for key in keys:
            norm = self.base.norms[key]
            sure = self.listed([self.period(norm.in_force), self.confidence(norm.confidence)])
            text = f" ({sure})"
            items.append(Item((self.link(Ref("norm", key)), Run(text, style="note"))))
        return Section(id_, self.phrase(title), bullets(items, shown=SHOWN))

    def outside(self, address: str | None) -> Run | None:
        """Give a link to a public address, named by its host; nothing that is not a web address."""
        if not address or not address.startswith(("https://", "http://")):
            return None
        return Run(urlsplit(address).hostname or address, address=address)

    # conditions

    def condition(self, condition: Condition | None) -> tuple[Block, ...]:
        """Give a condition as a list of sentences that link to the facts."""
        if condition is None:
            return ()
        clause = say_condition(self, self.base, condition)
        if clause.how == "fact":
            return (Bullets((self._clause(clause),)),)
        intro = Paragraph(words(self.phrase(f"clause-{clause.how}")), "note")
        return (intro, Bullets(tuple(map(self._clause, clause.parts)))) if clause.parts else ()

    def _clause(self, clause: Clause) -> Item:
        if clause.how == "fact":
            meant = chosen_option(clause.fact, clause.values[0]) if len(clause.values) == 1 else None
            value = Run(self.set(clause.value), to=meant.target if meant else "", style="strong")
            link = self.link(page_of_fact(self.base, clause.fact), capital(self.set(clause.name)))
            return Item((link, Run(self.colon), value))
        return Item(words(self.phrase(f"clause-{clause.how}")), tuple(map(self._clause, clause.parts)))

    def sureness(self, norm: Norm) -> str:
        """Say how sure a norm is."""
        read = [self.confidence(norm.confidence), self.reading(norm.reading)]
        read += [self.phrase("edition", year=norm.last_read)] if norm.last_read else []
        return capital(self.listed(read))

    def line(self, *runs: Run | str | None) -> Line:
        """Make a line of runs and texts."""
        return tuple(Run(run) if isinstance(run, str) else run for run in runs if run)
