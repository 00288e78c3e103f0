"""The tools of an assistant, over the Model Context Protocol on standard input and output.

An assistant answers with this law rather than from memory: it hands in a case and gets it back with what follows. What
it fills in itself is marked supposed, with the person's sentence as its source; what nobody said stays unknown.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

import anyio
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel, Field

from petr_advisor import __version__
from petr_advisor.serving import asked
from petr_advisor.serving.answering import Answerer
from petr_advisor.serving.asked import CaseForm, MemberForm, MembersForm, SupposedForm
from petr_advisor.serving.briefly import in_brief
from petr_advisor.serving.refusals import RefusedError
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

CASE = (
    "The case that the last reply gave back, unchanged. To begin one: none, or {as_of, key_questions} for a date of law"
    " or for some key questions only (search_law names them)."
)
Case = Annotated[
    CaseForm | None,
    Field(description=CASE),
]
Facts = Annotated[
    tuple[SupposedForm, ...],
    Field(description="Facts the person has just told, each with their own sentence. Never what they did not say."),
]
Members = Annotated[
    tuple[MemberForm, ...] | None,
    Field(description="The members of the structure, by SIREN where known, in the place of those there are."),
]
MembersSentence = Annotated[str, Field(description="The person's sentence that names the members.")]
Lang = Annotated[Literal["fr", "en"], Field(description="The language of every text.")]
OptionId = Annotated[str, Field(description="The identifier of an option, as conclude or search_law gives it.")]


class Said(BaseModel):
    """What a tool is handed: the case and what the person said besides."""

    case: CaseForm | None = None
    facts: Sequence[SupposedForm] = ()
    members: Sequence[MemberForm] | None = None
    members_sentence: str = ""
    lang: Language = "fr"

    def fields(self) -> dict[str, Any]:
        """Give the fields of a request."""
        found: dict[str, Any] = {
            "case": self.case or CaseForm(),
            "answers": tuple(map(_supposed, self.facts)),
            "lang": self.lang,
        }
        if self.members is not None:
            found["members"] = MembersForm(members=tuple(self.members), source=self.members_sentence, supposed=True)
        return found


class Tools:
    """The tools, over an answerer."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    async def next_question(
        self, case: Case = None, facts: Facts = (), members: Members = None, members_sentence: MembersSentence = "",
        lang: Lang = "fr",
    ) -> str:  # fmt: skip
        """Take what the person said, and tell which question to ask them next, with the values it may have.

        Ask it in the person's language, then call again with the case given back and the answer as a fact. Where it
        has `together`, put all its lines at once (« which of these are yours? ») and hand in one fact for each line
        the person spoke of; never take for no what they did not say is not so.
        `decisive_left` says how many answers can still change what is proposed.
        """
        said = Said(case=case, facts=facts, members=members, members_sentence=members_sentence, lang=lang)
        return await self._told("next-question", asked.Request(**said.fields()))

    async def conclude(
        self, case: Case = None, facts: Facts = (), members: Members = None, members_sentence: MembersSentence = "",
        lang: Lang = "fr",
    ) -> str:  # fmt: skip
        """Tell what follows from a case: the course proposed, each option with its status, obligations, norms cited.

        `unknown` and `disputed` are statuses: never report them as a yes or a no. Each norm comes with the wording
        applied and how sure it is; facts under `supposed` were filled in by you: the person is to confirm them.
        """
        said = Said(case=case, facts=facts, members=members, members_sentence=members_sentence, lang=lang)
        return await self._told("conclude", asked.Request(**said.fields()))

    async def why(self, case: Case = None, fact: str | None = None, of: str | None = None, lang: Lang = "fr") -> str:
        """Tell why a question is asked (the next one when no fact is given): what its answer can change."""
        return await self._told("why", asked.WhyRequest(fact=fact, of=of, **Said(case=case, lang=lang).fields()))

    async def why_not(self, option: OptionId, case: Case = None, lang: Lang = "fr") -> str:
        """Tell why an option is not open: conditions not met or not known, the answers behind them, what mends them."""
        return await self._told("why-not", asked.WhyNotRequest(option=option, **Said(case=case, lang=lang).fields()))

    async def what_if(
        self,
        supposing: Annotated[tuple[SupposedForm, ...], Field(description="The answers to suppose, with why.")],
        case: Case = None,
        lang: Lang = "fr",
    ) -> str:
        """Tell what would change if some answers were others. The case is given back as it was."""
        fields = {**Said(case=case, lang=lang).fields(), "supposing": tuple(map(_supposed, supposing))}
        return await self._told("what-if", asked.WhatIfRequest(**fields))

    async def plan(
        self, case: Case = None, option: OptionId | None = None, start: date | None = None, effect: date | None = None,
        lang: Lang = "fr",
    ) -> str:  # fmt: skip
        """Tell who does what, at the earliest and at the latest, and which legal dates are in danger."""
        fields = {**Said(case=case, lang=lang).fields(), "option": option, "start": start, "effect": effect}
        return await self._told("plan", asked.PlanRequest(**fields))

    async def search_law(self, words: str, as_of: date | None = None, most: int = 10, lang: Lang = "fr") -> str:
        """Find norms, options, unsettled points and questions by words, an article or an identifier."""
        return await self._told("search-law", asked.SearchRequest(words=words, as_of=as_of, most=most, lang=lang))

    async def _told(self, operation: str, request: Any) -> str:
        try:
            found = await anyio.to_thread.run_sync(self.answerer.answer, operation, request)
        except RefusedError as error:
            raise ToolError({"fr": error.refusal.fr, "en": error.refusal.en}[request.lang]) from None
        if operation == "conclude":
            return json.dumps(in_brief(found), ensure_ascii=False, separators=(",", ":"))
        shown = {"plan"} if operation == "plan" else {"tree"}  # the text says the same in fewer words
        return str(found.model_dump_json(exclude=shown))


NAMES = ("next_question", "conclude", "why", "why_not", "what_if", "plan", "search_law")
"""The tools, by name."""


def server(answerer: Answerer, language: Language) -> MCPServer[Any]:
    """Make the server; `run()` answers on standard input and output until it is closed."""
    instructions = screen_voice(language).phrase("serving.assistant")
    found: MCPServer[Any] = MCPServer("petr-advisor", instructions=instructions, version=__version__, log_level="ERROR")
    tools = Tools(answerer)
    for name in NAMES:
        found.tool(structured_output=False)(getattr(tools, name))
    return found


def _supposed(found: SupposedForm) -> asked.AnswerForm:
    return asked.AnswerForm(fact=found.fact, of=found.of, value=found.value, source=found.sentence, supposed=True)
