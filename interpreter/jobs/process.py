"""One job's process, seen from the script's side: it is given its work, answered, watched and ended."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from subprocess import PIPE, Popen
from threading import Lock, Thread

from interpreter.jobs.channel import receive, send
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from threading import Semaphore
    from typing import IO, Any

    from runtime.host import Host, MailServer, Storage, Watcher

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# The current folder is no place to import from: -P.
_COMMAND = (
    sys.executable,
    "-P",
    "-c",
    f"import sys; sys.path.append({_ROOT!r}); from interpreter.jobs.worker import main; main()",
)


class JobProcess:
    """`work` is the first message: everything else that a job asks for is asked of the script's own host.

    `slots` bounds how many processes there are at once; a job waits for its turn.
    """

    def __init__(self, work: dict[str, Any], host: Host, storage: Storage, watcher: Watcher, slots: Semaphore) -> None:
        self._host, self._storage, self._watcher, self._slots = host, storage, watcher, slots
        self._process: Popen[bytes] | None = None
        self._starting = Lock()
        self.is_over = False
        """Has it ended, or been told to end?"""
        Thread(target=self._live, args=(work,), daemon=True).start()

    def cancel(self) -> None:
        """End the process at once, or let it never begin."""
        with self._starting:
            self.is_over = True
            if self._process is not None:
                self._process.kill()

    def _live(self, work: dict[str, Any]) -> None:
        reason = "Фоновое задание не успело начаться"
        try:
            with self._slots:
                process = self._start()
                if process is not None:
                    reason = self._serve(process, work)
        except OSError as error:
            reason = f"Процесс фонового задания не запустился ({error.strerror or error})"
        finally:
            self.is_over = True
            if reason:
                self._watcher.failed((reason,))

    def _start(self) -> Popen[bytes] | None:
        with self._starting:
            if not self.is_over:
                # A group of its own: Ctrl-C is for the script, which ends its jobs itself.
                self._process = Popen(_COMMAND, stdin=PIPE, stdout=PIPE, **_own_group())
            return self._process

    def _serve(self, process: Popen[bytes], work: dict[str, Any]) -> str:
        """Watch the process to its end; why it did not end well, or nothing."""
        assert process.stdin is not None and process.stdout is not None
        ended = False
        try:
            with suppress(BrokenPipeError), process.stdout, process.stdin:
                send(process.stdin, work)
                while not ended and (message := receive(process.stdout)) is not None:
                    ended = self._take(message, process.stdin)
        except (ValueError, EOFError, TypeError):
            # It was killed in the middle of a message.
            return f"Процесс фонового задания прекратил работу (код {process.wait()})"
        finally:
            if not ended:
                process.kill()
            process.wait()
        return "" if ended else f"Процесс фонового задания прекратил работу (код {process.returncode})"

    def _take(self, message: tuple[Any, ...], answers: IO[bytes]) -> bool:
        """Answer a question, pass on the rest; was it the last message?"""
        kind, *values = message
        if kind == "ask":
            send(answers, *self._answer(*values))
        elif kind == "said":
            self._watcher.said(*values)
        elif kind == "told":
            self._host.write_error(*values)
        elif kind == "completed":
            self._watcher.completed(*values)
        else:
            self._watcher.failed(*values)
        return kind in ("completed", "failed")

    def _answer(self, question: str, *values: Any) -> tuple[Any, ...]:
        try:
            if question == "allows":
                return "value", self._host.allows(*values)
            if question == "now":
                return "value", self._host.now()
            if question == "mail":
                return "value", _account(self._host)
            if question == "route":
                return "value", self._host.mail_route(*values)
            return "value", getattr(self._storage, question)(*values)
        except OnecError as error:
            return "error", error.message, error.hint


def _account(host: Host) -> tuple[Any, ...]:
    account = host.mail_account()
    servers = tuple(_server(one) for one in (account.smtp, account.imap, account.pop3))
    return account.sender, servers, account.verify, account.ca_file


def _server(server: MailServer) -> tuple[Any, ...]:
    return server.host, server.port, server.user, server.password, server.security


def _own_group() -> dict[str, Any]:
    if sys.platform == "win32":
        from subprocess import CREATE_NEW_PROCESS_GROUP

        return {"creationflags": CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}
