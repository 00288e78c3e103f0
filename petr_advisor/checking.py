"""Load a rule base once it is found clean, or say everything that is wrong with it."""

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from weakref import WeakValueDictionary

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.kept import program_digest, read_kept, write_kept
from petr_advisor.files.locations import cache_folder, knowledge_folder
from petr_advisor.inference.recent import Recent
from petr_advisor.inference.variable_order import take_order, variable_order
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.files import knowledge_hash
from petr_advisor.knowledge.loader import Places, read_what_can_be
from petr_advisor.knowledge.problems import FileError, Problem, in_order, nearest
from petr_advisor.words.speech import told

FOUND_CLEAN = Path(__file__).with_name("knowledge") / "found_clean.txt"
"""The digest of the rule base that comes with the program, gone through when it was made (scripts/find_clean.py).

Whoever opens it first does not wait for that a second time; a base that differs by one letter is gone through.
"""
KEPT = 8
"""How many loaded rule bases the cache holds."""

_LOADED: Recent[Path, KnowledgeBase] = Recent(2)
"""The last bases of this process, by where they are kept: what was made of one serves whoever loads it again.

Two, since a base is compared with what an overlay makes of it.
"""
_HELD: WeakValueDictionary[Path, KnowledgeBase] = WeakValueDictionary()
"""Every base that somebody holds: whoever loads it again is given the same, and nothing is made of it twice."""


def check_folder(
    folder: Path, overlay: Path | None = None, *, known_clean: bool = False
) -> tuple[KnowledgeBase, tuple[Problem, ...]]:
    """Give a rule base, as far as it can be read, with every problem of form, of names and of meaning.

    One `known_clean` is only read.
    """
    base, places, problems = read_what_can_be(folder, overlay)
    return base, in_order(problems if known_clean else (*problems, *all_problems(base, places)))


def is_known_clean(digest: str) -> bool:
    """Tell whether a digest is that of the rule base that comes with the program."""
    with suppress(OSError):
        return FOUND_CLEAN.read_text(encoding="ascii").strip() == digest
    return False


def all_problems(base: KnowledgeBase, places: Places) -> tuple[Problem, ...]:
    """Give every problem of what was read of a rule base, in the order of its files."""
    from petr_advisor.inference import base_checks  # noqa: PLC0415 - a base from the cache needs no checks,
    from petr_advisor.knowledge import checks  # noqa: PLC0415 - and loading them takes a tenth of a second

    return in_order((*checks.check(base, places), *base_checks.check(base, places), *_measures(base, places)))


def load(folder: Path | None = None, overlay: Path | None = None) -> KnowledgeBase:
    """Give a rule base without problems, from the cache when it was loaded before; a FileError holds all problems.

    The entries of `overlay` stand in the place of those of the same name, or are added.
    """
    folder = folder or knowledge_folder()
    folders = (folder,) if overlay is None else (folder, overlay)
    try:
        digest = knowledge_hash(*folders)
    except PetrAdvisorError:  # read again below, where every problem is told
        digest = ""
    cache = cache_folder() / f"knowledge-{program_digest()[:16]}-{digest}.kept"
    if not digest:
        return _load(folder, overlay, digest, cache)
    place = cache.resolve()

    def made() -> KnowledgeBase:
        held = _HELD.get(place)
        if held is None or held.hash != digest:
            held = _HELD[place] = _to_stay(_load(folder, overlay, digest, cache))
        return held

    found = _LOADED.get(place, made, lambda found: found.hash == digest)
    with suppress(OSError):
        os.utime(place)  # the bases last used are kept, and not those last written
    return found


def _to_stay(base: KnowledgeBase) -> KnowledgeBase:
    """Give a base that serves to the end: Python need not go through it each time it looks for circles."""
    gc.freeze()
    return base


def _load(folder: Path, overlay: Path | None, digest: str, cache: Path) -> KnowledgeBase:
    """Give the base of a digest from the cache, or read and checked; a FileError holds all problems."""
    found = _read_cache(cache) if digest else None
    if found is not None and found.hash == digest:
        return found
    base, problems = check_folder(folder, overlay, known_clean=is_known_clean(digest))
    if problems:
        raise FileError(problems)
    now = knowledge_hash(*((folder,) if overlay is None else (folder, overlay)))
    base = base.model_copy(update={"hash": now})
    if now == digest:  # else the files changed while they were read, and this base is neither's
        _write_cache(cache, base)
    return base


def _measures(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report measurements that the program does not know, or that give what is no value of the fact."""
    from petr_advisor.territory.measures import MEASURES, strange_values  # noqa: PLC0415 - as above

    for key, fact in base.facts.items():
        if fact.measure is not None and fact.measure not in MEASURES:
            message = told("check.unknown-measure", name=fact.measure, known=tuple(MEASURES))
            yield places.problem("facts", key, ("measure",), message, nearest(fact.measure, MEASURES))
        elif fact.measure is not None and (strange := strange_values(fact)):
            message = told("check.measured-value", name=fact.measure, values=strange)
            yield places.problem("facts", key, ("measure",), message)


def _read_cache(path: Path) -> KnowledgeBase | None:
    """Give a base kept earlier, with the order of its facts; anything wrong with the file means that there is none."""
    match read_kept(path):
        case KnowledgeBase() as base, tuple(order):
            take_order(base, order)
            return base
    return None


def _write_cache(path: Path, base: KnowledgeBase) -> None:
    """Keep a base; a failure does no harm."""
    with suppress(OSError):
        write_kept(path, (base, variable_order(base)))
        kept = sorted(path.parent.glob("knowledge-*"), key=lambda found: found.stat().st_mtime, reverse=True)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)
