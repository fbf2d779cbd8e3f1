"""How fast a large module is compiled: `python benchmarks/compiling.py [--limits]`.

The module is made up of methods such as configurations have: comments, queries in strings, loops, attempts, every name
different. Compiled cold (no cache) by `1cs run`, and warm; each in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LINES = 20_000
RUNS = 3
COLD_LIMIT_S = 3.0
WARM_LIMIT_S = 0.15
SPEED_LIMIT_MB_S = 0.5
"""A quiet machine does twice as much."""
MEMORY_LIMIT_MB = 250
_METHOD = """
// Возвращает сумму по строкам документа «{name}».
//
// Параметры:
//  Документ - Структура - шапка и строки.
//  Отказ - Булево - признак отказа.
//
// Возвращаемое значение:
//  Число - сумма.
//
Функция Сумма{name}(Знач Документ{number}, Отказ = Ложь, Дополнительно{number} = Неопределено) Экспорт

	Если Дополнительно{number} = Неопределено Тогда
		Дополнительно{number} = Новый Структура("Ключ, Значение{number}", "{name}", {number});
	КонецЕсли;

	Текст{number} = "ВЫБРАТЬ
	|	Строки.Номенклатура КАК Номенклатура,
	|	СУММА(Строки.Количество) КАК Количество{number}
	|ИЗ
	|	Документ.{name}.Строки КАК Строки";

	Сумма{number} = 0;
	Таблица{number} = Новый ТаблицаЗначений;
	Таблица{number}.Колонки.Добавить("Номенклатура");
	Для Каждого Строка{number} Из Документ{number}.Строки Цикл
		Если Строка{number}.Количество > 0 И НЕ Строка{number}.Удалена Тогда
			Сумма{number} = Сумма{number} + Строка{number}.Количество * Строка{number}.Цена;
			Новая{number} = Таблица{number}.Добавить();
			ЗаполнитьЗначенияСвойств(Новая{number}, Строка{number}, "Номенклатура");
		ИначеЕсли ПустаяСтрока(Строка{number}.Комментарий) Тогда
			Отказ = Истина;
			Продолжить;
		Иначе
			Сообщить(СтрШаблон("Строка %1 пропущена: %2", Строка{number}.Номер, Строка{number}.Комментарий));
		КонецЕсли;
	КонецЦикла;

	Попытка
		Документ{number}.Записать(Текст{number});
	Исключение
		Описание{number} = ОбработкаОшибок.ПодробноеПредставлениеОшибки(ИнформацияОбОшибке());
		Отказ = СтрНайти(Описание{number}, "блокировк") > 0 ИЛИ ?(Отказ, Истина, {number} % 2 = 0);
		ВызватьИсключение;
	КонецПопытки;

	Для Номер{number} = 0 По Документ{number}.Строки.Количество() - 1 Цикл
		Документ{number}.Строки[Номер{number}].Номер = Номер{number} + 1;
	КонецЦикла;

	Возврат Сумма{number};

КонецФункции
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of a command, on the clock and of processors, and megabytes of memory at most."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Compiled:
    """Seconds of the whole command cold and warm, megabytes of source a second of a processor, megabytes of memory."""

    cold: float
    warm: float
    speed: float
    memory: float

    def beyond_limits(self) -> list[str]:
        """What is promised and not kept."""
        promises = (
            (f"{LINES} lines cold, s", self.cold, COLD_LIMIT_S, self.cold > COLD_LIMIT_S),
            (f"{LINES} lines warm, s", self.warm, WARM_LIMIT_S, self.warm > WARM_LIMIT_S),
            ("compiling, MB/s", self.speed, SPEED_LIMIT_MB_S, self.speed < SPEED_LIMIT_MB_S),
            ("memory of compiling, MB", self.memory, MEMORY_LIMIT_MB, self.memory > MEMORY_LIMIT_MB),
        )
        return [f"{name}: {value:.2f}, limit {limit}" for name, value, limit, is_broken in promises if is_broken]

    def __str__(self) -> str:
        return (
            f"{LINES:,} lines: {self.cold:.2f} s cold, {self.warm:.3f} s warm, "
            f"{self.speed:.2f} MB/s to code, {self.memory:.0f} MB"
        )


def large_module(lines: int = LINES) -> str:
    count = lines // _METHOD.count("\n")
    methods = "".join(_METHOD.format(name=f"Документ{number}Продаж", number=number) for number in range(count))
    # `1cs run` wonders when nothing is run.
    return methods + "А = 1;\n"


def measure_compiling(runs: int = RUNS) -> Compiled:
    """The best of n runs."""
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder, "module.os")
        module.write_text(large_module(), "utf-8")
        command = [str(Path(sys.executable).with_name("1cs")), "run", str(module)]
        times = []
        for run in range(runs):
            settings = os.environ | {"XDG_CACHE_HOME": f"{folder}/{run}"}
            times.append((_spent(command, settings), _spent(command, settings)))
        memory = max(spent.memory for pair in times for spent in pair)
        # Without what starting Python, the compiler and its tables takes.
        module.write_text("А = 1;", "utf-8")
        starts = [_spent(command, os.environ | {"XDG_CACHE_HOME": f"{folder}/start{run}"}) for run in range(runs)]
    size = len(large_module().encode("utf-8")) / 1e6
    busy = min(cold.cpu for cold, _ in times) - min(start.cpu for start in starts)
    return Compiled(min(cold.wall for cold, _ in times), min(warm.wall for _, warm in times), size / busy, memory)


def _spent(command: Sequence[str], settings: dict[str, str]) -> Spent:
    began = time.perf_counter()
    process = subprocess.Popen(command, env=settings)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Spent(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> int:
    measured = measure_compiling()
    print(measured)
    broken = measured.beyond_limits() if "--limits" in sys.argv else []
    print("\n".join(broken), end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
