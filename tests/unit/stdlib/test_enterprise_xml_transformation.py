import builtins
from pathlib import Path

import pytest

from runtime.errors import OnecError
from stdlib.enterprise.xml.xsl_transform import XSLTransform

NAMESPACE = "http://www.w3.org/1999/XSL/Transform"
ENTITIES = "".join(f'<!ENTITY b{i} "{f"&b{i - 1};" * 10}">' for i in range(1, 12))
GROWING = f'<!DOCTYPE a [<!ENTITY b0 "xxxxxxxxxx">{ENTITIES}]><a>&b11;</a>'


def transform(inside: str, document: str = "<a/>", attributes: str = "") -> str:
    made = XSLTransform()
    made.load_xsl_stylesheet_from_string(
        f'<xsl:stylesheet version="1.0" xmlns:xsl="{NAMESPACE}" {attributes}>{inside}</xsl:stylesheet>'
    )
    return made.transform_from_string(document)


def template(inside: str) -> str:
    return f'<xsl:template match="/">{inside}</xsl:template>'


def test_document_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<s/>")
    with pytest.raises(OnecError, match="чтение файлов и обращение к сети запрещены"):
        transform(template(f"<xsl:copy-of select=\"document('{tmp_path}/secret.xml')\"/>"))


@pytest.mark.parametrize("what", ["import", "include"])
def test_no_other_stylesheet_is_read(what: str, tmp_path: Path) -> None:
    (tmp_path / "other.xsl").write_text(f'<xsl:stylesheet version="1.0" xmlns:xsl="{NAMESPACE}"/>')
    with pytest.raises(OnecError, match="запрещены"):
        transform(f'<xsl:{what} href="{tmp_path}/other.xsl"/>')


def test_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.xml"
    with pytest.raises(OnecError, match="запись файлов запрещена"):
        transform(
            template(f'<e:document href="{path}"><a/></e:document>'),
            attributes='xmlns:e="http://exslt.org/common" extension-element-prefixes="e"',
        )
    assert not path.exists()


def test_templates_without_end_are_stopped() -> None:
    endless = '<xsl:template name="x"><xsl:call-template name="x"/></xsl:template>'
    with pytest.raises(OnecError, match="бесконечная рекурсия"):
        transform(template('<xsl:call-template name="x"/>') + endless)


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "внешние сущности"),
        ("<a>" * 5000 + "</a>" * 5000, "слишком глубок"),
        ("<a>&x;</a>", "необъявленную сущность"),
        (GROWING, "Слишком много подстановок"),
    ],
    ids=["external", "deep", "unknown", "growing"],
)
def test_hostile_documents_are_refused(document: str, reason: str) -> None:
    with pytest.raises(OnecError, match=reason):
        transform(template('<o><xsl:value-of select="."/></o>'), document)


def test_an_external_document_type_is_never_fetched() -> None:
    found = transform(template("<o/>"), '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>')
    assert found.strip().endswith("<o/>")


def test_a_namespace_in_russian_letters_is_no_error() -> None:
    found = transform(template('<o><xsl:value-of select="."/></o>'), "<п:а xmlns:п='урн:п'>т</п:а>")
    assert "<o>т</o>" in found


def test_a_message_that_ends_the_transformation_is_told() -> None:
    with pytest.raises(OnecError, match="Ошибка преобразования XSL: Стоп"):
        transform(template('<xsl:message terminate="yes">Стоп</xsl:message>'))


def test_without_lxml_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == "lxml":
            raise ImportError(name)
        return known(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OnecError) as caught:
        transform(template("<o/>"))
    assert 'pip install "1cs[xml]"' in caught.value.hint


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("_input", "1", "не может называться"),
        ("profile_run", "1", "не может называться"),
        ("имя\x01", "1", "недопустимые в XML"),
        ("имя", "а\0", "недопустимые в XML"),
        ("имя", 10**400, "Слишком большое число"),
    ],
)
def test_what_cannot_be_a_parameter_is_refused(name: str, value: str | int, hint: str) -> None:
    with pytest.raises(OnecError) as caught:
        XSLTransform().add_parameter(name, value)
    assert hint in caught.value.hint


def test_regular_expressions_that_never_end_are_not_there() -> None:
    with pytest.raises(OnecError, match="Ошибка преобразования XSL"):
        transform(
            template(f"<xsl:value-of select=\"r:test('{'a' * 40}!', '^(a+)+$')\"/>"),
            attributes='xmlns:r="http://exslt.org/regular-expressions"',
        )
