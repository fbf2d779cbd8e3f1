"""One job's process, seen from the script's side: it is given its work, answered, watched and ended."""

from __future__ import annotations

import os
import sys
from subprocess import PIPE, Popen
from threading import Thread

from interpreter.jobs.channel import receive, send
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    """`work` is the first message: everything else that a job asks for is asked of the script's own host."""

    def __init__(self, work: dict[str, Any], host: Host, storage: Storage, watcher: Watcher) -> None:
        self._host, self._storage, self._watcher = host, storage, watcher
        # A group of its own: Ctrl-C is for the script, which ends its jobs itself.
        self._process = Popen(_COMMAND, stdin=PIPE, stdout=PIPE, **_own_group())
        Thread(target=self._serve, args=(work,), daemon=True).start()

    def cancel(self) -> None:
        """End the process at once; its watcher hears nothing more that matters."""
        self._process.kill()

    def wait(self) -> None:
        self._process.wait()

    def _serve(self, work: dict[str, Any]) -> None:
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        ended = False
        try:
            with process.stdout, process.stdin:
                send(process.stdin, work)
                while (message := receive(process.stdout)) is not None:
                    ended = self._take(message) or ended
        except (OSError, ValueError, EOFError, TypeError):
            # It was killed in the middle of a message.
            ended = ended or False
        code = process.wait()
        if not ended:
            self._watcher.failed((f"Процесс фонового задания прекратил работу (код {code})",))

    def _take(self, message: tuple[Any, ...]) -> bool:
        """Answer a question, pass on the rest; was it the last message?"""
        kind, *values = message
        if kind == "ask":
            assert self._process.stdin is not None
            send(self._process.stdin, *self._answer(*values))
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
