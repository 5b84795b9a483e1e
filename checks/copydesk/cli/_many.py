"""Articles checked side by side, in processes of their own. What comes out is what one process gives, in the same order.

A file is read in the process that checks it, but for those that hold many articles: they are read here and handed out. A process that
dies, by a lack of memory or a fault in a library, costs its article and no other.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from pathlib import Path

from copydesk.cli._run import done
from copydesk.model import Checked, Document, Unread
from copydesk.read import STDIN, Meter, expand, size, unique

Task = str | Document | Unread
Read = Callable[[list[str]], Iterator[Document | Unread]]
Do = Callable[[Document], Checked]
# Formats of many articles, read as they come.
STREAMS = (".jsonl", ".ndjson", ".csv", ".tsv")
# What is handed out at a time, in characters and articles, and how much is handed out ahead of what has come back.
PORTION, MOST, AHEAD = 40_000, 64, 3


def side_by_side(paths: Iterable[str], read: Read, do: Do, jobs: int, meter: Meter) -> Iterator[Checked | Unread]:
    """What `do` makes of each article of these paths."""
    crew = Crew(read, do, jobs)
    try:
        for portion in portions(tasks(paths, read, meter), meter):
            crew.hand_out(portion)
            while len(crew.waiting) > jobs * AHEAD:
                yield from crew.take()
        while crew.waiting:
            yield from crew.take()
    finally:
        crew.pool.shutdown(cancel_futures=True)


class Crew:
    """The processes, and what they have been given, in order."""

    def __init__(self, read: Read, do: Do, jobs: int) -> None:
        self.read, self.do, self.jobs = read, do, jobs
        self.waiting: deque[tuple[list[Task], Future[list[Checked | Unread]]]] = deque()
        self.pool = self.hired(jobs)

    def hired(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, initializer=begin, initargs=(self.read, self.do))

    def hand_out(self, portion: list[Task]) -> None:
        try:
            self.waiting.append((portion, self.pool.submit(work, portion)))
        except BrokenExecutor:
            self.hire_again()
            self.waiting.append((portion, self.pool.submit(work, portion)))

    def take(self) -> list[Checked | Unread]:
        """The results of the oldest portion; where a process died over it, each of its articles by itself."""
        portion, given = self.waiting.popleft()
        try:
            return given.result()
        except BrokenExecutor:
            self.hire_again()
            return [item for task in portion for item in self.alone(task)]

    def hire_again(self) -> None:
        """New processes; what the old ones had not brought back is handed out once more."""
        self.pool.shutdown(cancel_futures=True)
        self.pool = self.hired(self.jobs)
        back = [(portion, given) for portion, given in self.waiting]
        self.waiting = deque(
            (
                portion,
                given
                if given.done() and not given.cancelled() and not given.exception()
                else self.pool.submit(work, portion),
            )
            for portion, given in back
        )

    def alone(self, task: Task) -> list[Checked | Unread]:
        with self.hired(1) as pool:
            try:
                return pool.submit(work, [task]).result()
            except BrokenExecutor:
                name, path = (task, task) if isinstance(task, str) else (task.id, task.path)
                said = "The process that checked this article died over it, perhaps for lack of memory."
                return [Unread(name, path, said)]


def tasks(paths: Iterable[str], read: Read, meter: Meter) -> Iterator[Task]:
    """Files to be read elsewhere, and the articles of those that are read here."""
    found = list(unique(source for path in paths for source in expand(path)))
    meter.total = sum(size(source) for source in found if isinstance(source, str))
    for source in found:
        if isinstance(source, str) and (source == STDIN or Path(source).suffix.lower() in STREAMS):
            yield from read([source])
        else:
            yield source


def portions(given: Iterable[Task], meter: Meter) -> Iterator[list[Task]]:
    """A few at a time: to hand out each short article by itself would take longer than to check it."""
    portion: list[Task] = []
    held = 0
    for task in given:
        weight = len(task.text) if isinstance(task, Document) else size(task) if isinstance(task, str) else 0
        meter.done += weight
        portion.append(task)
        held += weight
        if held >= PORTION or len(portion) >= MOST:
            yield portion
            portion, held = [], 0
    if portion:
        yield portion


# ---------------------------------------------------------------- in the other process

_duty: list[tuple[Read, Do]] = []


def begin(read: Read, do: Do) -> None:
    """Ctrl-C is for the process that was started by hand; memory matters here from the first article on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=follow, daemon=True).start()
    gc.enable()
    _duty[:] = [(read, do)]


def follow() -> None:
    """End when the process that asked for this one has ended, however it did: nobody takes the results, and its pipes stay open."""
    if started_by := multiprocessing.parent_process():
        started_by.join()
        os._exit(1)


def work(portion: list[Task]) -> list[Checked | Unread]:
    read, do = _duty[0]
    return [item for task in portion for item in done(read([task]) if isinstance(task, str) else [task], do)]
