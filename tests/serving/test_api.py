"""The HTTP interface, asked by a client: forms, refusals in words, limits, dossiers with one writer."""

from time import monotonic
from typing import Any

import pytest
from fastapi.testclient import TestClient

from petr_advisor.documents.writing import SUFFIXES
from petr_advisor.dossiers import begin_as, names, resume, take_up
from petr_advisor.serving import answering
from petr_advisor.serving.answering import Here
from petr_advisor.serving.api.app import CASES, MEDIA, NAMED, application
from petr_advisor.serving.api.guard import BODY_PATIENCE, Guard
from petr_advisor.serving.asked import CaseForm

OWN = "http://localhost"
ASSOCIATION = {"fact": "structure.legal_form", "value": "association"}
EVOLUTION = {"as_of": "2026-11-24", "key_questions": ["evolution"]}


@pytest.fixture
def client(here: Here) -> TestClient:
    return TestClient(Guard(application(here)), OWN, raise_server_exceptions=True)


def refusal(response: Any) -> dict[str, Any]:
    """Give what a refusal says, in words of both languages and without the entrails of the program."""
    error: dict[str, Any] = response.json()["error"]
    assert error["fr"]
    assert error["fr"] != error["en"]
    assert "Traceback" not in response.text
    return error


def test_a_consultation_held_over_http(client: TestClient) -> None:
    """Start, answer, ask on, conclude, explain: the case goes to and fro."""
    case = client.post("/v1/next-question", json={"case": EVOLUTION}).json()["case"]
    asked = []
    for _ in range(3):
        reply = client.post("/v1/next-question", json={"case": case, "lang": "en"}).json()
        question = reply["next_question"]
        asked.append(question["fact"])
        answer = {"fact": question["fact"], "of": question["of"], "value": "unknown"}
        case = client.post("/v1/next-question", json={"case": case, "answers": [answer]}).json()["case"]
    assert len(set(asked)) == 3
    found = client.post("/v1/conclude", json={"case": case, "answers": [ASSOCIATION]}).json()
    told = {option["id"]: option["status"] for option in found["questions"][0]["routes"]}
    assert told["l5741-4"] == "closed"
    why = client.post("/v1/why-not", json={"case": found["case"], "option": "l5741-4", "lang": "en"}).json()
    assert "closed" in why["text"].splitlines()[0]


def test_every_operation_is_described(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    paths = {f"/v1/{name}" for name in CASES} | {path for path, _, _ in NAMED.values()}
    assert paths | {"/v1/report", "/v1/dossiers"} == described["paths"].keys()
    assert {name for name in answering.ALL if name not in {*CASES, *NAMED, "report", "dossiers"}} == set()
    for path, methods in described["paths"].items():
        for method in methods.values():
            assert method["summary"], path


def test_a_document_in_each_format(client: TestClient) -> None:
    assert set(MEDIA) == set(SUFFIXES)
    for suffix in (".md", ".json", ".docx"):
        asked = {"case": EVOLUTION, "answers": [ASSOCIATION], "format": suffix[1:]}
        found = client.post("/v1/report", json=asked)
        assert found.status_code == 200
        assert found.headers["content-type"].startswith(MEDIA[suffix].partition(";")[0])
        assert f'filename="note{suffix}"' in found.headers["content-disposition"]
        assert len(found.content) > 500


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/v1/conclude", {"casse": {}}, 422),
        ("/v1/conclude", {"case": {"as_of": "hier"}}, 422),
        ("/v1/conclude", {"answers": [{"fact": "structure.legal_form"}]}, 422),
        ("/v1/conclude", {"answers": [{"fact": "x" * 300, "value": 1}]}, 422),
        ("/v1/conclude", {"answers": [{"fact": "structure.legal_form", "value": {"a": 1}}]}, 422),
        ("/v1/conclude", {"answers": [{"fact": "structure.nothing", "value": "yes"}]}, 422),
        ("/v1/conclude", {"case": {"events": [{"answer": 3}]}}, 422),
        ("/v1/conclude", [1, 2], 422),
        ("/v1/why-not", {"option": "nothing"}, 422),
        ("/v1/report", {"format": "exe"}, 422),
        ("/v1/report", {"format": "../../etc"}, 422),
        ("/v1/search-law", {"words": "", "most": 1}, 422),
        ("/v1/search-law", {"words": "x", "most": 10_000}, 422),
        ("/v1/nothing", {}, 404),
        ("/v1/dossiers/say", {"dossier": "nowhere"}, 422),
        ("/v1/dossiers/begin", {"dossier": "///"}, 422),
    ],
)
def test_what_is_wrong_is_said_in_words(client: TestClient, path: str, body: Any, status: int) -> None:
    found = client.post(path, json=body)
    assert found.status_code == status
    refusal(found)


