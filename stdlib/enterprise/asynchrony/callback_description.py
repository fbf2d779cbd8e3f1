"""ОписаниеОповещения."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type
from runtime.enterprise.events import named_handler
from runtime.enterprise.scripts import ScriptObject, this_object
from runtime.errors import BadArgument
from runtime.native import script_error
from stdlib.enterprise.asynchrony.event_loop import current_loop
from stdlib.enterprise.asynchrony.promise import Promise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


@onec_type("ОписаниеОповещения", "CallbackDescription", presentation="Описание оповещения")
class CallbackDescription(OnecObject):
    """Экспортная процедура, которая вызывается, когда действие закончено.

    Её параметры: результат, если он у действия есть, и дополнительные параметры описания. Без модуля это процедура
    того текста, в котором описание создано. Процедура обработки ошибки получает ИнформациюОбОшибке, флажок
    СтандартнаяОбработка (Ложь – ошибка обработана) и дополнительные параметры.
    """

    __slots__ = (
        "_additional_parameters",
        "_error_handler_module",
        "_error_handler_procedure_name",
        "_module",
        "_procedure_name",
    )

    procedure_name = field("ИмяПроцедуры", "ProcedureName", "str", "", "Имя процедуры.", writable=False)
    module = field("Модуль", "Module", doc="Объект, процедура которого вызывается.", writable=False)
    additional_parameters = field(
        "ДополнительныеПараметры", "AdditionalParameters", doc="Последний параметр процедуры.", writable=False
    )
    error_handler_procedure_name = field(
        "ИмяПроцедурыОбработкиОшибки", "ErrorHandlerProcedureName", "str", "", "Что вызывается при ошибке.",
        writable=False,
    )  # fmt: skip
    error_handler_module = field(
        "МодульОбработкиОшибки", "ErrorHandlerModule", doc="Чья это процедура.", writable=False
    )

    @constructor(
        "([ИмяПроцедуры], [Модуль], [ДополнительныеПараметры], [ИмяПроцедурыОбработкиОшибки], [МодульОбработкиОшибки])",
        "([ProcedureName], [Module], [AdditionalParameters], [ErrorHandlerProcedureName], [ErrorHandlerModule])",
    )
    def __init__(
        self,
        procedure: str = "",
        module: object = None,
        additional: object = None,
        error_procedure: str = "",
        error_module: object = None,
    ) -> None:
        """Описание без имени процедуры ничего не вызывает."""
        self._procedure_name, self._error_handler_procedure_name = procedure.strip(), error_procedure.strip()
        self._module = _owner(module, 2) if module is not None or procedure else None
        self._error_handler_module = _owner(error_module, 5) if error_module is not None else self._module
        self._additional_parameters = additional

    def run(self, result: Any, *, gives_value: bool = True) -> None:
        """Call the procedure; an action without a value may have one with a single parameter."""
        if not self.procedure_name:
            return
        handler = named_handler(self.module, self.procedure_name)
        given = [result, self.additional_parameters]
        if not gives_value and handler.limit == 1:
            del given[0]
        handler.handle(given)

    def tell(self, promise: Promise, gives_value: bool) -> None:
        """Called from the loop when what was begun is done; errors of the procedure are told as nobody's."""
        if promise.error is None:
            calling(lambda: self.run(promise.value, gives_value=gives_value), promise)
        elif not self.error_handler_procedure_name:
            _unheard(promise.place_error(), promise)
        else:
            calling(lambda: self._tell_error(promise), promise)

    def _tell_error(self, promise: Promise) -> None:
        from stdlib.enterprise.errors.error_info import ErrorInfo

        error = promise.place_error()
        known = script_error(error)
        assert known is not None
        given = [ErrorInfo(known), True, self.additional_parameters]
        named_handler(self.error_handler_module, self.error_handler_procedure_name).handle(given)
        if given[1] is not False:
            raise error


def _owner(module: object, number: int) -> object:
    if module is None:
        return this_object()
    if not isinstance(module, ScriptObject):
        raise BadArgument(number, "Несоответствие типов", hint="Нужен объект сценария, например ЭтотОбъект")
    return module


def calling(call: Callable[[], None], promise: Promise | None = None) -> None:
    """Call what a script declares from the loop: an error of it does not stop the loop, it is told in the end.

    `promise`: what was waited for; an error without a place of its own has the one where that began.
    """
    try:
        call()
    except Exception as error:
        if script_error(error) is None:
            raise
        _unheard(error, promise)


def _unheard(error: Exception, promise: Promise | None) -> None:
    nobodys = Promise(current_loop())
    if promise is not None:
        nobodys.place = promise.place
    nobodys.fail(error)
