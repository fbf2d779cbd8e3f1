"""The grammar of the command line."""

from __future__ import annotations

from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

from interpreter.cli.chrome import locale, number, port, speak_russian
from interpreter.cli.passwords import PASSWORD_ENV

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]

_PORTS = {"smtp": 2525, "imap": 2143, "pop3": 2110, "smtps": 2465, "imaps": 2993, "pop3s": 2995}
_ABOUT = """Языки сценариев 1С: язык 1С:Предприятия и язык 1С:Элемента.

  1cs ФАЙЛ [АРГУМЕНТЫ]        выполнить сценарий (то же, что 1cs run ФАЙЛ)
  1cs -e КОД [АРГУМЕНТЫ]      выполнить код из командной строки
  1cs                         диалог: вводите код, сразу видите результат"""

_CODES = """Коды возврата: 0 — успех, 1 — ошибка выполнения, 2 — неверный вызов, 65 — ошибка в тексте сценария,
70 — ошибка самого 1cs, 130 — прервано; ЗавершитьРаботу(N) возвращает N."""


def make_parser() -> ArgumentParser:
    speak_russian()
    parser = ArgumentParser("1cs", description=_ABOUT, epilog=_CODES, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="показать версию")
    commands = parser.add_subparsers(title="команды", dest="command", metavar="КОМАНДА", required=True)
    _add_run(commands)
    _add_check(commands)
    _add_repl(commands)
    _add_doc(commands)
    _add_mail(commands)
    return parser


class _ShowVersion(Action):
    """Looks the version up only when it is asked for."""

    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, values: object, option_string: str | None = None
    ) -> None:
        import platform
        from importlib.metadata import version

        print(f"1cs {version('1cs')} (Python {platform.python_version()})")
        parser.exit()


def _add_run(commands: Commands) -> None:
    run = commands.add_parser("run", help="выполнить сценарий", description="Выполняет сценарий.")
    run.usage = "1cs run [параметры] ФАЙЛ [АРГУМЕНТЫ…]\n       1cs run [параметры] -e КОД [АРГУМЕНТЫ…]"
    run.add_argument("-e", dest="code", metavar="КОД", help="выполнить этот код вместо файла")
    _add_language(run)
    _add_errors(run)
    run.add_argument("--context", metavar="ФАЙЛ", help="модуль, чьи процедуры и переменные видны сценарию")
    run.add_argument(
        "--locale", type=locale, default="ru_RU", metavar="КОД", help="чьи числа и даты: ru_RU (обычно), en_US, de…"
    )
    _add_sandbox(run)
    run.add_argument("--no-cache", dest="cache", action="store_false", help="не хранить готовый код")


def _add_check(commands: Commands) -> None:
    check = commands.add_parser("check", help="найти ошибки, не выполняя", description="Ищет ошибки, не выполняя.")
    check.add_argument("paths", nargs="+", metavar="ФАЙЛ", help="сценарий или папка со сценариями")
    check.add_argument(
        "--syntax-only", action="store_true", help="только синтаксис, имён не искать (модули конфигураций)"
    )
    _add_language(check)
    _add_errors(check)


def _add_repl(commands: Commands) -> None:
    repl = commands.add_parser("repl", help="диалог", description="Вводите код, сразу видите результат.")
    _add_language(repl)
    _add_sandbox(repl)


def _add_doc(commands: Commands) -> None:
    doc = commands.add_parser("doc", help="справка о типе или функции", description="Показывает справку.")
    doc.add_argument("name", nargs="?", metavar="ИМЯ", help="тип, функция или Тип.Член; без имени — список")
    _add_language(doc)


def _add_mail(commands: Commands) -> None:
    mail = commands.add_parser(
        "mail", help="письма встроенного почтового сервера", description="Без команды показывает список писем."
    )
    actions = mail.add_subparsers(title="команды", dest="action", metavar="КОМАНДА")
    show = actions.add_parser("show", help="показать письмо")
    show.add_argument("number", type=number, metavar="НОМЕР", help="как его показывает 1cs mail")
    show.add_argument("--source", action="store_true", help="как пришло, без разбора")
    show.add_argument("--save", dest="folder", metavar="ПАПКА", help="сохранить вложения в эту папку")
    clear = actions.add_parser("clear", help="удалить письма")
    clear.add_argument("address", nargs="?", metavar="АДРЕС", help="чьи; без адреса — все")
    put = actions.add_parser("put", help="положить письма из файлов (.eml) в ящик: чтобы было что читать")
    put.add_argument("address", metavar="АДРЕС", help="чей ящик")
    put.add_argument("files", nargs="+", metavar="ФАЙЛ", help="письмо, как его сохраняют почтовые программы; - — ввод")
    _add_serve(actions)
    page = actions.add_parser("page", help="открыть страницу с письмами")
    _add_port(page, "page", "страницы", 8025)
    page.add_argument("--no-browser", dest="browser", action="store_false", help="только напечатать адрес")
    _add_release(page)
    _add_trouble(actions)
    _add_account(actions)


