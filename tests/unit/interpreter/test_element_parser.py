# ruff: noqa: E501  (a row of a table is one line)
from __future__ import annotations

from decimal import Decimal

import pytest

from interpreter.diagnostics import Refused
from interpreter.element import nodes
from interpreter.element.parser import is_incomplete, parse_expression, parse_module, parse_statements
from interpreter.source import Source, Span


def shape(value: object) -> str:
    """A node as short text: names as they are, literals as values, the rest as Класс(поля)."""
    if isinstance(value, nodes.Name):
        return value.text
    if isinstance(value, (nodes.Reference, nodes.NamedType)) and not getattr(
        value, "arguments", getattr(value, "type_arguments", ())
    ):
        return "::".join(name.text for name in value.path)
    if isinstance(value, nodes.NumberLiteral):
        return str(value.value)
    if isinstance(value, nodes.Node):
        names = [name for name in value.__dataclass_fields__ if name not in ("span", "operator_span", "end")]
        return f"{type(value).__name__}({' '.join(shape(getattr(value, name)) for name in names)})"
    if isinstance(value, tuple):
        return f"[{' '.join(shape(item) for item in value)}]"
    if value is None or isinstance(value, bool):
        return {None: "-", True: "yes", False: "no"}[value]
    return repr(value)


def expression(text: str) -> str:
    return shape(parse_expression(Source("т", text)))


def statements(text: str) -> str:
    return " ".join(shape(statement) for statement in parse_statements(Source("т", text)).statements)


def member(text: str) -> str:
    (found,) = parse_module(Source("т", text)).members
    return shape(found)


def type_of(text: str) -> str:
    (found,) = parse_statements(Source("т", f"пер Х: {text}")).statements
    assert isinstance(found, nodes.VariableDeclaration)
    return shape(found.type)


