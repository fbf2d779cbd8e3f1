"""What OneScript knows for giving memory and files back early."""

from __future__ import annotations

from runtime.enterprise.declare import function


@function("ОсвободитьОбъект(Объект)", "FreeObject(Object)")
def free_object(value: object) -> None:
    """Закрывает объект, если у него есть метод Закрыть(): файл, соединение. Есть в OneScript."""
    close = getattr(value, "закрыть()", None)
    if close is not None:
        close()


@function("ВыполнитьСборкуМусора()", "RunGarbageCollection()")
def run_garbage_collection() -> None:
    """Освобождает память объектов, до которых уже не добраться. Она освобождается и сама. Есть в OneScript."""
    import gc

    gc.collect()
