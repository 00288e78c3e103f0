"""The doors as they are opened: real processes, asked by real clients."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from petr_advisor.serving.answering import Apart
from petr_advisor.serving.asked import AnswerForm, CaseForm, Request
from petr_advisor.serving.refusals import RefusedError

pytestmark = pytest.mark.xdist_group("serving-processes")
ASSOCIATION = {"fact": "structure.legal_form", "value": "association"}
COMMAND = (sys.executable, "-m", "petr_advisor")


@contextmanager
def listening(*arguments: str) -> Iterator[str]:
    """Run a server on any free port, give its address, and stop it as a person does."""
    process = subprocess.Popen(  # noqa: S603 - the program itself
        [*COMMAND, *arguments, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        told = process.stdout.readline()
        yield next(word for word in told.split() if word.startswith("http://"))
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert "Traceback" not in said


def test_the_http_interface_listens_and_answers() -> None:
    with listening("api", "--engine", "native") as address, httpx.Client(base_url=address, timeout=120) as client:
        begun = client.post("/v1/dossiers/begin", json={"dossier": "x", "answers": [ASSOCIATION]})
        assert begun.json()["next_question"]["fact"]
        concluded = client.post("/v1/conclude", json={"dossier": "x", "lang": "en"}).json()
        assert {option["status"] for option in concluded["questions"][0]["routes"]} >= {"closed", "unknown"}
        huge = client.post("/v1/conclude", content=b"x" * 50_000_000)
        assert huge.status_code == 413
        assert huge.json()["error"]["fr"].startswith("demande trop grande")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--host", "0.0.0.0"),  # noqa: S104 - to be refused
        ("--host", "0.0.0.0", "--beyond-loopback"),  # noqa: S104 - as above
        ("--host", "0.0.0.0", "--token-file", "/nowhere"),  # noqa: S104 - as above
    ],
)
def test_other_machines_are_let_in_by_a_flag_and_a_token_only(arguments: tuple[str, ...]) -> None:
    found = subprocess.run(  # noqa: S603 - the program itself
        [*COMMAND, "api", *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert found.returncode == 2
    assert found.stdout == ""
    assert "Traceback" not in found.stderr


async def test_an_assistant_holds_a_consultation() -> None:
    """A real client on standard input and output: what it fills in is supposed, what it leaves out stays unknown."""
    server = StdioServerParameters(
        command=COMMAND[0], args=[*COMMAND[1:], "mcp", "--engine", "native", "--lang", "en"], env={**os.environ}
    )
    async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as session:
        begun = await session.initialize()
        assert "missing fact is no" in (begun.instructions or "")
        named = {tool.name for tool in (await session.list_tools()).tools}
        assert named == {"next_question", "conclude", "why", "why_not", "what_if", "plan", "search_law"}

        async def told(name: str, **arguments: Any) -> Any:
            found = await session.call_tool(name, {"lang": "en", **arguments})
            assert not found.is_error, found.content
            return json.loads(found.content[0].text)  # type: ignore[union-attr]

        case = {"as_of": "2026-11-24", "key_questions": ["evolution"]}
        fact = {**ASSOCIATION, "sentence": "We are an association, we think."}
        asked = await told("next_question", case=case, facts=[fact])
        assert asked["case"]["events"][0]["supposed"] is True
        assert asked["case"]["events"][0]["source"] == "We are an association, we think."
        found = await told("conclude", case=asked["case"])
        statuses = {option["id"]: option["status"] for option in found["options"]["evolution"]}
        assert statuses["l5741-4"] == "closed"
        assert statuses["creation"] == "unknown"
        assert [each["fact"] for each in found["supposed"]] == ["structure.legal_form"]
        assert all(norm["place"] and norm["sure"] for norm in found["norms"].values())
        assert "closed" in (await told("why_not", case=found["case"], option="l5741-4"))["text"]
        assert (await told("why", case=found["case"]))["text"]
        other = await told("what_if", case=found["case"], supposing=[{**fact, "value": "petr"}])
        assert other["case"] == found["case"]
        assert any(option["id"] == "keep-association" for option in other["options"])
        assert (await told("plan", case=case))["why_none"]
        assert (await told("search_law", words="L. 5741-1"))["found"]

        bare = await session.call_tool("conclude", {"facts": [ASSOCIATION]})
        assert bare.is_error  # a fact without the person's sentence is not taken
        wrong = await session.call_tool("why_not", {"option": "nothing", "lang": "fr"})
        assert wrong.is_error
        assert "aucune voie" in wrong.content[0].text  # type: ignore[union-attr]


def test_an_answer_that_takes_too_long_is_given_up_and_the_next_is_given() -> None:
    """The process is stopped with what it was doing; a new one answers."""
    hurried = Apart(None, "native", patience=0.01)
    try:
        with pytest.raises(RefusedError) as refused:
            hurried.answer("conclude", Request())
        assert refused.value.refusal.code == "too-long"
        hurried._patience = 120.0
        request = Request(case=CaseForm(key_questions=("evolution",)), answers=(AnswerForm(**ASSOCIATION),))
        assert hurried.answer("next-question", request).next_question
    finally:
        hurried.close()


def test_a_process_that_dies_is_replaced() -> None:
    held = Apart(None, "native", patience=120.0)
    try:
        held.answer("dossiers", Request())
        os.kill(held._process.pid, signal.SIGKILL)
        held._process.join()
        assert held.answer("dossiers", Request()).dossiers == ()
    finally:
        held.close()
