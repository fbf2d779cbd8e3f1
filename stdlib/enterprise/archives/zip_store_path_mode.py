"""Перечисление РежимСохраненияПутейZIP."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("РежимСохраненияПутейZIP", "ZIPStorePathMode", presentation="Режим сохранения путей ZIP")
class ZIPStorePathMode(EnumValue):
    """Какие каталоги файлов записываются в архив."""

    __slots__ = ()
    dont_store_path = item("НеСохранятьПути", "DontStorePath")
    store_relative_path = item("СохранятьОтносительныеПути", "StoreRelativePath")
    store_full_path = item("СохранятьПолныеПути", "StoreFullPath")
