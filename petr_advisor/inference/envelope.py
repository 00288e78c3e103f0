"""The envelope in which durable_rules was found to be safe, and how a program is cut to fit in it."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from petr_advisor.inference.program import MAX_BODY, Clause, Program, Token

if TYPE_CHECKING:
    from petr_advisor.words.texts import Text

MAX_TOKENS = 380
"""Distinct tokens of a rule set: with 512 it loops for ever."""

MAX_USES = 50
"""Clauses of a rule set that use one token: one fact may match 64 rules at most."""

MAX_JOINED = 4
"""Tokens that a rule joins: from 5 on, retracting one of them now and then crashes the process."""

MAX_TOKEN_LENGTH = 200
"""Longest token; facts are compared by their text."""


def partition(program: Program) -> tuple[tuple[int, ...], ...]:
    """Cut a program into lists of clause indices, each inside the envelope."""
    parts: list[tuple[int, ...]] = []
    part: list[int] = []
    uses: dict[Token, int] = {}
    for index, clause in enumerate(program.clauses):
        crowded = any(uses.get(token, 0) >= MAX_USES for token in clause.body)
        if part and (crowded or len(uses) + sum(token not in uses for token in {*clause.body}) > MAX_TOKENS):
            parts.append(tuple(part))
            part, uses = [], {}
        part.append(index)
        for token in clause.body:
            uses[token] = uses.get(token, 0) + 1
    if part:
        parts.append(tuple(part))
    return tuple(parts)


def narrowed(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Give clauses that join few tokens: what a clause joins beyond them is concluded by others, put after all."""
    narrow, links = list(clauses), 0
    for index, clause in enumerate(clauses):
        body = clause.body
        while len(body) > MAX_JOINED:
            link, links = f"joined{links}", links + 1
            narrow.append(Clause(link, body[:MAX_JOINED]))
            body = (link, *body[MAX_JOINED:])
        narrow[index] = Clause(clause.head, body)
    return tuple(narrow)


def outside(program: Program) -> "Iterator[tuple[Token, Text]]":
    """Give what lies outside the envelope: a token, and what is wrong with it."""
    from petr_advisor.words.speech import told  # noqa: PLC0415 - the process of durable_rules says nothing to a person

    for clause in program.clauses:
        if len(clause.body) > MAX_BODY:
            yield clause.head, told("check.envelope.body", n=len(clause.body), most=MAX_BODY)
    for token in dict.fromkeys(token for clause in program.clauses for token in (clause.head, *clause.body)):
        if len(token) > MAX_TOKEN_LENGTH:
            yield token, told("check.envelope.token", n=len(token), most=MAX_TOKEN_LENGTH)
        if not token.isascii():
            yield token, told("check.envelope.ascii")
    for part in partition(program):
        uses = Counter(token for index in part for token in program.clauses[index].body)
        if len(uses) > MAX_TOKENS:
            yield program.clauses[part[0]].head, told("check.envelope.names", n=len(uses), most=MAX_TOKENS)
        for token, number in uses.items():
            if number > MAX_USES:
                yield token, told("check.envelope.uses", n=number, most=MAX_USES)
