"""The safe mode: while it is on, the host refuses files, network and processes to the script."""

from __future__ import annotations

import sys

import runtime.host
from runtime.enterprise.declare import function
from runtime.errors import OnecError
from runtime.host import Host

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

_SCRIPT = 2
"""The script's frame is this far above a declared function: the checked callable stands between."""


class SafeHost(Host):
    """The host of a script in safe mode: the usual one, with no permissions but for temporary files of its own.

    `owner` is the method that switched the mode on: only it may switch the mode off, and the mode ends with it.
    """

    def __init__(self, inner: Host, owner: FrameType, profile: str) -> None:
        from _thread import get_ident

        self.inner, self.owner, self.profile = inner, owner, profile
        self.thread, self.suspended, self.ended = get_ident(), False, False

    def __getattribute__(self, name: str) -> Any:
        if name in _OWN:
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, "inner"), name)

    def allows(self, what: str, detail: str) -> bool:
        if self.is_on() and not (what in ("read", "write") and _is_temporary(detail)):
            return False
        return self.inner.allows(what, detail)

    def kept(self) -> Host | None:
        """A safe mode without end, if this one is on now: what is begun in it is not freed by being called later.

        Its owner may switch it off, as ever; outer safe modes stay.
        """
        inner = self.inner.kept()
        if not self.is_on():
            return inner
        made = SafeHost(inner or self.inner, self.owner, self.profile)
        made.thread = _NO_THREAD
        return made

    def is_on(self) -> bool:
        return not self.suspended and self.lasts()

    def lasts(self) -> bool:
        """Does the owner still run? Another thread cannot tell and stays safe."""
        from _thread import get_ident

        if get_ident() != self.thread:
            return True
        if self.ended:
            return False
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame is not self.owner:
            frame = frame.f_back
        return frame is not None


_OWN = frozenset("inner owner profile thread suspended ended allows kept is_on lasts __class__ __dict__".split())
_NO_THREAD = -1
"""Of a safe mode that lasts whatever is on the stack."""


def _is_temporary(path: str) -> bool:
    """Is it one that ПолучитьИмяВременногоФайла() gives, or inside of it?"""
    from os.path import join, realpath
    from tempfile import gettempdir

    return realpath(path).startswith(join(realpath(gettempdir()), "v8_"))


def _nearest() -> SafeHost | None:
    """The innermost safe mode that still lasts."""
    host: Host | None = runtime.host.current()
    while isinstance(host, SafeHost):
        if host.lasts():
            return host
        host = host.inner
    return None


@function("БезопасныйРежим(): Булево, Строка", "SafeMode()")
def safe_mode() -> bool | str:
    """Истина, если включён безопасный режим; имя профиля, если он включён с профилем."""
    found = _nearest()
    return False if found is None or found.suspended else found.profile or True


@function("УстановитьБезопасныйРежим(БезопасныйРежим)", "SetSafeMode(SafeMode)")
def set_safe_mode(mode: bool | str) -> None:
    """Запрещает (Истина или имя профиля) обращение к файлам, сети и программам, кроме временных файлов.

    Режим кончается вместе с методом, который его включил; раньше его выключает только он сам. Что начато в этом режиме,
    а вызывается позже (обработчики, продолжение методов Асинх), выполняется в нём же.
    """
    caller = sys._getframe(_SCRIPT)
    if mode is not False:
        profile = "" if mode is True else str(mode)
        runtime.host.replace(SafeHost(runtime.host.current(), caller, profile))
        return
    found = _nearest()
    if found is None:
        return
    if found.owner is not caller:
        raise OnecError("Безопасный режим выключает только тот метод, который его включил")
    # Only this one: another Асинх method, which waits now, may have switched on its own meanwhile.
    found.ended = True
    if found is runtime.host.current():
        runtime.host.replace(found.inner)


@function("УстановитьОтключениеБезопасногоРежима([Отключить])", "SetSafeModeDisabled([Disable])")
def set_safe_mode_disabled(disable: bool = True) -> None:
    """Приостанавливает безопасный режим, включённый этим же методом, или возобновляет его."""
    found = _nearest()
    if found is None:
        return
    if found.owner is not sys._getframe(_SCRIPT):
        raise OnecError("Безопасный режим отключает только тот метод, который его включил")
    found.suspended = disable


@function("ПолучитьОтключениеБезопасногоРежима(): Булево", "GetSafeModeDisabled()")
def get_safe_mode_disabled() -> bool:
    """Истина, если безопасный режим включён, но приостановлен."""
    found = _nearest()
    return found is not None and found.suspended
