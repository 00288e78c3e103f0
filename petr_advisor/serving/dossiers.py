"""Saved consultations held by name for another program: each change is kept before it is acknowledged.

A dossier has one writer at a time, by the lock that the program itself takes: one open in a terminal is refused.
"""

from collections.abc import Callable
from typing import Any

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import begin_as, names, take_up
from petr_advisor.serving.asked import CaseForm, DossierRequest, Request
from petr_advisor.serving.operations import next_question
from petr_advisor.serving.replies import NamesReply, NextReply
from petr_advisor.serving.taking import Desk, RequestError, case_form


def listed(desk: Desk, request: Request) -> NamesReply:  # noqa: ARG001 - every operation has the same arguments
    """Name the saved consultations, the latest first."""
    return NamesReply(dossiers=names())


def begin(desk: Desk, request: DossierRequest) -> NextReply:
    """Begin a saved consultation under a name that nothing bears."""
    consultation = desk.take(_without_name(request)).consultation
    held = begin_as(request.dossier)
    try:
        held.keep(consultation)
    finally:
        held.release()
    return _next(desk, consultation, request)


def say(desk: Desk, request: DossierRequest) -> NextReply:
    """Take what is said into a saved consultation."""
    said = _without_name(request)
    if request.case != CaseForm():
        raise RequestError.of("serving.case-or-dossier")
    return _changed(desk, request, lambda found: desk.with_said(found, said).consultation)


def undo(desk: Desk, request: DossierRequest) -> NextReply:
    """Take back the last thing said in a saved consultation."""
    return _changed(desk, request, lambda found: found.undo())


def _changed(desk: Desk, request: DossierRequest, change: Callable[[Consultation], Consultation]) -> NextReply:
    held, found = take_up(request.dossier, desk.base, desk.engine)
    try:
        changed = change(found.consultation)
        told = held.keep(changed)
    finally:
        held.release()
    if told is not None:
        raise RequestError.saying(told)
    return _next(desk, changed, request)


def _next(desk: Desk, consultation: Consultation, request: DossierRequest) -> NextReply:
    return next_question(desk, Request(case=case_form(consultation), lang=request.lang))


def _without_name(request: DossierRequest) -> Request:
    fields: dict[str, Any] = {name: getattr(request, name) for name in Request.model_fields}
    return Request(**{**fields, "dossier": None})
