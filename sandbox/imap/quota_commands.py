"""QUOTA (RFC 9208): one root for all boxes of an account, if its file gives it a limit."""

from __future__ import annotations

from sandbox.imap import output
from sandbox.imap.failures import Refused
from sandbox.imap.folder_commands import account_of, find_box
from sandbox.imap.folder_names import encode_name
from sandbox.imap.session import Command, Request, Session, When

_UNIT = 1024


async def get_quota(session: Session, request: Request) -> str:
    root = request.arguments.string()
    request.arguments.end()
    if root or not _tell(session):
        raise Refused("[NONEXISTENT] no such quota root")
    return "done"


async def get_quota_root(session: Session, request: Request) -> str:
    box = find_box(session, request.arguments.folder())
    request.arguments.end()
    limited = session.store.accounts.quota(account_of(session)) is not None
    root = b' ""' if limited else b""
    session.connection.write(b"* QUOTAROOT " + output.string(encode_name(box.name)) + root + b"\r\n")
    _tell(session)
    return "done"


async def set_quota(session: Session, request: Request) -> str:
    raise Refused("[NOPERM] limits are set in the file of accounts")


def _tell(session: Session) -> bool:
    account = account_of(session)
    limit = session.store.accounts.quota(account)
    if limit is None:
        return False
    used = -(-session.store.accounts.used(account) // _UNIT)
    session.untagged(f'QUOTA "" (STORAGE {used} {limit // _UNIT})')
    return True


QUOTA_COMMANDS = {
    "GETQUOTA": Command(get_quota, When.AFTER_LOGIN),
    "GETQUOTAROOT": Command(get_quota_root, When.AFTER_LOGIN),
    "SETQUOTA": Command(set_quota, When.AFTER_LOGIN),
}
