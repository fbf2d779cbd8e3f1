"""Literals of values and collections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.kinds import Kind
from interpreter.element.compiler.part import Part

if TYPE_CHECKING:
    import ast

_OF_TEXT = frozenset({"Date", "Time", "DateTime", "Instant", "TimeZone", "Version", "Locale"})


class Literals(Part):
    def literal(self, node: nodes.Expression) -> ast.expr:
        span = node.span
        match node:
            case nodes.NumberLiteral(value=number):
                if isinstance(number, int):
                    return self.emit.constant(span, number)
                return self.unit.constant(span, "1c.decimal", format(number, "f"))
            case nodes.StringLiteral(value=value) | nodes.BooleanLiteral(value=value):
                return self.emit.constant(span, value)
            case nodes.UndefinedLiteral():
                return self.emit.constant(span, None)
            case nodes.DurationLiteral(milliseconds=milliseconds):
                return self.unit.constant(span, "1c.Duration", milliseconds)
            case nodes.SizeLiteral(bytes=size):
                return self.unit.constant(span, "1c.ByteSize", size)
            case nodes.PatternLiteral(pattern=pattern):
                return self.unit.constant(span, "1c.pattern", pattern)
            case nodes.BracedLiteral():
                return self._braced(node)
            case nodes.Interpolated():
                return self._interpolated(node)
            case nodes.TypeLiteral(type=type_):
                return self.type_value(span, type_)
        return self._collection(node)

    def _collection(self, node: nodes.Expression) -> ast.expr:
        span = node.span
        match node:
            case nodes.ArrayLiteral(items=items):
                return self.unit.helper(span, "1c.array", self.emit.list_(span, [self.value(item) for item in items]))
            case nodes.SetLiteral(items=items) if all(map(self.is_plain, items)):
                keys = [(self.value(item), self.emit.constant(item.span, None)) for item in items]
                return self.unit.helper(span, "1c.set_over", self.emit.dict_(span, keys))
            case nodes.MapLiteral(entries=entries) if all(self.is_plain(entry.key) for entry in entries):
                known = [(self.value(entry.key), self.value(entry.value)) for entry in entries]
                return self.unit.helper(span, "1c.map_over", self.emit.dict_(span, known))
            case nodes.SetLiteral(items=items):
                return self.unit.helper(span, "1c.set", self.emit.tuple_(span, [self.value(item) for item in items]))
            case nodes.MapLiteral(entries=entries):
                pairs = [
                    self.emit.tuple_(entry.span, [self.value(entry.key), self.value(entry.value)]) for entry in entries
                ]
                return self.unit.helper(span, "1c.map", self.emit.tuple_(span, pairs))
        raise TypeError(f"no such expression: {node!r}")

    def _braced(self, node: nodes.BracedLiteral) -> ast.expr:
        span = node.span
        if node.kind in _OF_TEXT:
            return self.unit.constant(span, f"1c.{node.kind}", node.text.strip())
        if node.kind == "Uuid":
            return self.unit.constant(span, "1c.Uuid", str(node.value))
        if isinstance(node.value, bytes):
            return self.emit.constant(span, node.value)
        self.unit.mistake(span, f"Литерал «{node.name.text}» не поддерживается")
        return self.emit.constant(span, None)

    def _interpolated(self, node: nodes.Interpolated) -> ast.expr:
        return self.emit.joined(node.span, [self._part(part) for part in node.parts])

    def _part(self, part: nodes.TextPart | nodes.Interpolation) -> ast.expr:
        if isinstance(part, nodes.TextPart):
            return self.emit.constant(part.span, part.value)
        value = self.value(part.expression)
        if part.format is None and self.kind(part.expression) is Kind.STRING:
            return value
        if part.kind == "%":
            if self.kind(part.expression) is Kind.NUMBER:
                return self.number_text(part.span, value, part.expression)
            return self.unit.helper(part.span, "1c.to_string", value)
        extra = [] if part.format is None else [self.emit.constant(part.span, part.format)]
        return self.unit.helper(part.span, "1c.present", value, *extra)
