"""Circles that hold diagrams are freed between operations on diagrams, never within one."""

import gc
import weakref
from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference import collecting
from petr_advisor.inference.engines import engine

pytest.importorskip("dd.cudd", reason="only CUDD is told in between that nodes are no longer used")


class Circle:
    """Something that holds a consultation and itself, as a screen or an error with its frames may."""

    def __init__(self, held: Consultation) -> None:
        self.held, self.itself = held, self


def consulted() -> Consultation:
    found = Consultation.start(load(), date(2026, 11, 24), ["change"], engine("native"))
    assert found.next_question is not None
    return found


def test_nothing_starts_the_collector_while_diagrams_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a threshold of one object, while circles of diagrams wait to be freed."""
    monkeypatch.setattr(collecting, "DUE", 10**9)  # nor do we, here
    consulted()
    threshold, runs = gc.get_threshold(), []
    gc.callbacks.append(note := lambda phase, _: runs.append(phase))
    try:
        gc.set_threshold(1, 1, 1)
        for _ in range(3):
            Circle(consulted())
        assert runs == []
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*threshold)


def test_circles_are_freed_at_the_next_consultation_once_enough_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "DUE", 1)
    circle = weakref.ref(Circle(consulted()))
    assert circle() is not None
    monkeypatch.setattr(collecting, "WHOLE", 1)
    consulted()
    assert circle() is None
