"""The processes of this machine that share work on many cases; none outlives the program that started it."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread


def processors() -> int:
    """Give how many processes may run side by side."""
    return os.cpu_count() or 1


def processes(jobs: int) -> ProcessPoolExecutor:
    """Give some processes; they share nothing with this one but what is sent to them."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Begin a process: the one that gives the work hears a person stop it, and this one ends with that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)  # whoever asked for the work is gone, killed: nobody is left to take it
