"""СообщениеПользователю; what has been told so."""

from __future__ import annotations

from contextvars import ContextVar

from runtime.enterprise.declare import OnecObject, constructor, field, function, method, onec_type
from runtime.host import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.fixed_array import FixedArray

_MOST = 10_000
"""Of more messages than this, the oldest are forgotten."""


@onec_type("СообщениеПользователю", "UserMessage", presentation="Сообщение пользователю")
class UserMessage(OnecObject):
    """Сообщение, которое может указать на поле с ошибкой."""

    __slots__ = ("_data_key", "_data_path", "_field", "_target_id", "_text")

    text = field("Текст", "Text", "str", "", "Текст сообщения.")
    data_path = field("ПутьКДанным", "DataPath", "str", "", "Путь к данным формы.")
    data_key = field("КлючДанных", "DataKey", "object", None, "Объект, к которому относится сообщение.")
    target_id = field("ИдентификаторНазначения", "TargetID", "object", None, "Форма, где показать сообщение.")
    # The last of them: from here on the name means the property.
    field = field("Поле", "Field", "str", "", "Имя поля, к которому относится сообщение.")

    @constructor("()", "()")
    def __init__(self) -> None:
        """Пустое сообщение."""

    @method("Сообщить()", "Message()")
    def message(self) -> None:
        """Выводит текст, как это делает Сообщить()."""
        told = _told.get()
        _told.set((*told[-_MOST + 1 :], self._copy()))
        current().write(f"{self.text}\n")

    @method("УстановитьДанные(Объект)", "SetData(Object)")
    def set_data(self, data: object) -> None:
        """Связывает сообщение с объектом: он становится ключом данных."""
        self._data_key = data

    def _copy(self) -> UserMessage:
        made = UserMessage()
        for name in ("text", "field", "data_path", "data_key", "target_id"):
            setattr(made, name, getattr(self, name))
        return made


_told: ContextVar[tuple[UserMessage, ...]] = ContextVar("user_messages", default=())


@function(
    "ПолучитьСообщенияПользователю([УдалятьПолученные]): ФиксированныйМассив", "GetUserMessages([DeleteReceived])"
)
def get_user_messages(delete: bool = False) -> FixedArray:
    """Сообщения, выведенные объектами СообщениеПользователю; то, что вывела Сообщить(), не хранится."""
    from stdlib.enterprise.collections.array import Array
    from stdlib.enterprise.collections.fixed_array import FixedArray

    told = FixedArray(Array.of(_told.get()))
    if delete:
        forget()
    return told


def forget() -> None:
    """Nothing was told."""
    _told.set(())