def call(name: str) -> str:
    return f"ExpressionStatement(Call({name} []))"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # literals
        ("12", "12"),
        ("1.50", "1.50"),
        ("2.0", "2"),
        ("0x1F", "31"),
        ("0b101", "5"),
        ("Истина", "BooleanLiteral(yes)"),
        ("False", "BooleanLiteral(no)"),
        ("Неопределено", "UndefinedLiteral()"),
        ("1ч30м5с", "DurationLiteral(5405000)"),
        ("1d2h3m4s5ms", "DurationLiteral(93784005)"),
        ("0мс", "DurationLiteral(0)"),
        ("'а\\'б'", "PatternLiteral(\"а'б\")"),
        ("Тип<Массив<Число>>", "TypeLiteral(NamedType([Массив] [TypeArgument(- Число)]))"),
        ("[1, 2,]", "ArrayLiteral(- [1 2])"),
        ("[]", "ArrayLiteral(- [])"),
        ("{1, 2}", "SetLiteral(- [1 2])"),
        ("{}", "SetLiteral(- [])"),
        ("{:}", "MapLiteral(- - [])"),
        ("{1: а, 2: б,}", "MapLiteral(- - [MapEntry(1 а) MapEntry(2 б)])"),
        ("<Число>[]", "ArrayLiteral(Число [])"),
        ("<Число?>{1}", "SetLiteral(NullableType(Число) [1])"),
        ("<Строка, Число>{:}", "MapLiteral(Строка Число [])"),
        # names
        ("Стд::Коллекции::Массив", "Стд::Коллекции::Массив"),
        ("Ф<Число>(1)", "Call(Reference([Ф] [TypeArgument(- Число)]) [Argument(- 1)])"),
        ("этот.А", "Member(This() no А [])"),
        ("глобальный.А", "Member(Global() no А [])"),
        ("а?.б", "Member(а yes б [])"),
        ("а.новый", "Member(а no новый [])"),
        ("а.Ф<Число>()", "Call(Member(а no Ф [TypeArgument(- Число)]) [])"),
        ("а[0][1]", "Index(Index(а 0) 1)"),
        ("а!.б", "Member(NonNull(а) no б [])"),
        ("Ф(1, Б = 2,)", "Call(Ф [Argument(- 1) Argument(Б 2)])"),
        ("новый А", "New(А [])"),
        ("новый А.Б<Число>(1).В()", "Call(Member(New(NamedType([А Б] [TypeArgument(- Число)]) [Argument(- 1)]) no В []) [])"),
        # priorities
        ("а + б * в", "Binary('+' а Binary('*' б в))"),
        ("а - б - в", "Binary('-' Binary('-' а б) в)"),
        ("а / б % в", "Binary('%' Binary('/' а б) в)"),
        ("-2 ** 2", "Binary('**' Unary('-' 2) 2)"),
        ("2 ** 3 ** 4", "Binary('**' 2 Binary('**' 3 4))"),
        ("2 ** -1", "Binary('**' 2 Unary('-' 1))"),
        ("- - а", "Unary('-' Unary('-' а))"),
        ("-а.б", "Unary('-' Member(а no б []))"),
        ("(а + б) * в", "Binary('*' Binary('+' а б) в)"),
        ("а < б", "Comparison(а [ComparisonTail('<' б)])"),
        ("а < б <= в", "Comparison(а [ComparisonTail('<' б) ComparisonTail('<=' в)])"),
        ("(а < б) < в", "Comparison(Comparison(а [ComparisonTail('<' б)]) [ComparisonTail('<' в)])"),
        ("а + 1 == б", "Comparison(Binary('+' а 1) [ComparisonTail('==' б)])"),
        ("не а == б", "Not(Comparison(а [ComparisonTail('==' б)]))"),
        ("не Х это Т", "TypeTest(Not(Х) no Т)"),
        ("а == б как Т", "Cast(Comparison(а [ComparisonTail('==' б)]) Т)"),
        ("а как Т это не А|Б", "TypeTest(Cast(а Т) yes UnionType([А Б]))"),
        ("а и б и в", "Logical('и' [а б в])"),
        ("а или б и в", "Logical('или' [а Logical('и' [б в])])"),
        ("a and b or c", "Logical('или' [Logical('и' [a b]) c])"),
        ("а ?? б ?? в", "Coalesce(а Coalesce(б в))"),
        ("а ?? б ? в : г", "Coalesce(а Ternary(б в г))"),
        ("а или б ?? в", "Coalesce(Logical('или' [а б]) в)"),
        ("а ? б : в ? г : д", "Ternary(а б Ternary(в г д))"),
        ("а? б : в", "Ternary(а б в)"),
        ("а и б ? в : г", "Ternary(Logical('и' [а б]) в г)"),
        ("{а ? 1 : 2: 3}", "MapLiteral(- - [MapEntry(Ternary(а 1 2) 3)])"),
        ("а ?? выбросить б", "Coalesce(а Throw(б))"),
        ("выбросить а ?? б", "Throw(Coalesce(а б))"),
        # the special rule of 7.1
        ("А и Х это Т ? п : к", "Logical('и' [А Ternary(TypeTest(Х no Т) п к)])"),
        ("Х это не Т ? п : к", "Ternary(TypeTest(Х yes Т) п к)"),
        ("А и Х это Т|У ? п : к", "Logical('и' [А Ternary(TypeTest(Х no UnionType([Т У])) п к)])"),
        ("А и Х это Т? ? п : к", "Ternary(Logical('и' [А TypeTest(Х no NullableType(Т))]) п к)"),
        ("А и Х это Т|? ? п : к", "Ternary(Logical('и' [А TypeTest(Х no UnionType([Т UndefinedType()]))]) п к)"),
        ("А и Х это Неопределено ? п : к", "Ternary(Logical('и' [А TypeTest(Х no UndefinedType())]) п к)"),
        ("А и Х как Т ? п : к", "Ternary(Logical('и' [А Cast(Х Т)]) п к)"),
        ("А и а как У это Т ? п : к", "Logical('и' [А Ternary(TypeTest(Cast(а У) no Т) п к)])"),
        # lambdas and method references
        ("х -> х + 1", "Lambda([LambdaParameter(х -)] Binary('+' х 1))"),
        ("(а, б: Число) -> а", "Lambda([LambdaParameter(а -) LambdaParameter(б Число)] а)"),
        ("() -> С += 1", "Lambda([] Assignment(С '+=' 1))"),
        ("Э -> Э.П = 1", "Lambda([LambdaParameter(Э -)] Assignment(Member(Э no П []) '=' 1))"),
        ("метод(А: Число) -> возврат А ;", "Lambda([LambdaParameter(А Число)] Block([Return(А)]))"),
        ("метод() -> ;", "Lambda([] Block([]))"),
        ("х -> у -> х", "Lambda([LambdaParameter(х -)] Lambda([LambdaParameter(у -)] х))"),
        ("&М", "MethodReference(- М [] -)"),
        ("&этот.М", "MethodReference(This() М [] -)"),
        ("&А.М", "MethodReference(А М [] -)"),
        ("&А::Б.новый", "MethodReference(А::Б новый [] -)"),
        ("&глобальный.А.М", "MethodReference(Member(Global() no А []) М [] -)"),
        ("&М<Число>(Строка, Т?)", "MethodReference(- М [TypeArgument(- Число)] [Строка NullableType(Т)])"),
        ("&М()", "MethodReference(- М [] [])"),
    ],
)  # fmt: skip
def test_an_expression_is_read(text: str, expected: str) -> None:
    assert expression(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Число", "Число"),
        ("Стд::Число", "Стд::Число"),
        ("Модуль.Тип", "Модуль::Тип"),
        ("Число?", "NullableType(Число)"),
        ("А|Б|?", "UnionType([А Б UndefinedType()])"),
        ("А|Б?", "UnionType([А NullableType(Б)])"),
        ("А|Неопределено", "UnionType([А UndefinedType()])"),
        ("Массив<Число?>", "NamedType([Массив] [TypeArgument(- NullableType(Число))])"),
        ("Форма<А, Имя = Б>", "NamedType([Форма] [TypeArgument(- А) TypeArgument(Имя Б)])"),
        ("(А, Б)->В", "FunctionType([А Б] В)"),
        ("() -> ничто", "FunctionType([] VoidType())"),
        ("()->никогда", "FunctionType([] NeverType())"),
        ("((Исключение)->ничто)?", "NullableType(FunctionType([Исключение] VoidType()))"),
        ("(А|Б)?", "NullableType(UnionType([А Б]))"),
        ("неизвестно", "UnknownType()"),
        ("Тип", "Тип"),
        ("Массив<Массив<А>>", "NamedType([Массив] [TypeArgument(- NamedType([Массив] [TypeArgument(- А)]))])"),
    ],
)
def test_a_type_is_read(text: str, expected: str) -> None:
    assert type_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("пер Х = 1", "VariableDeclaration('пер' Х - 1)"),
        ("знч Х: Число = 1", "VariableDeclaration('знч' Х Число 1)"),
        ("пер Х: Массив<Число>= []", "VariableDeclaration('пер' Х NamedType([Массив] [TypeArgument(- Число)]) ArrayLiteral(- []))"),
        ("исп Х = Ф()", "Use(Х - Call(Ф []))"),
        ("исп Х: Т = Ф()", "Use(Х Т Call(Ф []))"),
        ("исп Ф()", "Use(- - Call(Ф []))"),
        ("Х = 1", "Assignment(Х '=' 1)"),
        ("Х.П[0] -= 1", "Assignment(Index(Member(Х no П []) 0) '-=' 1)"),
        ("Х *= 2 У /= 3", "Assignment(Х '*=' 2) Assignment(У '/=' 3)"),
        ("А() Б()", f"{call('А')} {call('Б')}"),
        ("А\n(Б).В()", "ExpressionStatement(А) ExpressionStatement(Call(Member(Б no В []) []))"),
        ("Х = А\n+ Б", "Assignment(Х '=' Binary('+' А Б))"),
        ("выбросить Х", "ExpressionStatement(Throw(Х))"),
        ("если А Б() ;", f"If([IfBranch(А Block([{call('Б')}]))] -)"),
        ("если А ; ", "If([IfBranch(А Block([]))] -)"),
        ("если А Б() иначе если В Г() иначе Д() ;", f"If([IfBranch(А Block([{call('Б')}])) IfBranch(В Block([{call('Г')}]))] Block([{call('Д')}]))"),
        ("если А иначе\nесли Б ;\n;", "If([IfBranch(А Block([]))] Block([If([IfBranch(Б Block([]))] -)]))"),
        ("if А else ;", "If([IfBranch(А Block([]))] Block([]))"),
        ("выбор Х когда 1, > 2, < 3, это Т, это не У Ф() иначе Г() ;", f"Case(Х [WhenBranch([WhenValue(1) WhenComparison('>' 2) WhenComparison('<' 3) WhenType(no Т) WhenType(yes У)] Block([{call('Ф')}]))] Block([{call('Г')}]))"),
        ("выбор когда А > 1 ;", "Case(- [WhenBranch([WhenValue(Comparison(А [ComparisonTail('>' 1)]))] Block([]))] -)"),
        ("выбор Х ;", "Case(Х [] -)"),
        ("выбор ;", "Case(- [] -)"),
        ("пока А Б() ;", f"While(А Block([{call('Б')}]))"),
        ("для Э из Список ;", "ForIn(Э Список Block([]))"),
        ("для И = 1 по 10 ;", "ForTo(И 1 no 10 - Block([]))"),
        ("для И = 9 вниз по 1 шаг 2 ;", "ForTo(И 9 yes 1 2 Block([]))"),
        ("for i = 9 down to 1 step 2 ;", "ForTo(i 9 yes 1 2 Block([]))"),
        ("попытка А() поймать О: Т|У Б() вконце В() ;", f"Try(Block([{call('А')}]) [Catch(О UnionType([Т У]) Block([{call('Б')}]))] Block([{call('В')}]))"),
        ("попытка ;", "Try(Block([]) [] -)"),
        ("область А() ;", f"Scope(Block([{call('А')}]))"),
        ("пока А прервать продолжить ;", "While(А Block([Break() Continue()]))"),
        ("возврат А", "Return(А)"),
        ("возврат\nА()", f"Return(-) {call('А')}"),
        ("для Э из Ф()\n(Э как К).П = 1 ;", "ForIn(Э Call(Ф []) Block([Assignment(Member(Cast(Э К) no П []) '=' 1)]))"),
    ],
)  # fmt: skip
def test_a_statement_is_read(text: str, expected: str) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("метод А() ;", "Method([] no А [] - Block([]))"),
        ("статический метод А(): Число возврат 1 ;", "Method([] yes А [] Число Block([Return(1)]))"),
        ("метод А(): ничто ;", "Method([] no А [] VoidType() Block([]))"),
        ("метод А(): никогда выбросить Б ;", "Method([] no А [] NeverType() Block([ExpressionStatement(Throw(Б))]))"),
        ("метод А(Б: Число, В = 1, @Г Д: Т? = Неопределено,) ;", "Method([] no А [Parameter([] Б Число -) Parameter([] В - 1) Parameter([Annotation([Г] [])] Д NullableType(Т) UndefinedLiteral())] - Block([]))"),
        ("метод А\n(Б: Число) ;", "Method([] no А [Parameter([] Б Число -)] - Block([]))"),
        ("абстрактный метод А(): Число", "Method([] no А [] Число -)"),
        ("@Глобально\n@Устарело(Сообщение = \"х\", 1, @В)\nметод А() ;", "Method([Annotation([Глобально] []) Annotation([Устарело] [AnnotationArgument(Сообщение StringLiteral('х')) AnnotationArgument(- 1) AnnotationArgument(- Annotation([В] []))])] no А [] - Block([]))"),
        ("конст А = 1", "Constant([] А - 1)"),
        ("const А: Число = 1", "Constant([] А Число 1)"),
        ("структура А ;", "Structure([] А [] [] [])"),
        ("структура А обз знч Б: Строка пер обз В: Число пер Г = 0 исп Д: Т конструктор метод Е() ; ;", "Structure([] А [Field([] yes 'знч' Б Строка -) Field([] yes 'пер' В Число -) Field([] no 'пер' Г - 0) Field([] no 'исп' Д Т -)] [Method([] no Е [] - Block([]))] [Constructor([])])"),
        ("структура А @ИменованныеПараметры конструктор ;", "Structure([] А [] [] [Constructor([Annotation([ИменованныеПараметры] [])])])"),
        ("исключение А обз пер Б: Число метод В() ; ;", "ExceptionDeclaration([] А [Field([] yes 'пер' Б Число -)] [Method([] no В [] - Block([]))] [])"),
        ("перечисление А Б, В умолчание, Г ;", "Enumeration([] А [EnumerationItem(Б no) EnumerationItem(В yes) EnumerationItem(Г no)] [])"),
        ("перечисление А Б В метод Г() ; ;", "Enumeration([] А [EnumerationItem(Б no) EnumerationItem(В no)] [Method([] no Г [] - Block([]))])"),
        ("enum А Б default ;", "Enumeration([] А [EnumerationItem(Б yes)] [])"),
    ],
)  # fmt: skip
def test_a_member_of_a_module_is_read(text: str, expected: str) -> None:
    assert member(text) == expected


