"""Every error that a script can see.

OnecError
  - Raised             ВызватьИсключение
  - NoSuchMember       нет такого свойства или метода
  - NotAnObject        у значения нет свойств и методов
  - BadArgument        значение параметра не подходит
  - WrongArgumentCount лишние или недостающие параметры
  - CallFailed         «Ошибка при вызове метода контекста», причина внутри
ScriptExit is no error: ЗавершитьРаботу(код).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class OnecError(Exception):
    """The script's mistake or the world's. `message` is the platform's text, `hint` is ours and is never part of it."""

    hint: str = ""
    cause: OnecError | None = None

    def __init__(self, message: str = "", *, hint: str = "", cause: OnecError | None = None) -> None:
        self.message = message
        if hint:
            self.hint = hint
        if cause is not None:
            self.cause = cause

    def __str__(self) -> str:
        return self.message


class Raised(OnecError):
    """What ВызватьИсключение raises; made without running any Python code, since loops do it."""

    __init__ = Exception.__init__

    @property
    def message(self) -> str:  # type: ignore[override]
        text: str = self.args[0]
        return text


class NoSuchMember(OnecError):
    """`kind` is "property" or "method"; `name` is spelled as the author did."""

    def __init__(self, kind: str, name: str, *, known: Iterable[str] = (), hint: str = "") -> None:
        if not hint:
            from runtime.spelling import hint as near

            hint = near(name, known)
        text = "Метод объекта не обнаружен" if kind == "method" else "Поле объекта не обнаружено"
        super().__init__(f"{text} ({name})", hint=hint)
        self.kind, self.name = kind, name


class NotAnObject(OnecError):
    def __init__(self, name: str, *, hint: str = "") -> None:
        super().__init__(f"Значение не является значением объектного типа ({name})", hint=hint)


class BadArgument(OnecError):
    """`reason` is «Несоответствие типов», «Недопустимое значение параметра»…; `number` counts parameters from 1."""

    def __init__(self, number: int, reason: str = "Недопустимое значение параметра", *, hint: str = "") -> None:
        super().__init__(f"{reason} (параметр номер '{number}')", hint=hint)
        self.number, self.reason = number, reason


class WrongArgumentCount(OnecError):
    def __init__(self, *, too_many: bool, hint: str = "") -> None:
        super().__init__(
            "Слишком много фактических параметров" if too_many else "Недостаточно фактических параметров", hint=hint
        )


class CallFailed(OnecError):
    """A library call failed; `cause` says why. `what` is «метода контекста (Имя)» or «конструктора (Тип)»."""

    def __init__(self, what: str, cause: OnecError) -> None:
        super().__init__(f"Ошибка при вызове {what}: {cause.message}", hint=cause.hint, cause=cause)


class ScriptExit(BaseException):
    """ЗавершитьРаботу(КодВозврата): leaves the script, no Попытка stops it."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code
