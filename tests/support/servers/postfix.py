"""Postfix with a queue of its own, without the scripts that would look after the system's."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
from pathlib import Path

MASTER = "/usr/lib/postfix/sbin/master"
_OF_POSTFIX = (
    "active",
    "bounce",
    "corrupt",
    "defer",
    "deferred",
    "flush",
    "hold",
    "incoming",
    "private",
    "saved",
    "trace",
)


def prepared(folder: Path) -> list[str]:
    """The command that runs it in the foreground; `folder` has main.cf and master.cf already."""
    if os.getuid() != 0:
        raise PermissionError("Postfix starts only as root")
    user, drop = pwd.getpwnam("postfix"), grp.getgrnam("postdrop").gr_gid
    settings, queue, data = (folder / "postfix" / name for name in ("etc", "queue", "data"))
    for path in (settings, queue, data):
        path.mkdir(parents=True)
    for name in ("main.cf", "master.cf"):
        shutil.copyfile(folder / name, settings / name)
    os.chown(data, user.pw_uid, user.pw_gid)
    (queue / "pid").mkdir()
    for name in _OF_POSTFIX:
        _make(queue / name, user.pw_uid, -1, 0o700)
    _make(queue / "maildrop", user.pw_uid, drop, 0o730)
    _make(queue / "public", user.pw_uid, drop, 0o710)
    return [MASTER, "-c", str(settings), "-d"]


def _make(folder: Path, user: int, group: int, mode: int) -> None:
    folder.mkdir()
    os.chown(folder, user, group)
    folder.chmod(mode)