def test_directives_and_imports_stand_first() -> None:
    text = "#!/usr/bin/1cs\n#требуется  Другой.sbsl // сосед \nимпорт Стд::Почта\nметод А() ;"
    module = parse_module(Source("т", text.replace(" // сосед", "")))
    assert shape(module.directives) == "[Directive(требуется Другой.sbsl)]"
    assert shape(module.imports) == "[Import([Стд Почта])]"
    assert [type(item) for item in module.members] == [nodes.Method]


@pytest.mark.parametrize(
    "word", "исключение перечисление структура абстрактный конст обз импорт по из вниз шаг метод статический global".split()
)  # fmt: skip
def test_a_soft_keyword_is_a_name_where_it_cannot_be_a_keyword(word: str) -> None:
    assert statements(f"пер {word} = 1") == f"VariableDeclaration('пер' {word} - 1)"
    assert statements(f"{word} = {word}") == f"Assignment({word} '=' {word})"
    assert statements(f"{word}.А({word})").startswith("ExpressionStatement(Call(Member(")
    assert f"Parameter([] {word} Число -)" in member(f"метод {word}({word}: Число) ;")


def test_soft_keywords_of_a_loop_keep_their_meaning() -> None:
    assert statements("для по из из ;") == "ForIn(по из Block([]))"
    assert statements("для шаг = по по по шаг шаг ;") == "ForTo(шаг по no по шаг Block([]))"
    assert statements("для И = 1 по 5\nшаг = 2 ;") == "ForTo(И 1 no 5 - Block([Assignment(шаг '=' 2)]))"


