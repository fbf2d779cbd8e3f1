"""How fast a large module is compiled, and in Element checked: `python benchmarks/compiling.py [--limits]`.

The module is made up of methods such as people write: comments, long strings, loops, attempts, every name different.
Compiled cold (no cache) by `1cs run`, and warm; each in a process of its own.
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

RUNS = 3
_ENTERPRISE = """
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


_ELEMENT = """
// Строка документа «{name}».
структура Строка{name}
    пер Товар: Строка
    пер Количество{number}: Число
    пер Цена{number}: Число?
    пер Удалена: Булево = Ложь

    метод Стоимость(): Число
        возврат Количество{number} * (Цена{number} ?? 0)
    ;
;

// Возвращает сумму по строкам документа «{name}» с учётом скидки в процентах.
метод Сумма{name}(
    Строки{number}: Массив<Строка{name}>, Скидка{number}: Число = 0, Отбор{number}: Строка? = Неопределено
): Число
    пер Сумма{number} = 0
    знч Доля{number} = Скидка{number} > 0 ? 1 - Скидка{number} / 100 : 1
    для Строка{number} из Строки{number}
        если Строка{number}.Удалена или Строка{number}.Количество{number} == 0
            продолжить
        иначе если Отбор{number} != Неопределено и не Строка{number}.Товар.Содержит(Отбор{number})
            продолжить
        ;
        Сумма{number} += Строка{number}.Стоимость() * Доля{number}
    ;
    пер ПоТоварам{number}: Соответствие<Строка, Число> = {{:}}
    для Строка{number} из Строки{number}.Фильтровать(С -> не С.Удалена)
        ПоТоварам{number}[Строка{number}.Товар] = (ПоТоварам{number}.ПолучитьИлиУмолчание(Строка{number}.Товар, 0)) + 1
    ;
    попытка
        если Сумма{number} > 1000000
            выбросить новый ИсключениеНедопустимыйАргумент("Слишком много по документу {name}: %Сумма{number}")
        ;
    поймать Ошибка: ИсключениеНедопустимыйАргумент
        Консоль.Записать("${{Ошибка.Описание}} в документе № {number}")
        возврат 0
    ;
    выбор ПоТоварам{number}.Размер()
    когда 0
        возврат 0
    когда 1
        возврат Сумма{number}.Округлить(2)
    иначе
        возврат Строки{number}.Преобразовать(С -> С.Стоимость()).Сумма()
    ;
;
"""


@dataclass(frozen=True, slots=True)
class Language:
    """A large module of a language, and what is promised of it: seconds, MB of source a second of a processor."""

    name: str
    suffix: str
    lines: int
    method: str
    end: str
    cold_limit: float
    warm_limit: float
    speed_limit: float


# `1cs run` wonders when nothing is run. A quiet machine is twice as fast as the limit of speed.
LANGUAGES = (
    Language("Enterprise", ".os", 20_000, _ENTERPRISE, "А = 1;\n", cold_limit=3.0, warm_limit=0.15, speed_limit=0.5),
    Language(
        "Element", ".sbsl", 10_000, _ELEMENT, "метод Скрипт()\n;\n", cold_limit=4.0, warm_limit=0.15, speed_limit=0.3
    ),
)
MEMORY_LIMIT_MB = 250


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of a command, on the clock and of processors, and megabytes of memory at most."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Compiled:
    """Seconds of the whole command cold and warm, megabytes of source a second of a processor, megabytes of memory."""

    language: Language
    cold: float
    warm: float
    speed: float
    memory: float

    def beyond_limits(self) -> list[str]:
        """What is promised and not kept."""
        language = self.language
        lines = f"{language.lines} lines of {language.name}"
        promises = (
            (f"{lines} cold, s", self.cold, language.cold_limit, self.cold > language.cold_limit),
            (f"{lines} warm, s", self.warm, language.warm_limit, self.warm > language.warm_limit),
            (f"{lines}, MB/s", self.speed, language.speed_limit, self.speed < language.speed_limit),
            (f"{lines}, MB of memory", self.memory, MEMORY_LIMIT_MB, self.memory > MEMORY_LIMIT_MB),
        )
        return [f"{name}: {value:.2f}, limit {limit}" for name, value, limit, is_broken in promises if is_broken]

    def __str__(self) -> str:
        return (
            f"{self.language.lines:,} lines of {self.language.name}: {self.cold:.2f} s cold, {self.warm:.3f} s warm, "
            f"{self.speed:.2f} MB/s to code, {self.memory:.0f} MB"
        )


def large_module(language: Language) -> str:
    method = language.method
    count = language.lines // method.count("\n")
    return (
        "".join(method.format(name=f"Документ{number}Продаж", number=number) for number in range(count)) + language.end
    )


def measure_compiling(language: Language, runs: int = RUNS) -> Compiled:
    """The best of n runs."""
    text = large_module(language)
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder, "module" + language.suffix)
        module.write_text(text, "utf-8")
        command = [str(Path(sys.executable).with_name("1cs")), "run", str(module)]
        times = []
        for run in range(runs):
            settings = os.environ | {"XDG_CACHE_HOME": f"{folder}/{run}"}
            times.append((_spent(command, settings), _spent(command, settings)))
        memory = max(spent.memory for pair in times for spent in pair)
        # Without what starting Python, the compiler and its tables takes.
        module.write_text(language.end, "utf-8")
        starts = [_spent(command, os.environ | {"XDG_CACHE_HOME": f"{folder}/start{run}"}) for run in range(runs)]
    busy = min(cold.cpu for cold, _ in times) - min(start.cpu for start in starts)
    speed = len(text.encode("utf-8")) / 1e6 / busy
    return Compiled(language, min(cold.wall for cold, _ in times), min(warm.wall for _, warm in times), speed, memory)


def _spent(command: Sequence[str], settings: dict[str, str]) -> Spent:
    began = time.perf_counter()
    process = subprocess.Popen(command, env=settings)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Spent(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> int:
    found = [measure_compiling(language) for language in LANGUAGES]
    print(*found, sep="\n")
    broken = [line for each in found for line in each.beyond_limits()] if "--limits" in sys.argv else []
    print("\n".join(broken), end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
