"""The process of a job: it is told over its input what to call, and says over its output how that went."""

from __future__ import annotations

import os
import sys
from threading import Thread

from interpreter.artifact import Artifact
from interpreter.cache import Cache
from interpreter.jobs.channel import receive
from interpreter.jobs.remote_host import Link, RemoteHost, RemoteStorage
from interpreter.jobs.running_script import RunningScript
from interpreter.modules import Module, finish
from runtime.errors import ScriptExit
from runtime.host import using
from runtime.native import script_error
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO, Any


def main() -> None:
    # What the script's programs print must not get between the messages: they write where errors go.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.setrecursionlimit(10_000)
    source = sys.stdin.buffer
    received = receive(source)
    if received is None:
        return
    link = Link(output)
    Thread(target=_listen, args=(source, link), daemon=True).start()
    code = run(received[0], link)
    output.flush()
    # Threads that the script left do not keep the process.
    os._exit(code)


def _listen(source: IO[bytes], link: Link) -> None:
    while (message := receive(source)) is not None:
        link.answers.put(message)
    # The script has ended or fallen: its jobs end with it.
    os._exit(1)


def run(work: dict[str, Any], link: Link) -> int:
    """Do the work; the exit code. Whatever happened, the script's side is told of it."""
    from stdlib.enterprise.jobs.failure import written
    from stdlib.enterprise.jobs.parcel import pack, pack_or_nothing, unpack

    try:
        link.tell("completed", pack_or_nothing(_result(work, link, unpack)))
    except ScriptExit as leaving:
        link.tell("completed", pack(None))
        return leaving.code
    except Exception as error:
        known = script_error(error)
        if known is None:
            import traceback

            traceback.print_exc()
        link.tell("failed", written(known) if known else (f"Внутренняя ошибка 1cs: {error!r}",))
    return 0


def _result(work: dict[str, Any], link: Link, unpack: Callable[[bytes], Any]) -> Any:
    host = RemoteHost(link, work["host"])
    module = Module("enterprise")
    folder = work["cache"]
    module.cache = Cache(folder) if folder else None
    artifacts = [(name, Artifact.load(values)) for name, values in work["artifacts"]]
    script = RunningScript(host, lambda: artifacts, cache_folder=folder, storage=RemoteStorage(link))
    with using(host, lambda: script):
        for name, artifact in artifacts:
            module.run(artifact, name)
        arguments = unpack(work["arguments"])
        if "decimal" in sys.modules:
            from runtime.decimals import adopt

            adopt()
        call = _method(module.namespace, work["owner"], work["method"])
        result = call(*arguments)
        return finish(result[0] if work["hands_back"] else result)


def _method(namespace: dict[str, Any], owner: str, name: str) -> Callable[..., Any]:
    call: Callable[..., Any] | None = getattr(namespace[owner], name, None) if owner else namespace[name]
    if call is None:
        raise missing(namespace[owner], name)
    return call