def test_an_item_of_an_enumeration_may_be_called_default() -> None:
    assert "EnumerationItem(умолчание no)" in member("перечисление А умолчание, Б умолчание ;")


@pytest.mark.parametrize("word", ["Метод", "Выбор", "Если", "Исключение", "И", "Тип", "Запрос"])
def test_a_capitalised_keyword_is_an_ordinary_name(word: str) -> None:
    assert statements(f"пер {word} = 1") == f"VariableDeclaration('пер' {word} - 1)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"а"', "StringLiteral('а')"),
        ('""', "StringLiteral('')"),
        (r'"\н\n\в\r\т\t\\\"\%\$"', r"""StringLiteral('\n\n\r\r\t\t\\"%$')"""),
        (r'"\ю1040;"', "StringLiteral('А;')"),
        ('"100% $ $<число> %"', "StringLiteral('100% $ $<число> %')"),
        ('"%Имя"', "Interpolated([Interpolation('%' Имя -)])"),
        ('"а$Имя.б"', "Interpolated([TextPart('а') Interpolation('$' Имя -) TextPart('.б')])"),
        ('"%_"', "Interpolated([Interpolation('%' _ -)])"),
        ('"%{а + 1}"', "Interpolated([Interpolation('%' Binary('+' а 1) -)])"),
        ('"${Сейчас|дд ММММ гггг}"', "Interpolated([Interpolation('$' Сейчас 'дд ММММ гггг')])"),
        ('"${Ф("|", {1: "}"})|ф|у}"', "Interpolated([Interpolation('$' Call(Ф [Argument(- StringLiteral('|')) Argument(- MapLiteral(- - [MapEntry(1 StringLiteral('}'))]))]) 'ф|у')])"),
        ('"%{х это А|Б}"', "Interpolated([Interpolation('%' TypeTest(х no UnionType([А Б])) -)])"),
        ('"%%{а}"', "StringLiteral('%{а}')"),
        ('"$${а}"', "StringLiteral('${а}')"),
        (r'"\%%{а}"', "Interpolated([TextPart('%') Interpolation('%' а -)])"),
        (r'"\%а"', "StringLiteral('%а')"),
        ('"%{"в %{б}"}"', "Interpolated([Interpolation('%' Interpolated([TextPart('в ') Interpolation('%' б -)]) -)])"),
        ('"%этот"', "Interpolated([Interpolation('%' This() -)])"),
        ('"%{а}%{б}"', "Interpolated([Interpolation('%' а -) Interpolation('%' б -)])"),
    ],
)  # fmt: skip
def test_a_string_is_read(text: str, expected: str) -> None:
    assert expression(text) == expected


