"""Numerals of Russian, Ukrainian and Belarusian: alike in everything but their words."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MASCULINE, FEMININE, NEUTER = range(3)


class Words:
    """A language's words. `ones` begins with zero; `first` and `second`: 1 and 2 in the three genders.

    `thousands`: forms (1, 2-4, many) of a thousand, a million…
    """

    __slots__ = ("first", "hundreds", "minus", "ones", "second", "tens", "thousands")

    def __init__(
        self, ones: str, first: str, second: str, tens: str, hundreds: str, thousands: str, minus: str
    ) -> None:
        self.ones, self.first, self.second = ones.split(), first.split(), second.split()
        self.tens, self.hundreds, self.minus = tens.split(), hundreds.split(), minus
        roots = thousands.split()
        self.thousands = [tuple(roots[i : i + 3]) for i in range(0, len(roots), 3)]

    def spell(self, number: int, gender: int) -> str:
        """A whole number, not negative, in words that agree with a noun of this gender."""
        if not number:
            return self.ones[0]
        if number >= 1000 ** (len(self.thousands) + 1):
            raise OnecError("Число слишком велико, чтобы написать его прописью")
        groups = []
        while number:
            groups.append(number % 1000)
            number //= 1000
        found: list[str] = []
        for place in range(len(groups) - 1, -1, -1):
            group = groups[place]
            if group:
                found += self._group(group, gender if not place else FEMININE if place == 1 else MASCULINE)
                if place:
                    found.append(self.thousands[place - 1][form_of(group)])
        return " ".join(found)

    def _group(self, group: int, gender: int) -> Iterator[str]:
        hundreds, rest = divmod(group, 100)
        if hundreds:
            yield self.hundreds[hundreds - 1]
        if rest >= 20:
            yield self.tens[rest // 10 - 2]
            rest %= 10
        if rest == 1:
            yield self.first[gender]
        elif rest == 2:
            yield self.second[gender]
        elif rest:
            yield self.ones[rest]


def form_of(number: int) -> int:
    """0 for 1, 21…; 1 for 2-4, 22-24…; 2 for the rest."""
    last, two = number % 10, number % 100
    if last == 1 and two != 11:
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= two <= 14 else 2


def _powers(names: str, *endings: str) -> str:
    return " ".join(name + ending for name in names.split() for ending in endings)


RUSSIAN = Words(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "один одна одно",
    "два две два",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "тысяча тысячи тысяч "
    + _powers(
        "миллион миллиард триллион квадриллион квинтиллион секстиллион септиллион октиллион нониллион", "", "а", "ов"
    ),
    "минус",
)
UKRAINIAN = Words(
    "нуль один два три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять чотирнадцять "
    "п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять",
    "один одна одне",
    "два дві два",
    "двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто",
    "сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот",
    "тисяча тисячі тисяч " + _powers("мільйон мільярд трильйон квадрильйон квінтильйон секстильйон", "", "и", "ів"),
    "мінус",
)
BELARUSIAN = Words(
    "нуль адзін два тры чатыры пяць шэсць сем восем дзевяць дзесяць адзінаццаць дванаццаць трынаццаць чатырнаццаць "
    "пятнаццаць шаснаццаць сямнаццаць васямнаццаць дзевятнаццаць",
    "адзін адна адно",
    "два дзве два",
    "дваццаць трыццаць сорак пяцьдзясят шэсцьдзясят семдзесят восемдзесят дзевяноста",
    "сто дзвесце трыста чатырыста пяцьсот шэсцьсот семсот восемсот дзевяцьсот",
    "тысяча тысячы тысяч " + _powers("мільён мільярд трыльён квадрыльён квінтыльён секстыльён", "", "ы", "аў"),
    "мінус",
)
