"""Other scripts, named while the script runs."""

from __future__ import annotations

from runtime.enterprise.access import get_property
from runtime.enterprise.declare import function
from runtime.enterprise.events import raise_in
from runtime.enterprise.scripts import libraries, this_object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.collections.array import Array
    from stdlib.enterprise.collections.fixed_array import FixedArray
    from stdlib.enterprise.collections.structure import Structure


@function("ПодключитьСценарий(Путь, ИмяТипа)", "AttachScript(Path, TypeName)")
def attach_script(path: str, type_name: str) -> None:
    """Делает сценарий из файла типом: Новый ИмяТипа или Новый("ИмяТипа") создаёт его объекты (дополнение OneScript)."""
    libraries().attach(path, type_name)


@function("ЗагрузитьСценарий(Путь, [ВнешнийКонтекст]): Объект", "LoadScript(Path, [ExternalContext])")
def load_script(path: str, context: Structure | None = None) -> Any:
    """Выполняет сценарий из файла и возвращает объект с его экспортными методами и переменными (дополнение OneScript).

    Значения структуры сценарий видит под их именами.
    """
    return libraries().load(path, _values(context))


@function(
    "ЗагрузитьСценарийИзСтроки(Текст, [ВнешнийКонтекст]): Объект", "LoadScriptFromString(Text, [ExternalContext])"
)
def load_script_from_string(text: str, context: Structure | None = None) -> Any:
    """То же, что ЗагрузитьСценарий, для текста на встроенном языке (дополнение OneScript)."""
    return libraries().load_text(text, _values(context))


@function("ВызватьСобытие(ИмяСобытия, [Параметры])", "RaiseEvent(EventName, [Parameters])")
def raise_event(name: str, parameters: Array | FixedArray | None = None) -> None:
    """Вызывает обработчики события того объекта, в тексте которого стоит вызов (дополнение OneScript).

    Параметры – массив; что обработчик сделал с параметрами без Знач, остаётся в нём. Имя события любое.
    """
    values = list(parameters or ())
    raise_in(this_object(), name, values)
    if parameters.__class__.__name__ == "Array":
        parameters[:] = values  # type: ignore[index]


def _values(context: Structure | None) -> dict[str, Any]:
    return {name: get_property(context, name) for name in context.__onec_names__()} if context is not None else {}
