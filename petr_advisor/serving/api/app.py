"""The addresses of the HTTP interface, each with the form of what it takes and gives."""

from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from petr_advisor import __version__
from petr_advisor.serving import asked, replies
from petr_advisor.serving.answering import Answerer
from petr_advisor.serving.api.guard import STATUS
from petr_advisor.serving.refusals import Refusal, RefusedError, saying

MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
}
"""What each format of a document is called on the web."""
MOST_WHERE = 20
"""How many places of a request that are not as they should be are named."""

CASES: dict[str, tuple[str, type, type]] = {
    "next-question": ("What to ask next", asked.Request, replies.NextReply),
    "course": ("What is proposed", asked.Request, replies.CourseReply),
    "outcomes": ("Every option with its status", asked.Request, replies.OutcomesReply),
    "conclude": ("Everything that follows", asked.Request, replies.Conclusions),
    "why": ("Why a question is asked", asked.WhyRequest, replies.ExplanationReply),
    "why-not": ("Why an option is not open", asked.WhyNotRequest, replies.ExplanationReply),
    "how": ("How a conclusion was reached", asked.HowRequest, replies.ExplanationReply),
    "what-if": ("What would change with other answers", asked.WhatIfRequest, replies.WhatIfReply),
    "plan": ("Who does what, by when", asked.PlanRequest, replies.PlanReply),
    "search-law": ("What the rule base says of some words", asked.SearchRequest, replies.SearchReply),
}
"""Operations on a case, which they leave as it is: what each is for, the form of what it takes and of what it gives."""
NAMED: dict[str, tuple[str, str, type]] = {
    "dossier-begin": ("/v1/dossiers/begin", "Begin a saved consultation", asked.DossierRequest),
    "dossier-say": ("/v1/dossiers/say", "Say something in a saved consultation", asked.DossierRequest),
    "dossier-undo": ("/v1/dossiers/undo", "Take back the last thing said in it", asked.DossierRequest),
}
"""Operations that change a saved consultation: the address, what each is for, the form of what it takes."""
DESCRIPTION = (
    "What a French pays structure can become (PETR or other), how and by when. Hand in a case, get it back with the "
    "conclusions; `unknown` and `disputed` are values, never « no ». Every norm comes with the wording applied and how "
    "sure it is. It is no legal advice."
)


def application(answerer: Answerer) -> FastAPI:
    """Make the interface to an answerer; `guard.py` stands before it."""
    app = FastAPI(
        title="petr-advisor", version=__version__, description=DESCRIPTION, docs_url=None, redoc_url=None
    )  # no pages: they would load scripts from elsewhere
    refused: dict[int | str, dict[str, Any]] = {"4XX": {"model": Refused}}
    for name, (purpose, takes, gives) in CASES.items():
        _post(app, f"/v1/{name}", _endpoint(answerer, name, takes), (purpose, gives, refused))
    for name, (path, purpose, takes) in NAMED.items():
        _post(app, path, _endpoint(answerer, name, takes), (purpose, replies.NextReply, refused))
    app.get("/v1/dossiers", summary="The saved consultations", responses=refused)(partial(_names, answerer))
    _report(app, answerer)
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(RequestValidationError, _bad_form)
    app.add_exception_handler(HTTPException, _no_such_address)
    return app


class Refused(BaseModel):
    """Why a request was not answered."""

    error: Refusal
    """What is wrong."""


def _post(
    app: FastAPI, path: str, endpoint: Callable[..., Any], told: tuple[str, type, dict[int | str, dict[str, Any]]]
) -> None:
    purpose, gives, refused = told
    app.post(path, summary=purpose, response_model=gives, responses=refused, name=path.rpartition("/v1/")[2])(endpoint)


def _endpoint(answerer: Answerer, operation: str, takes: type) -> Callable[..., Any]:
    def endpoint(request: Any) -> Any:
        return answerer.answer(operation, request)

    endpoint.__annotations__ = {"request": takes}
    return endpoint


def _names(answerer: Answerer) -> replies.NamesReply:
    found: replies.NamesReply = answerer.answer("dossiers", asked.Request())
    return found


def _report(app: FastAPI, answerer: Answerer) -> None:
    kinds: dict[str, dict[str, Any]] = {media.partition(";")[0]: {} for media in MEDIA.values()}

    @app.post("/v1/report", summary="A document", response_class=Response, responses={200: {"content": kinds}})
    def report(request: asked.ReportRequest) -> Response:
        found: replies.Document = answerer.answer("report", request)
        name = f"{request.size}.{found.format}"
        media = MEDIA.get(f".{found.format}", "application/octet-stream")
        return Response(
            found.content, media_type=media, headers={"content-disposition": f'attachment; filename="{name}"'}
        )


def _refused(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 - the form of a handler
    assert isinstance(error, RefusedError)  # noqa: S101 - it handles nothing else
    return _said(error.refusal)


def _bad_form(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 - as above
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    where = (".".join(str(part) for part in found["loc"] if part != "body") for found in error.errors())
    places = tuple(dict.fromkeys(place[:200] or "body" for place in where))[:MOST_WHERE]
    found = saying("bad-form", "serving.bad-form", places=places)
    return _said(found.model_copy(update={"where": places}))


def _no_such_address(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    if error.status_code < 404:
        return _said(saying("bad-form", "serving.bad-form", places=("body",)), error.status_code)
    refused = saying("not-found", "serving.no-address", path=request.url.path[:200], method=request.method)
    return _said(refused, error.status_code)


def _said(refused: Refusal, status: int | None = None) -> JSONResponse:
    return JSONResponse(jsonable_encoder({"error": refused}), status or STATUS[refused.code])
