"""The Element language (1C:Element, 1C:Script): text → artifact.

front          what the common files call: `compile`, `compile_input`, `is_incomplete`, `names`
keywords, lexer, interpolation, literals   text → tokens and values
grammar.lark, grammar.table, tables        the grammar; the table that lalr/ makes of it ahead of time
parser, place, tree, expression_tree, nodes    tokens → tree
syntax_messages, failure, explanation, foreign_forms    what is wrong in a text
types          static types, what is assignable to what
checker/       tree → checked tree: names, types, flow
checked        what the checker tells the compiler
compiler/      checked tree → Python code
required       `#требуется`: other files of a script, while it runs
"""