def test_the_indentation_of_a_string_of_many_lines_is_cut() -> None:
    text = (
        '    пер Х =\n        "первая   \n         вторая\n           третья\n\n      мало\n         %{а}  \n         "'
    )
    (found,) = parse_statements(Source("т", text)).statements
    assert isinstance(found, nodes.VariableDeclaration) and isinstance(found.value, nodes.Interpolated)
    first, code, last = found.value.parts
    assert isinstance(first, nodes.TextPart) and isinstance(last, nodes.TextPart)
    assert first.value == "первая\nвторая\n  третья\n\nмало\n"
    assert isinstance(code, nodes.Interpolation)
    assert last.value == "\n"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Дата{2020-03-01}", "Date", (2020, 3, 1)),
        ("Date{}", "Date", (1, 1, 1)),
        ("Дата{Максимум}", "Date", (9999, 12, 31)),
        ("Время{9:15:0.0}", "Time", (9, 15, 0, 0)),
        ("Время{09:15}", "Time", (9, 15, 0, 0)),
        ("Время{01:02:03.5}", "Time", (1, 2, 3, 500)),
        ("ДатаВремя{2021-03-31 22:50:47}", "DateTime", (2021, 3, 31, 22, 50, 47, 0)),
        ("ДатаВремя{2021-03-31T22:50}", "DateTime", (2021, 3, 31, 22, 50, 0, 0)),
        ("ДатаВремя{2021-03-31}", "DateTime", (2021, 3, 31, 0, 0, 0, 0)),
        ("Момент{2019-05-01 23:30:40.345 UTC+3}", "Instant", (2019, 5, 1, 23, 30, 40, 345, "UTC+3")),
        ("Момент{2019-05-01 23:30:40}", "Instant", (2019, 5, 1, 23, 30, 40, 0, None)),
        ("ЧасовойПояс{Europe/Moscow}", "TimeZone", "Europe/Moscow"),
        ("ЧасовойПояс{Z}", "TimeZone", "Z"),
        ("Ууид{550E8400-e29b-41d4-a716-446655440000}", "Uuid", "550e8400-e29b-41d4-a716-446655440000"),
        ("Байты{4D5A}", "Bytes", (0x4D, 0x5A)),
        ("Версия{1.2.3}", "Version", (1, 2, 3)),
        ("Локаль{ru-RU}", "Locale", "ru-RU"),
        ("Ресурс{имя.svg}", "Resource", "имя.svg"),
        ('Запрос {ВЫБРАТЬ "}"}', "Query", 'ВЫБРАТЬ "}"'),
    ],
)
def test_a_literal_in_braces_is_taken_apart(text: str, kind: str, value: object) -> None:
    node = parse_expression(Source("т", text))
    assert isinstance(node, nodes.BracedLiteral)
    found = tuple(node.value) if isinstance(node.value, bytes) else node.value
    assert (node.kind, found) == (kind, value)


