"""ИнформацияОбОшибке."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, method, onec_type
from runtime.native import script_place, source_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.errors import OnecError
    from stdlib.enterprise.errors.error_category import ErrorCategory


@onec_type("ИнформацияОбОшибке", "ErrorInfo", presentation="Информация об ошибке")
class ErrorInfo(OnecObject):
    """Что известно об ошибке: описание, место, причина. Вне обработки исключения всё пусто."""

    __slots__ = ("_place", "error")

    def __init__(self, error: OnecError | None = None) -> None:
        self.error = error
        # Taken down now: the error may be raised again from elsewhere. The line's text is looked up when asked for.
        self._place = script_place(error) if error is not None else None

    @getter("Описание", "Description", "Строка")
    def description(self) -> str:
        """Текст ошибки."""
        return self.error.message if self.error is not None else ""

    @getter("ИмяМодуля", "ModuleName", "Строка")
    def module_name(self) -> str:
        """Модуль, в котором возникла ошибка."""
        return self._place[0] if self._place else ""

    @getter("НомерСтроки", "LineNumber", "Число")
    def line_number(self) -> int:
        """Номер строки модуля."""
        return self._place[1] if self._place else 0

    @getter("ИсходнаяСтрока", "SourceLine", "Строка")
    def source_line(self) -> str:
        """Текст этой строки."""
        return source_line(*self._place).strip() if self._place else ""

    @getter("Причина", "Cause", "ИнформацияОбОшибке, Неопределено")
    def cause(self) -> ErrorInfo | None:
        """Ошибка, из-за которой возникла эта; Неопределено, если такой нет."""
        inner = self.error.cause if self.error is not None else None
        return ErrorInfo(inner) if inner is not None else None

    @getter("Код", "Code", "Строка")
    def code(self) -> str:
        """Код, который указан в операторе ВызватьИсключение."""
        return str(self.error.__dict__.get("code", "")) if self.error is not None else ""

    @getter("ДополнительнаяИнформация", "AdditionalInformation", "Строка")
    def additional_information(self) -> str:
        """Сведения, которые указаны в операторе ВызватьИсключение."""
        return str(self.error.__dict__.get("additional", "")) if self.error is not None else ""

    @method(
        "ЯвляетсяОшибкойКатегории(Категория, [УчитыватьПричины]): Булево",
        "IsErrorOfCategory(Category, [ConsiderCauses])",
    )
    def is_error_of_category(self, category: ErrorCategory, causes: bool = True) -> bool:
        """Истина, если ошибка (или одна из её причин) относится к категории."""
        from stdlib.enterprise.errors.category import category_of

        if category.en == "AllErrors":
            return True
        error = self.error
        while error is not None:
            if category_of(error) is category:
                return True
            error = error.cause if causes else None
        return False

    def __onec_text__(self) -> str:
        return self.brief()

    def place(self) -> str:
        """`{Модуль(строка)}: `, or nothing when the error did not arise in a script."""
        return shown(self._place)

    def brief(self) -> str:
        """The texts of the error and its causes, a line each."""
        return brief(self.error) if self.error is not None else ""

    def detailed(self) -> str:
        """As brief, with the places and the texts of the lines."""
        if self.error is None:
            return ""
        told = [self, *(ErrorInfo(error) for error in _untold(self.error)[1:])]
        # A cause met in the same line (the network's, under the method that was called) has no place to tell.
        return "\nпо причине:\n".join(info.told(before) for info, before in zip(told, [None, *told], strict=False))

    def told(self, before: ErrorInfo | None) -> str:
        """The message of one error of a chain, with its place unless the one before tells it."""
        assert self.error is not None
        if before is not None and before._place == self._place:
            return self.error.message
        line = self.source_line()
        return f"{self.place()}{self.error.message}" + (f"\n\t{line}" if line else "")


_SHOWN: dict[tuple[str, int] | None, str] = {None: ""}
"""Places in the texts of scripts: there are no more of them than statements that failed."""


def shown(place: tuple[str, int] | None) -> str:
    """`{Модуль(строка)}: `, or nothing when the error did not arise in a script."""
    text = _SHOWN.get(place)
    if text is None:
        assert place is not None
        text = _SHOWN[place] = f"{{{place[0]}({place[1]})}}: "
    return text


def brief(error: OnecError) -> str:
    """The texts of an error and its causes, a line each."""
    return error.message if error.cause is None else "\n".join(told.message for told in _untold(error))


def _untold(error: OnecError | None) -> list[OnecError]:
    """An error and those of its causes that no text before has told."""
    chain: list[OnecError] = []
    while error is not None:
        if not any(error.message in told.message for told in chain):
            chain.append(error)
        error = error.cause
    return chain
