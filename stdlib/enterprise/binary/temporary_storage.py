"""The temporary storage: values by address, in the memory of the run."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from runtime.enterprise.declare import function
from runtime.errors import BadArgument
from runtime.host import Host, current
from stdlib.enterprise.binary.snapshot import Snapshot
from stdlib.enterprise.values.unique_identifier import UUID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PREFIX = "e1cib/tempstorage/"
_stored: WeakKeyDictionary[Host, dict[str, Snapshot]] = WeakKeyDictionary()


def _values() -> dict[str, Snapshot]:
    """Those of this run: two programs in one process do not see each other's."""
    return _stored.setdefault(current(), {})


@function("ПоместитьВоВременноеХранилище(Данные, [Адрес]): Строка", "PutToTempStorage(Data, [Address])")
def put_to_temp_storage(data: Any, address: UUID | str | None = None) -> str:
    """Сохраняет копию значения до конца работы сценария; её адрес. Значение по данному адресу заменяется."""
    if isinstance(address, str) and address:
        if not is_temp_storage_url(address):
            raise BadArgument(2, hint="Адрес даёт ПоместитьВоВременноеХранилище")
    else:
        from uuid import uuid4

        address = _PREFIX + str(uuid4())
    _values()[address] = Snapshot(data)
    return address


@function("ПолучитьИзВременногоХранилища(Адрес): Произвольный", "GetFromTempStorage(Address)")
def get_from_temp_storage(address: str) -> Any:
    """Копия значения по этому адресу; Неопределено, если там ничего нет."""
    if not is_temp_storage_url(address):
        raise BadArgument(1, hint="Адрес даёт ПоместитьВоВременноеХранилище")
    found = _values().get(address)
    return None if found is None else found.value()


@function("УдалитьИзВременногоХранилища(Адрес)", "DeleteFromTempStorage(Address)")
def delete_from_temp_storage(address: str) -> None:
    """Удаляет значение по этому адресу, если оно есть."""
    if not is_temp_storage_url(address):
        raise BadArgument(1, hint="Адрес даёт ПоместитьВоВременноеХранилище")
    _values().pop(address, None)


@function("ЭтоАдресВременногоХранилища(Адрес): Булево", "IsTempStorageURL(Address)")
def is_temp_storage_url(address: str) -> bool:
    """Истина, если строка – адрес временного хранилища, есть по нему значение или нет."""
    return address.startswith(_PREFIX) and len(address) > len(_PREFIX)