def test_a_fraction_is_a_decimal() -> None:
    node = parse_expression(Source("т", "1.005"))
    assert isinstance(node, nodes.NumberLiteral)
    assert node.value == Decimal("1.005")


def test_brackets_belong_to_the_span_of_what_is_in_them() -> None:
    node = parse_expression(Source("т", "1 + ((а + б))"))
    assert isinstance(node, nodes.Binary)
    assert (node.right.span, node.operator_span) == (Span(4, 13), Span(2, 3))


def test_blocks_carry_the_place_of_their_semicolon() -> None:
    text = "если А\n    Б()\n;\n"
    (node,) = parse_statements(Source("т", text)).statements
    assert isinstance(node, nodes.If)
    assert node.end == Span(15, 16)


def test_an_empty_block_stands_behind_what_opened_it() -> None:
    (node,) = parse_statements(Source("т", "пока А   ;")).statements
    assert isinstance(node, nodes.While)
    assert node.block.span == Span(6, 6)


def test_a_long_chain_is_a_tree_and_a_longer_one_a_diagnostic() -> None:
    node = parse_expression(Source("т", " + ".join(["а"] * 400)))
    assert isinstance(node, nodes.Binary)
    with pytest.raises(Refused, match="Слишком большая вложенность"):
        parse_expression(Source("т", " + ".join(["а"] * 4000)))


