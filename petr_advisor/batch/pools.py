"""Who concludes the parts of a batch: this process, several of this machine, or the workers of a Dask cluster."""

from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from petr_advisor import __version__
from petr_advisor.batch.bases import base_of
from petr_advisor.batch.form import Lines, Order, Raw
from petr_advisor.batch.working import concluded
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.scenarios.workers import processes

Rows = tuple[Raw, ...]
Awaited = Callable[[], Lines]
"""Gives the lines of a part once they are there."""

_ONE_AT_A_TIME = Lock()
"""In a worker with several threads: decision diagrams are not made for them."""


class StoppedError(Exception):
    """A process, or the workers that took a part in turn, stopped without giving it."""


@dataclass(frozen=True)
class Workers:
    """Who concludes the parts."""

    jobs: int = 1
    """Processes of this machine; one is this process."""
    scheduler: str | None = None
    """The address of a Dask scheduler (`tcp://…`), whose workers do instead."""


@dataclass(frozen=True)
class Pool:
    """Takes parts."""

    submit: Callable[[Order, Rows], Awaited]
    ahead: int
    """Parts given before the first of them is waited for."""


@contextmanager
def pool(workers: Workers) -> Iterator[Pool]:
    """Open a pool of these workers."""
    if workers.scheduler is not None:
        with _cluster(workers.scheduler) as found:
            yield found
    elif workers.jobs < 2:
        yield Pool(lambda order, rows: lambda: concluded(order, rows), 0)
    else:
        with _processes(workers.jobs) as found:
            yield found


@contextmanager
def _processes(jobs: int) -> Iterator[Pool]:
    executor = processes(jobs)
    try:
        yield Pool(lambda order, rows: executor.submit(concluded, order, rows).result, 2 * jobs)
    except BrokenProcessPool as error:
        raise StoppedError from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _cluster(scheduler: str) -> Iterator[Pool]:
    """Open the cluster of a scheduler; a part whose worker is killed is given to another."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that no other command needs
        from distributed.scheduler import KilledWorker  # noqa: PLC0415
    except ImportError as error:
        raise PetrAdvisorError.of("serving.no-extra", extra="cluster") from error
    try:
        client: Any = Client(scheduler, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise PetrAdvisorError.of("batch.no-scheduler", scheduler=scheduler) from error
    try:
        workers = client.scheduler_info(n_workers=-1)["workers"]
        if not workers:
            raise PetrAdvisorError.of("batch.no-worker", scheduler=scheduler)
        yield Pool(lambda order, rows: _sent(client, order, rows), 4 * len(workers))
    except KilledWorker as error:
        raise StoppedError from error
    finally:
        client.close()


def _sent(client: Any, order: Order, rows: Rows) -> Awaited:
    made_with = __version__, base_of(order.knowledge, order.overlay).hash
    found: Awaited = client.submit(concluded_elsewhere, made_with, order, rows, pure=False).result
    return found


def concluded_elsewhere(made_with: tuple[str, str], order: Order, rows: Rows) -> Lines:
    """Conclude some rows on a worker, which must be of the same version and read the same rules."""
    with _ONE_AT_A_TIME:
        if made_with != (__version__, base_of(order.knowledge, order.overlay).hash):
            raise PetrAdvisorError.of("batch.other-worker")
        return concluded(order, rows)
