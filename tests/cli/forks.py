"""A process that has loaded kg with its parsers and forks for each run of it, so that a run starts in no time.

What runs there is what a user starts: `kg` in a process of its own, with its own folder, environment, streams and exit
code. Only what Python reads from the environment as it starts is that of the first process.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NoReturn

__all__ = ["ROOT", "Forks"]

ROOT = Path(__file__).parents[2]


class Forks:
    """The end of the tests: asks for runs of `kg`, and ends the process when it is closed."""

    def __init__(self) -> None:
        self._control, other = socket.socketpair()
        with other:
            command = [sys.executable, "-m", __name__, str(other.fileno())]
            self._process = subprocess.Popen(command, cwd=ROOT, pass_fds=[other.fileno()])

    def close(self) -> None:
        """End the process; what it has forked has ended before."""
        self._control.close()
        self._process.wait()

    def run(
        self, words: Sequence[str], *, where: Path, environment: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """Return what `kg` with these words prints in the folder `where`, and its exit code.

        Raises:
            subprocess.TimeoutExpired: it has not ended in time, and has been killed.
        """
        with TemporaryFile() as asked, TemporaryFile() as out, TemporaryFile() as err:
            asked.write(json.dumps([words, str(where), dict(environment)]).encode())
            asked.seek(0)
            reading, writing = os.pipe()
            socket.send_fds(self._control, [b"r"], [asked.fileno(), out.fileno(), err.fileno(), writing])
            os.close(writing)
            with os.fdopen(reading, "rb") as told:
                code = _awaited(told, words, timeout)
            return subprocess.CompletedProcess(list(words), code, _text(out), _text(err))


def _awaited(told: IO[bytes], words: Sequence[str], timeout: float) -> int:
    """Return the exit code of a run that tells its process id first and its code when it has ended."""
    pid = int(told.readline())
    ready, _, _ = select.select([told], [], [], timeout)
    if not ready:
        os.kill(pid, signal.SIGKILL)
        raise subprocess.TimeoutExpired(list(words), timeout)
    return int(told.readline())


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8").replace("\r\n", "\n")


def serve(control: socket.socket) -> list[str] | None:
    """Fork for every request; return the words of `kg` in a process that is to run it, nothing at the end of all."""
    while True:
        message, (*given,), _, _ = socket.recv_fds(control, 1, 4)
        if not message:
            return None
        if os.fork() == 0:
            control.close()
            return _supervise(*given)
        for descriptor in given:
            os.close(descriptor)
        with suppress(ChildProcessError):  # when there is nobody left
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass  # has told what it had to


def _supervise(asked: int, out: int, err: int, told: int) -> list[str]:
    """Fork the process of a run and tell how it ends; return its words in it."""
    pid = os.fork()
    if pid:
        os.write(told, b"%d\n" % pid)
        _, status = os.waitpid(pid, 0)
        os.write(told, b"%d\n" % os.waitstatus_to_exitcode(status))
        os._exit(0)
    os.close(told)
    with os.fdopen(asked, "rb") as file:
        words, where, environment = json.load(file)
    for descriptor, stream in ((out, 1), (err, 2)):
        os.dup2(descriptor, stream)
        os.close(descriptor)
    os.chdir(where)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    return list(words)


def warm_up() -> None:
    """Import all of kg, and load each parser once for all that will be forked."""
    import kg  # noqa: PLC0415 - the tests that ask do without
    from kg.extract.grammar.parsing.parser import PIPELINES, Parser  # noqa: PLC0415 - as above
    from tests.pipelines import share_pipelines  # noqa: PLC0415 - as above

    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        import_module(module.name)
    share_pipelines()
    for language in PIPELINES:
        Parser(language)
    gc.collect()
    gc.freeze()  # a collection in a fork would copy every page that it shares


def _main() -> None:
    warm_up()
    words = serve(socket.socket(fileno=int(sys.argv[1])))
    if words is None:
        return
    from kg.__main__ import main  # noqa: PLC0415 - loaded before

    sys.argv = ["kg", *words]
    try:
        main()
    except SystemExit as ended:
        _leave(int(ended.code or 0))


def _leave(code: int) -> NoReturn:
    """End without taking apart what all forks share: each page of it would be copied first."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _main()