def _add_trouble(actions: Commands) -> None:
    fault = actions.add_parser("fault", help="сбои по заказу: чтобы проверить, что умеет программа")
    fault.add_argument("words", nargs="*", metavar="СБОЙ", help="например: smtp RCPT refuse 550; без него — список")
    fault.add_argument("--remove", type=number, metavar="НОМЕР", help="убрать один")
    fault.add_argument("--clear", action="store_true", help="убрать все")
    log = actions.add_parser("log", help="что говорили программы и сервер")
    log.add_argument("place", nargs="?", type=number, metavar="НОМЕР", help="какой разговор; 1 — последний")
    log.add_argument("--clear", action="store_true", help="забыть разговоры")


def _add_serve(actions: Commands) -> None:
    serve = actions.add_parser("serve", help="запустить почтовый сервер отдельно, со страницей")
    for protocol, usual in _PORTS.items():
        _add_port(serve, protocol, protocol.upper(), usual)
    _add_port(serve, "page", "страницы", 8025)
    serve.add_argument("--starttls", action="store_true", help="предлагать STARTTLS (сертификат свой)")
    serve.add_argument("--host", default="127.0.0.1", metavar="АДРЕС", help="где слушать; обычно 127.0.0.1")
    serve.add_argument("--allow-remote", action="store_true", help="подтвердить, что слушать надо не только эту машину")
    serve.add_argument("--accounts", metavar="ФАЙЛ", help="пользователи и пароли (TOML); без него годятся любые")
    _add_release(serve)


def _add_release(parser: ArgumentParser) -> None:
    text = "со страницы нельзя отправлять письма через настоящую почту"
    parser.add_argument("--no-release", dest="release", action="store_false", help=text)


def _add_port(parser: ArgumentParser, name: str, whose: str, usual: int) -> None:
    text = f"порт {whose}, обычно {usual}; 0 — любой свободный"
    parser.add_argument(f"--{name}-port", type=port, default=usual, metavar="ПОРТ", help=text)


def _add_account(actions: Commands) -> None:
    account = actions.add_parser("account", help="учётная запись, которой пользуются сценарии")
    deeds = account.add_subparsers(title="команды", dest="deed", metavar="КОМАНДА")
    new = deeds.add_parser("set", help="настроить настоящую почту")
    new.add_argument("address", metavar="АДРЕС", help="адрес отправителя")
    new.add_argument("--user", metavar="ИМЯ", help="имя для входа, если это не адрес")
    for protocol in ("smtp", "imap", "pop3"):
        new.add_argument(f"--{protocol}", metavar="СЕРВЕР", help="имя[:порт][/tls|starttls|none]")
    new.add_argument(
        "--password-env", default=PASSWORD_ENV, metavar="ПЕРЕМЕННАЯ", help=f"где пароль; обычно {PASSWORD_ENV}"
    )
    new.add_argument("--ca-file", metavar="ФАЙЛ", help="сертификаты (PEM), которым доверять кроме системных")
    new.add_argument(
        "--no-verify", dest="verify", action="store_false", help="не проверять сертификаты серверов (опасно)"
    )
    deeds.add_parser("test", help="проверить вход на серверы")
    deeds.add_parser("sandbox", help="вернуться к встроенному серверу")


def _add_language(parser: ArgumentParser) -> None:
    parser.add_argument("--language", choices=("enterprise", "element"), help="язык; обычно ясен из текста")


def _add_sandbox(parser: ArgumentParser) -> None:
    text = "вся почта остаётся во встроенном сервере, какие бы серверы ни назвал сценарий; ФАЙЛ: пользователи и пароли"
    # The file only after "=": what follows a blank is the script.
    parser.add_argument("--sandbox", nargs="?", const="", metavar="=ФАЙЛ", help=text)


def _add_errors(parser: ArgumentParser) -> None:
    parser.add_argument("--errors", choices=("short", "full", "json"), default="full", help="вид сообщений об ошибках")