def test_bytes_that_are_no_json(client: TestClient) -> None:
    for content in (b"", b"{", b"\xff\xfe", b"[" * 100_000):
        found = client.post("/v1/conclude", content=content, headers={"content-type": "application/json"})
        assert found.status_code in {400, 422}
        refusal(found)


def test_a_fault_of_the_program_is_told_without_a_traceback(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: Any) -> None:
        raise RuntimeError("secret entrails")

    monkeypatch.setitem(answering.ALL, "conclude", failing)
    found = client.post("/v1/conclude", json={})
    assert found.status_code == 500
    assert "secret" not in found.text
    assert refusal(found)["code"] == "fault"


def test_who_may_ask(here: Here) -> None:
    """A page of another site, a borrowed name and a wrong token are refused before anything is read."""
    app = application(here)
    own = TestClient(Guard(app), OWN)
    assert own.post("/v1/search-law", json={"words": "x"}, headers={"origin": "http://evil.example"}).status_code == 403
    assert own.post("/v1/search-law", json={"words": "x"}, headers={"origin": OWN}).status_code == 200
    assert TestClient(Guard(app), "http://evil.example").get("/v1/dossiers").status_code == 403
    abroad = TestClient(Guard(app, "a-token-nobody-guesses", loopback=False), "http://dossiers.example")
    for header in ({}, {"authorization": "Bearer a-token"}, {"authorization": "a-token-nobody-guesses"}):
        assert refusal(abroad.get("/v1/dossiers", headers=header))["code"] == "forbidden"
    known = {"authorization": "Bearer a-token-nobody-guesses"}
    assert abroad.get("/v1/dossiers", headers=known).status_code == 200


def test_a_request_too_large_is_refused(here: Here) -> None:
    """By what it says of itself, or while it comes where it says nothing; at once, when nothing more is to come."""
    client = TestClient(Guard(application(here), max_body=1000), OWN)
    began = monotonic()
    whole = client.post("/v1/conclude", content=b"x" * 2000)
    parts = client.post("/v1/conclude", content=iter([b"x" * 600, b"x" * 600]))
    for found in (whole, parts):
        assert found.status_code == 413
        assert refusal(found)["code"] == "too-large"
    assert monotonic() - began < BODY_PATIENCE / 2


# -- dossiers ------------------------------------------------------------------------------------------------------


def test_a_dossier_is_kept_at_each_answer(client: TestClient, here: Here) -> None:
    begun = client.post("/v1/dossiers/begin", json={"dossier": "Pays d’Été", "case": EVOLUTION})
    assert begun.status_code == 200
    client.post("/v1/dossiers/say", json={"dossier": "Pays d’Été", "answers": [ASSOCIATION]})
    kept = resume("Pays d’Été", here.desk.base, here.desk.engine)
    assert kept.name == "Pays d’Été"
    assert kept.consultation.state.answers["structure.legal_form", None].value == "association"
    assert client.get("/v1/dossiers").json() == {"dossiers": ["pays-d-ete"]}
    read = client.post("/v1/course", json={"dossier": "Pays d’Été"})
    assert read.json()["case"]["events"]
    client.post("/v1/dossiers/undo", json={"dossier": "Pays d’Été"})
    assert resume("Pays d’Été", here.desk.base, here.desk.engine).consultation.events == ()


def test_a_dossier_has_one_writer(client: TestClient, here: Here) -> None:
    """While it is open elsewhere it is read, and not written."""
    client.post("/v1/dossiers/begin", json={"dossier": "held"})
    held, _ = take_up("held", here.desk.base, here.desk.engine)
    try:
        found = client.post("/v1/dossiers/say", json={"dossier": "held", "answers": [ASSOCIATION]})
        assert found.status_code == 423
        assert refusal(found)["code"] == "held-elsewhere"
        assert client.post("/v1/course", json={"dossier": "held"}).status_code == 200
    finally:
        held.release()
    assert client.post("/v1/dossiers/say", json={"dossier": "held", "answers": [ASSOCIATION]}).status_code == 200


def test_a_name_that_is_taken_is_left_as_it_is(client: TestClient, here: Here) -> None:
    begin_as("taken").keep(here.desk.case(CaseForm()).consultation)
    refused = client.post("/v1/dossiers/begin", json={"dossier": "taken"})
    assert refused.status_code == 422
    refusal(refused)


def test_no_name_leads_out_of_the_folder(client: TestClient, home: Any) -> None:
    for name in ("../../outside", "/etc/passwd", "..", "a/b", "C:\\x"):
        client.post("/v1/dossiers/begin", json={"dossier": name})
    written = {path for path in home.rglob("*") if path.is_file() and "cache" not in path.parts}
    assert {path.parent for path in written} <= {home, home / "open"}
    assert names()
