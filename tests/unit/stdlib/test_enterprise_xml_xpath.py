"""Expressions compared with lxml, whose answers are those of libxml2."""

import math
import time
from typing import Any

import pytest
from lxml import etree

from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_builder import DOMBuilder
from stdlib.enterprise.xml.dom.dom_document import DOMDocument
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xpath.expression import Context
from stdlib.enterprise.xml.xpath.parser import parse

TEXT = (
    '<r a="1"><s id="x"><t n="1">one<b>bold</b> tail</t><t n="2">two</t><s id="y"><t n="3">3</t><!--c--><?pi d?></s>'
    "</s>"
    '<p:q xmlns:p="u" p:z="9"><t/>  5 </p:q><t n="x">7</t></r>'
)
EXPRESSIONS = """
//t | //t[1] | //t[last()] | //s//t | //s/s | /r/s/t[2]/@n | //t/.. | //t/ancestor::* | //t[@n>1] | //t[@n!="x"]
count(//t) | sum(//t[@n<3]/@n) | //s[.//t="3"]/@id | //t/preceding::* | //t/following::t | //b/ancestor-or-self::*
//t[position()=2] | (//t)[2] | (//t)[position()>1][1] | //comment() | //processing-instruction("pi") | //text()
//p:q/@p:z | //*[namespace-uri()="u"] | name(//p:q) | local-name(//p:q) | string(//t[1]) | normalize-space(//p:q)
substring("12345",2,3) | substring("12345",1.5,2.6) | substring("12345",0 div 0,3) | substring("12345",-42,1 div 0)
substring-before("1999/04","/") | substring-after("1999/04","/") | translate("bar","abc","AB") | concat("a",1,true())
string-length("привет") | 1 div 3 | 7 mod -2 | -7 mod 2 | 5 mod 1.5 | round(-0.5) | round(2.5) | floor(-1.5)
ceiling(1.2) | number("  12.5 ") | string(1000000) | string(1 div 0) | string(0.1) | not(//zzz) | boolean("")
//t = 3 | //t/@n = //t | //t/@n < //t/@n | "a" = "a" | true() = "x" | 1 = "1.0" | //s[t][2] | //s[2] | --1 | 2*3+4
/descendant::t[3] | //t/following-sibling::* | //t/preceding-sibling::* | //t/preceding-sibling::*[1] | //@*
//*[self::b or self::t] | //*[@id and t] | //t[not(@n)] | lang("ru") | - -1 + 2 | //t[count(preceding::t) = 1]
//node()[3] | //s/node()[last()] | /r/*[last()-1] | //t/text()[1] | *[1]/*[1] | s/t | ./s[@id="x"]/t[1]/b
//s[s/t = 3] | //t[string-length(.) > 3] | //*[starts-with(@id,"x")] | //*[contains(.,"two")] | sum(//zzz)
//t[0] | //t[1.5] | (//t)[3]/@n | //t[b]/text() | string(//@n[2]) | //s[position() mod 2 = 1]
1 - 1 - 1 | 8 div 2 div 2 | //t/descendant-or-self::node()/text() | 1 < 2 = true()
(//t)[last()] | //s//t[1] | //*[last()] | 2 + 3 * 4 - 1
1 or 0 and 0 | //t[@n=1 or @n=2 and b] | not(1) or 1 and //zzz | or or or | string(div div div) | string(* * *)
//*[@n and @n=2 or b]
"""


def document_of(text: str) -> DOMDocument:
    reader = XMLReader()
    reader.set_string(text)
    reader.ignore_whitespace = False
    return DOMBuilder().read(reader)


def ours(expression: str) -> object:
    root = document_of(TEXT).document_element()
    assert root is not None
    found = parse(expression, {"p": "u"}.get).evaluate(Context(root))
    return [node.text() for node in found] if isinstance(found, list) else found


def theirs(expression: str) -> object:
    found: Any = etree.fromstring(TEXT).xpath(expression, namespaces={"p": "u"})
    if not isinstance(found, list):
        return found
    return [str(each) if isinstance(each, str) else _text(each) for each in found]


def _text(element: Any) -> str:
    if element.tag in (etree.Comment, etree.ProcessingInstruction):
        return str(element.text)
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


@pytest.mark.parametrize("expression", [e for line in EXPRESSIONS.strip().split("\n") for e in line.split(" | ")])
def test_an_expression_gives_what_lxml_gives(expression: str) -> None:
    assert ours(expression) == theirs(expression)


def test_a_union_stands_in_document_order() -> None:
    assert ours("//b | //t[@n=1] | //t[@n=3]") == ["oneboldtail".replace("tail", " tail"), "bold", "3"]


def test_numbers_are_written_without_an_exponent() -> None:
    assert ours("string(123456789012)") == "123456789012"
    assert ours("string(0.0000001)") == "0.0000001"


def test_a_number_with_an_exponent_is_none() -> None:
    found = ours('number("1e3")')
    assert isinstance(found, float) and math.isnan(found)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "//",
        "a[",
        "a]",
        "1 +",
        "f()",
        "a::b",
        "$x",
        "'abc",
        "count(1)",
        "1 | a",
        "count()",
        "a b",
        "n:x",
        "(" * 5000,
        "@",
    ],
)
def test_wrong_expressions_are_errors_of_the_script(expression: str) -> None:
    with pytest.raises(OnecError, match="Ошибка в выражении XPath"):
        ours(expression)


def test_many_minuses_are_no_recursion() -> None:
    assert ours("-" * 100_001 + "1") == -1


def test_long_chains_of_or_are_no_recursion() -> None:
    assert ours("//t[" + " or ".join(f"@n='{number}'" for number in range(5_000)) + "]/@n") == ["1", "2", "3"]
    assert ours(" and ".join(["true()"] * 5_000) + " and false() or true()") is True


def test_nested_descendants_are_linear() -> None:
    document = document_of("<a>" * 20_000 + "</a>" * 20_000)
    start = time.process_time()
    found = parse("//a//a", {}.get).evaluate(Context(document))
    assert isinstance(found, list) and len(found) == 19_999
    assert time.process_time() - start < 5


def test_sets_are_compared_without_trying_every_pair() -> None:
    document = document_of("<r>" + "".join(f"<a>{n}</a><b>{-n - 1}</b>" for n in range(5_000)) + "</r>")
    start = time.process_time()
    assert parse("//a = //b", {}.get).evaluate(Context(document)) is False
    assert parse("//a < //b", {}.get).evaluate(Context(document)) is False
    assert time.process_time() - start < 5
