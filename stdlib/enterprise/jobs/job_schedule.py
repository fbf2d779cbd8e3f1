"""РасписаниеРегламентногоЗадания."""

from __future__ import annotations

from runtime.enterprise.date import DAY, EMPTY_DATE, civil, days_in_month
from runtime.enterprise.declare import OnecObject, constructor, field, method, onec_type
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.dates.clock import current_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.enterprise.date import Date

_WEEK = 7


@onec_type("РасписаниеРегламентногоЗадания", "JobSchedule", presentation="Расписание регламентного задания")
class JobSchedule(OnecObject):
    """Когда что-то надо выполнять: дни, время суток, повторы. Само ничего не запускает."""

    __slots__ = ("_begin_date", "_begin_time", "_completion_interval", "_completion_time", "_day_in_month",
                 "_days_repeat_period", "_detailed_daily_schedules", "_end_date", "_end_time", "_months",
                 "_repeat_pause", "_repeat_period_in_day", "_week_day_in_month", "_week_days",
                 "_weeks_period")  # fmt: skip

    begin_date = field("ДатаНачала", "BeginDate", "Date", EMPTY_DATE, "Первый день.", type_="Дата")
    end_date = field("ДатаКонца", "EndDate", "Date", EMPTY_DATE, "Последний день.", type_="Дата")
    begin_time = field("ВремяНачала", "BeginTime", "Date", EMPTY_DATE, "С какого времени суток.", type_="Дата")
    end_time = field("ВремяКонца", "EndTime", "Date", EMPTY_DATE, "До какого времени суток.", type_="Дата")
    completion_time = field(
        "ВремяЗавершения", "CompletionTime", "Date", EMPTY_DATE, "Когда прекратить выполнение.", type_="Дата"
    )
    completion_interval = field(
        "ИнтервалЗавершения", "CompletionInterval", "int", 0, "Сколько секунд выполнять, не дольше.", type_="Число"
    )
    days_repeat_period = field(
        "ПериодПовтораДней", "DaysRepeatPeriod", "int", 0, "Через сколько дней; 0 – один раз.", type_="Число"
    )
    weeks_period = field("ПериодНедель", "WeeksPeriod", "int", 0, "Через сколько недель.", type_="Число")
    week_days = field("ДниНедели", "WeekDays", "Array", None, "Номера дней недели, с понедельника.", type_="Массив")
    months = field("Месяцы", "Months", "Array", None, "Номера месяцев.", type_="Массив")
    day_in_month = field(
        "ДеньВМесяце", "DayInMonth", "int", 0, "День месяца; отрицательный – с его конца.", type_="Число"
    )
    week_day_in_month = field(
        "ДеньНеделиВМесяце", "WeekDayInMonth", "int", 0, "Который по счёту такой день недели в месяце.", type_="Число"
    )
    repeat_period_in_day = field(
        "ПериодПовтораВТечениеДня", "RepeatPeriodInDay", "int", 0, "Через сколько секунд повторять.", type_="Число"
    )
    repeat_pause = field(
        "ПаузаПовтора", "RepeatPause", "int", 0, "Сколько секунд между концом и новым началом.", type_="Число"
    )
    detailed_daily_schedules = field(
        "ДетальныеРасписанияДня", "DetailedDailySchedules", "Array", None, "Расписания внутри дня.", type_="Массив"
    )

    @constructor("()", "()")
    def __init__(self) -> None:
        self._week_days, self._months, self._detailed_daily_schedules = Array(), Array(), Array()

    @method(
        "ТребуетсяВыполнение([ДатаДляПроверки], [ДатаНачалаПоследнегоЗапуска], "
        "[ДатаЗавершенияПоследнегоЗапуска]): Булево",
        "ExecutionRequired([Date], [LastStart], [LastEnd])",
    )
    def execution_required(
        self, moment: Date | None = None, started: Date = EMPTY_DATE, ended: Date = EMPTY_DATE
    ) -> bool:
        """Истина, если в этот момент (обычно сейчас) по расписанию пора выполнять."""
        now = (moment or current_date()).seconds
        day = now // DAY
        if not self._is_day(day) or (self.days_repeat_period == 0 and 0 < started.seconds // DAY != day):
            return False
        inside = [one for one in self._detailed_daily_schedules if isinstance(one, JobSchedule)]
        return any(one._is_time(now, started.seconds, ended.seconds) for one in inside or [self])

    def _is_day(self, day: int) -> bool:
        """Is it one of the days? They are counted from 01.01.0001, which is a Monday."""
        year, month, number = civil(day)
        length, week_day = days_in_month(year, month), day % _WEEK + 1
        first = self.begin_date.seconds // DAY
        last = self.end_date.seconds // DAY
        wanted = self.day_in_month if self.day_in_month >= 0 else length + 1 + self.day_in_month
        ordinal = self.week_day_in_month
        place = (number - 1) // _WEEK + 1 if ordinal >= 0 else -((length - number) // _WEEK + 1)
        return bool(
            day >= first
            and (not last or day <= last)
            and (not self._months or month in self._months)
            and (not self._week_days or week_day in self._week_days)
            and wanted in (0, number)
            and ordinal in (0, place)
            and (self.days_repeat_period < 2 or (day - first) % self.days_repeat_period == 0)
            and (self.weeks_period < 2 or (day // _WEEK - first // _WEEK) % self.weeks_period == 0)
        )

    def _is_time(self, now: int, started: int, ended: int) -> bool:
        begin, end = self.begin_time.seconds % DAY, self.end_time.seconds % DAY
        time = now % DAY
        if time < begin or (end and time > end):
            return False
        if started < now - time + begin:
            return True
        period = self.repeat_period_in_day
        return bool(period > 0 and now >= started + period and now >= ended + self.repeat_pause)
