"""Tokens that Dovecot takes for the password: signed with a key that lies in its folder (JWT, HS256)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KEY = b"the key of the tests"


def put_key(folder: Path) -> None:
    """Where dovecot-oauth2.conf says: the folders are the issuer's client, the algorithm, the key's name."""
    place = folder / "keys" / "default" / "HS256"
    place.mkdir(parents=True)
    (place / "default").write_bytes(base64.b64encode(_KEY))


def token_of(user: str, seconds: int = 600, key: bytes = _KEY) -> str:
    """For so many seconds from now; less than 0: it has run out."""
    now = int(time.time())
    head = {"alg": "HS256", "typ": "JWT"}
    told = {"sub": user, "iss": "http://mail.test", "iat": now - 3600, "exp": now + seconds}
    signed = b".".join(_coded(json.dumps(part).encode()) for part in (head, told))
    return (signed + b"." + _coded(hmac.new(key, signed, hashlib.sha256).digest())).decode("ascii")


def _coded(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")
