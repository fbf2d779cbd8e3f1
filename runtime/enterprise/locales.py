"""The habits of countries, as data.

A row of each: the Russian name of the language; the decimal mark and the mark between groups; Истина; Ложь; the short
date, the long date and the time in the letters of ДФ; months; months beside a day (empty: the same); week days; short
week days.
"""

from __future__ import annotations

_N = "\u00a0"
_HH = "HH:mm:ss"
_ENGLISH = (
    "Yes", "No", "M/d/yyyy", "MMMM d, yyyy", "h:mm:ss tt",
    "January February March April May June July August September October November December", "",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "Mon Tue Wed Thu Fri Sat Sun",
)  # fmt: skip
_GERMAN = (
    "Ja", "Nein", "dd.MM.yyyy", "d. MMMM yyyy", _HH,
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "",
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", "Mo Di Mi Do Fr Sa So",
)  # fmt: skip
_FRENCH = (
    "Oui", "Non", "dd/MM/yyyy", "d MMMM yyyy", _HH,
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "",
    "lundi mardi mercredi jeudi vendredi samedi dimanche", "lun. mar. mer. jeu. ven. sam. dim.",
)  # fmt: skip

HABITS: dict[str, tuple[str, ...]] = {
    "ru": (
        "Русский", "," + _N, "Да", "Нет", "дд.ММ.гггг", f"д ММММ гггг'{_N}г.'", "Ч:мм:сс",
        "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "понедельник вторник среда четверг пятница суббота воскресенье", "Пн Вт Ср Чт Пт Сб Вс",
    ),
    "en": ("Английский", ".,", *_ENGLISH),
    "en_us": ("Английский (США)", ".,", *_ENGLISH),
    "en_gb": ("Английский (Великобритания)", ".,", "Yes", "No", "dd/MM/yyyy", "d MMMM yyyy", _HH, *_ENGLISH[5:]),
    "en_ca": ("Английский (Канада)", ".,", "Yes", "No", "yyyy-MM-dd", *_ENGLISH[3:]),
    "de": ("Немецкий", ",.", *_GERMAN),
    "de_de": ("Немецкий (Германия)", ",.", *_GERMAN),
    "de_at": ("Немецкий (Австрия)", "," + _N, *_GERMAN),
    "de_ch": ("Немецкий (Швейцария)", ".’", *_GERMAN),
    "fr": ("Французский", "," + _N, *_FRENCH),
    "fr_fr": ("Французский (Франция)", "," + _N, *_FRENCH),
    "es": (
        "Испанский", ",.", "Sí", "No", "dd/MM/yyyy", "d 'de' MMMM 'de' yyyy", "H:mm:ss",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "",
        "lunes martes miércoles jueves viernes sábado domingo", "lun mar mié jue vie sáb dom",
    ),
    "it": (
        "Итальянский", ",.", "Sì", "No", "dd/MM/yyyy", "d MMMM yyyy", _HH,
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica", "lun mar mer gio ven sab dom",
    ),
    "pt": (
        "Португальский", ",.", "Sim", "Não", "dd/MM/yyyy", "d 'de' MMMM 'de' yyyy", _HH,
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "seg ter qua qui sex sáb dom",
    ),
    "pl": (
        "Польский", "," + _N, "Tak", "Nie", "dd.MM.yyyy", "d MMMM yyyy", _HH,
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela", "pon. wt. śr. czw. pt. sob. niedz.",
    ),
    "cs": (
        "Чешский", "," + _N, "Ano", "Ne", "dd.MM.yyyy", "d. MMMM yyyy", "H:mm:ss",
        "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "pondělí úterý středa čtvrtek pátek sobota neděle", "po út st čt pá so ne",
    ),
    "uk": (
        "Украинский", "," + _N, "Так", "Ні", "дд.ММ.гггг", "д ММММ гггг 'р.'", "ЧЧ:мм:сс",
        "Січень Лютий Березень Квітень Травень Червень Липень Серпень Вересень Жовтень Листопад Грудень",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "понеділок вівторок середа четвер п’ятниця субота неділя", "пн вт ср чт пт сб нд",
    ),
    "be": (
        "Белорусский", "," + _N, "Так", "Не", "дд.ММ.гггг", "д ММММ гггг 'г.'", "ЧЧ:мм:сс",
        "Студзень Люты Сакавік Красавік Май Чэрвень Ліпень Жнівень Верасень Кастрычнік Лістапад Снежань",
        "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
        "панядзелак аўторак серада чацвер пятніца субота нядзеля", "пн аў ср чц пт сб нд",
    ),
    "kk": (
        "Казахский", "," + _N, "Иә", "Жоқ", "дд.ММ.гггг", "гггг 'ж.' д ММММ", "ЧЧ:мм:сс",
        "Қаңтар Ақпан Наурыз Сәуір Мамыр Маусым Шілде Тамыз Қыркүйек Қазан Қараша Желтоқсан",
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
        "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі", "дс сс ср бс жм сб жс",
    ),
    "bg": (
        "Болгарский", "," + _N, "Да", "Не", "дд.ММ.гггг", "д ММММ гггг 'г.'", "Ч:мм:сс",
        "януари февруари март април май юни юли август септември октомври ноември декември", "",
        "понеделник вторник сряда четвъртък петък събота неделя", "пн вт ср чт пт сб нд",
    ),
    "lv": (
        "Латышский", "," + _N, "Jā", "Nē", "dd.MM.yyyy", "yyyy. 'gada' d. MMMM", _HH,
        "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris", "",
        "pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena", "P O T C Pk S Sv",
    ),
    "lt": (
        "Литовский", "," + _N, "Taip", "Ne", "yyyy-MM-dd", "yyyy 'm.' MMMM d 'd.'", _HH,
        "sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis",
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
        "pr an tr kt pn št sk",
    ),
    "et": (
        "Эстонский", "," + _N, "Jah", "Ei", "dd.MM.yyyy", "d. MMMM yyyy", "H:mm:ss",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember", "",
        "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev", "E T K N R L P",
    ),
    "ro": (
        "Румынский", ",.", "Da", "Nu", "dd.MM.yyyy", "d MMMM yyyy", _HH,
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie", "",
        "luni marți miercuri joi vineri sâmbătă duminică", "lun. mar. mie. joi vin. sâm. dum.",
    ),
    "tr": (
        "Турецкий", ",.", "Evet", "Hayır", "dd.MM.yyyy", "d MMMM yyyy", _HH,
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık", "",
        "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar", "Pzt Sal Çar Per Cum Cmt Paz",
    ),
    "vi": (
        "Вьетнамский", ",.", "Có", "Không", "dd/MM/yyyy", "'Ngày' d 'tháng' M 'năm' yyyy", _HH,
        "|".join(f"Tháng {n}" for n in range(1, 13)), "",
        "Thứ Hai|Thứ Ba|Thứ Tư|Thứ Năm|Thứ Sáu|Thứ Bảy|Chủ Nhật", "T2 T3 T4 T5 T6 T7 CN",
    ),
    "zh": (
        "Китайский", ".,", "是", "否", "yyyy/M/d", "yyyy'年'M'月'd'日'", "H:mm:ss",
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月", "",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期日", "周一 周二 周三 周四 周五 周六 周日",
    ),
}  # fmt: skip

COUNTRIES = {
    "ru": "ru_RU Россия", "uk": "uk_UA Украина", "be": "be_BY Беларусь", "kk": "kk_KZ Казахстан", "es": "es_ES Испания",
    "it": "it_IT Италия", "pt": "pt_PT Португалия", "pl": "pl_PL Польша", "cs": "cs_CZ Чехия", "bg": "bg_BG Болгария",
    "lv": "lv_LV Латвия", "lt": "lt_LT Литва", "et": "et_EE Эстония", "ro": "ro_RO Румыния", "tr": "tr_TR Турция",
    "vi": "vi_VN Вьетнам", "zh": "zh_CN Китай",
}  # fmt: skip
"""The country that a language without rows of its own for it is mostly written in."""
