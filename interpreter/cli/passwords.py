"""Where the password of the mail account is kept: a variable of the environment, else the system's key ring."""

from __future__ import annotations

PASSWORD_ENV = "ONECS_MAIL_PASSWORD"
SERVICE = "1cs mail"


def key_ring(action: str, *arguments: str) -> str | None:
    """An action of the key ring; None when it is not installed, not running, or has nothing."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        found: str | None = getattr(keyring, action)(SERVICE, *arguments)
    except KeyringError:
        # NoKeyringError: a machine without a desktop.
        return None
    return found


def has_key_ring() -> bool:
    """Is there a key ring that could keep a password: the package, and a service behind it?"""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return False
    return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))
