"""Many letters through the sandbox and our clients, with faults and kills: `make soak [LETTERS=100000]`.

Writers send over SMTP, half of them with TLS, and send again whatever was not acknowledged; readers fetch over IMAP and
POP3, check each letter and delete it. Meanwhile faults are ordered at random, and the server is killed and comes back.
In the end every acknowledged letter has been read, none more often than its sender was left in doubt, the boxes are
empty, the mail file is sound and neither process has grown. Exit code 1 when that is not so.

soak/letters.py   letters that can be checked
soak/ledger.py    what was promised and what came
soak/server.py    the process to kill
soak/writer.py    SMTP
soak/readers.py   IMAP, POP3
soak/mischief.py  faults
soak/memory.py    whether it grows
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path

from sandbox.api import SandboxApi
from sandbox.store import Store
from soak.ledger import Ledger
from soak.letters import ACCOUNTS
from soak.memory import Samples
from soak.mischief import Mischief
from soak.readers import ImapReader, Pop3Reader, Reader
from soak.server import SoakServer, memory_of
from soak.writer import Writer

_WRITERS = 4
_SAMPLE_SECONDS = 0.1
_STUCK_SECONDS = 180.0
_POINTS = 40
"""Lines of the curve: what was done and what memory was held by then."""


class Soak:
    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.ledger = Ledger(options.letters)
        self.server = SoakServer(folder)
        self.client = Samples()
        self.lives: list[Samples] = []
        self.mischief = Mischief(folder, options.seed)
        self.broken: list[str] = []
        """Threads that ended by an error of ours: clients may raise MailError, nothing else."""
        self._told = 0
        self._began = time.monotonic()
        self._folder = folder
        self._options = options
        self._until = time.monotonic() + options.seconds if options.seconds else float("inf")

    def run(self) -> None:
        threading.excepthook = self._note_broken
        self._start_server()
        writers = [Writer(self.server, self.ledger, tls=bool(place % 2)) for place in range(_WRITERS)]
        readers: list[Reader] = [
            ImapReader(self.server, self.ledger, ACCOUNTS[0::4], tls=False),
            ImapReader(self.server, self.ledger, ACCOUNTS[1::4], tls=True),
            Pop3Reader(self.server, self.ledger, ACCOUNTS[2::4], tls=False),
            Pop3Reader(self.server, self.ledger, ACCOUNTS[3::4], tls=True),
        ]
        for thread in (*writers, *readers, self.mischief):
            # When the run is given up, nobody waits for them.
            thread.daemon = True
            thread.start()
        self._watch(writers)
        self.mischief.end()
        for reader in readers:
            reader.no_more.set()
        self._watch(readers)
        self.server.kill()

    def _note_broken(self, hook: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(hook)
        self.broken.append(f"{hook.thread and hook.thread.name}: {hook.exc_value!r}")

    def _watch(self, threads: list[Writer] | list[Reader]) -> None:
        """Until they end: memory is looked at, the server killed when its time has come."""
        moved, seen = time.monotonic(), (0, 0)
        while any(thread.is_alive() for thread in threads):
            time.sleep(_SAMPLE_SECONDS)
            self.client.add(memory_of("self"))
            self.lives[-1].add(self.server.memory())
            self._tell()
            if self.broken:
                raise RuntimeError(self.broken[0])
            if time.monotonic() > self._until:
                self.ledger.end()
            if self._is_time_to_kill():
                self.server.kill()
                self._start_server()
            now = (self.ledger.acknowledged, self.ledger.arrived)
            if now != seen:
                moved, seen = time.monotonic(), now
            elif time.monotonic() - moved > _STUCK_SECONDS:
                raise TimeoutError(f"nothing moves any more: {now}")

    def _tell(self) -> None:
        """A point of the curve, when it is its turn: a run of an hour is followed, and its memory seen as a whole."""
        ledger = self.ledger
        share = _POINTS * ledger.acknowledged // self._options.letters
        if share > self._told:
            self._told = share
            seconds = time.monotonic() - self._began
            client, server = self.client.sizes[-1] / 1024, self.lives[-1].sizes[-1:] or [0]
            print(
                f"{seconds:6.0f} s, sent {ledger.acknowledged}, read {ledger.arrived}, client {client:.1f} MB, "
                f"server {self.server.lives} {server[0] / 1024:.1f} MB",
                flush=True,
            )

    def _is_time_to_kill(self) -> bool:
        """The kills are spread evenly over the letters, or over the time when that is what is limited."""
        kills, wanted = self.server.lives - 1, int(self._options.kills)
        if kills >= wanted:
            return False
        share = self.ledger.acknowledged / self._options.letters
        if self._options.seconds:
            share = max(share, 1 - (self._until - time.monotonic()) / self._options.seconds)
        return bool(share >= (kills + 1) / (wanted + 1))

    def _start_server(self) -> None:
        self.server.start()
        self.lives.append(Samples())

    def faults(self) -> list[str]:
        """What is wrong after the run."""
        ledger, found = self.ledger, []
        with SandboxApi.open(str(self._folder)) as api:
            left = sum(box.letters for box in api.folders())
        with Store(str(self._folder)) as store:
            sound = store.database.row("PRAGMA integrity_check") == ("ok",)
        if lost := ledger.lost():
            found.append(f"acknowledged and lost: {len(lost)}, as {lost[:10]}")
        if excess := ledger.excess():
            found.append(f"more often than told: {len(excess)}, as {excess[:10]}")
        if ledger.damaged:
            found.append(f"damaged: {len(ledger.damaged)}, as {ledger.damaged[:10]}")
        if ledger.acknowledged != ledger.begun:
            found.append(f"begun {ledger.begun}, acknowledged {ledger.acknowledged}")
        if left:
            found.append(f"left in the boxes: {left}")
        if not sound:
            found.append("the mail file is damaged")
        if not self.client.is_flat:
            found.append("the client grows")
        return found + [f"server {place} grows" for place, life in enumerate(self.lives, 1) if not life.is_flat]


def _report(soak: Soak, seconds: float) -> None:
    ledger = soak.ledger
    print(
        f"letters acknowledged   {ledger.acknowledged} in {seconds:.0f} s, {ledger.acknowledged / seconds:.0f} a second"
    )
    print(f"letters read           {ledger.arrived}, twice for want of an answer {ledger.twice()}")
    print(f"sender in doubt        {ledger.unsure} times, told to try again {ledger.refused} times")
    print(f"readers broken off     {ledger.failed_reads} times")
    print(f"faults ordered         {soak.mischief.ordered} lines; server killed {soak.server.lives - 1} times")
    print(f"client, MB by quarters {_megabytes(soak.client)}")
    for place, life in enumerate(soak.lives, 1):
        print(f"server {place}, MB          {_megabytes(life)}")


def _megabytes(samples: Samples) -> str:
    if not samples.quarters:
        return f"too short to tell, at most {max(samples.sizes, default=0) / 1024:.0f}"
    return " ".join(f"{size / 1024:.0f}" for size in samples.quarters) + f", at most {max(samples.sizes) / 1024:.0f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=0, help="begin no more letters after so long; 0: no limit")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="1cs-soak-") as folder:
        soak = Soak(options, Path(folder))
        begun = time.monotonic()
        try:
            soak.run()
        finally:
            soak.server.kill()
            _report(soak, time.monotonic() - begun)
        found = soak.faults()
    print(*found or ["nothing is wrong"], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