@pytest.mark.parametrize(
    ("first", "piece", "last"),
    [
        ("", "(", ""), ("", "[", ""), ("", "{", ""), ("", "-", "а"), ("", "х->", "х"), ("", "а ?? ", "а"),
        ("", "а ? ", "а"), ("а", ".а", ""), ("а", "()", ""), ("а", "[0]", ""), ("а", "!", ""), ("", "а и ", "а"),
        ("", "а < ", "а"), ("а", " как Т", ""), ("а", " это Т", ""), ("а это Т", "|Т", ""), ("а это ", "(", ""),
        ("", '"%{', ""), ("", "выбросить ", "а"), ("", "1 ** ", "1"), ("", "метод() -> ", ""),
    ],
)  # fmt: skip
def test_depth_is_bounded(first: str, piece: str, last: str) -> None:
    with pytest.raises(Refused, match="Слишком большая вложенность"):
        parse_expression(Source("т", first + piece * 20_000 + last))


def test_blocks_may_nest_but_not_without_end() -> None:
    assert parse_statements(Source("т", "если А " * 50 + ";" * 50)).statements
    with pytest.raises(Refused, match="Слишком большая вложенность"):
        parse_statements(Source("т", "если А " * 50_000))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("если А", True),
        ("если А\n    Б()", True),
        ("метод А()", True),
        ("метод А()\n;\nметод Б(", True),
        ("Х = (1 +", True),
        ('Х = "а', True),
        ("/* а", True),
        ("Дата{2020", True),
        ("Ф(метод() ->", True),
        ("@Глобально", True),
        ("структура А", True),
        ("пер Х = 1", False),
        ("Х", False),
        ("метод А()\n;", False),
        ("если А ;", False),
        ("", False),
        ("Х = )", False),
        ("если А = 1", False),
        ("И", False),
        ("знч И = 5\nИ", False),
        ("если А == 5 И", False),
    ],
)
def test_incomplete_input_is_known(text: str, expected: bool) -> None:
    assert is_incomplete(Source("т", text)) is expected


def test_the_documented_letter_program_is_read() -> None:
    text = """// Пример отправки письма
метод ОтправитьПисьмо()
// 1. Подготовить письмо
пер Сообщение = Письмо("sender@1c.ru")
Сообщение.ДобавитьПолучателей("recipient@1c.ru")
Сообщение.Тема = "Тема сообщения электронной почты"
Сообщение.УстановитьТекстКакСтроку("Текст сообщения электронной почты")
// 2. Отправить письмо
пер ПараметрыПодключения = ПолучитьПараметрыПодключенияSmtp()
КлиентSmtp.Отправить(ПараметрыПодключения, Сообщение)
;"""
    (method,) = parse_module(Source("т", text)).members
    assert isinstance(method, nodes.Method) and method.body is not None
    assert [type(statement).__name__ for statement in method.body.statements] == [
        "VariableDeclaration", "ExpressionStatement", "Assignment", "ExpressionStatement", "VariableDeclaration",
        "ExpressionStatement",
    ]  # fmt: skip
