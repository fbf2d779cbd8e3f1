"""The Enterprise language (1C:Enterprise 8): text → artifact.

front          what the common files call: `compile`, `compile_input`, `is_incomplete`, `names`
keywords, tokens, literals, lexer          text → tokens
preprocessor, conditions                   #Если, #Область, #Использовать
grammar.lark, grammar.table, tables        the grammar; the table that lalr/ makes of it ahead of time
parser, tree, nodes                        tokens → tree
nesting, placement                         limits of depth; where declarations may stand
syntax_messages, misspelling, recovery     what is wrong in a text, all of it
unavailable    names of the platform that nothing stands behind here
scopes         which names a module declares, what each method does with its variables
usages         what a body does with names
aliases        calls in which one variable has two names, and the variants of methods for them
inference      what is known of the types of variables
compiler/      tree → Python code
dynamic        Вычислить and Выполнить
object_calls   calls of methods that a script may declare
libraries/     other scripts that a script uses
variants       methods compiled once more for a later text
"""
