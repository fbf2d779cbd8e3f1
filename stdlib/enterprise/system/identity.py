"""Whose computer it is."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.host import require


@function("ИмяКомпьютера(): Строка", "ComputerName()")
def computer_name() -> str:
    """Сетевое имя компьютера."""
    require("process", "имя компьютера")
    from platform import node

    return node()


@function("ИмяПользователя(): Строка", "UserName()")
def user_name() -> str:
    """Имя пользователя: здесь – пользователя операционной системы."""
    require("process", "имя пользователя")
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        # A process may belong to a user who is in no list.
        return ""


@function("ПолноеИмяПользователя(): Строка", "UserFullName()")
def user_full_name() -> str:
    """Полное имя пользователя, если оно известно операционной системе, иначе краткое."""
    name = user_name()
    try:
        from pwd import getpwnam

        # The first field of the remark is the name, the others are rooms and telephones.
        return getpwnam(name).pw_gecos.partition(",")[0] or name
    except (ImportError, KeyError):
        return name
