"""The temporary storage: values by address, in the memory of the script; its background jobs use the same."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument, OnecError
from runtime.host import script

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.values.unique_identifier import UUID

_PREFIX = "e1cib/tempstorage/"


@function("ПоместитьВоВременноеХранилище(Данные, [Адрес]): Строка", "PutToTempStorage(Data, [Address])")
def put_to_temp_storage(data: Any, address: UUID | str | None = None) -> str:
    """Сохраняет копию значения до конца работы сценария; её адрес. Значение по данному адресу заменяется.

    Хранилище у сценария и его фоновых заданий одно: так задание возвращает результат.
    """
    if isinstance(address, str) and address:
        if not is_temp_storage_url(address):
            raise BadArgument(2, hint="Адрес даёт ПоместитьВоВременноеХранилище")
    else:
        from uuid import uuid4

        address = _PREFIX + str(uuid4())
    from stdlib.enterprise.jobs.parcel import pack

    try:
        written = pack(data)
    except OnecError as error:
        raise OnecError(
            "Значение не может быть помещено в хранилище", hint="Хранятся простые значения, коллекции, данные"
        ) from error
    script().storage.put(address, written)
    return address


@function("ПолучитьИзВременногоХранилища(Адрес): Произвольный", "GetFromTempStorage(Address)")
def get_from_temp_storage(address: str) -> Any:
    """Копия значения по этому адресу; Неопределено, если там ничего нет."""
    if not is_temp_storage_url(address):
        raise BadArgument(1, hint="Адрес даёт ПоместитьВоВременноеХранилище")
    found = script().storage.get(address)
    if found is None:
        return None
    from stdlib.enterprise.jobs.parcel import unpack

    return unpack(found)


@function("УдалитьИзВременногоХранилища(Адрес)", "DeleteFromTempStorage(Address)")
def delete_from_temp_storage(address: str) -> None:
    """Удаляет значение по этому адресу, если оно есть."""
    if not is_temp_storage_url(address):
        raise BadArgument(1, hint="Адрес даёт ПоместитьВоВременноеХранилище")
    script().storage.delete(address)


@function("ЭтоАдресВременногоХранилища(Адрес): Булево", "IsTempStorageURL(Address)")
def is_temp_storage_url(address: str) -> bool:
    """Истина, если строка – адрес временного хранилища, есть по нему значение или нет."""
    return address.startswith(_PREFIX) and len(address) > len(_PREFIX)
