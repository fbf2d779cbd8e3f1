"""The languages and the surfaces. A text goes: source → lexer → parser → nodes → scopes | checker → compiler → emit →
modules → session → backtrace.

source       a text, its lines and columns
diagnostics  what is wrong in a text, and how that is drawn
detection    which language a text is in
enterprise/  element/   the languages: grammar, lexer, parser, nodes, checks, compiler; `front` is what the rest calls
lalr/        grammars made into tables, the stacks that run on them
node         what makes the classes of trees, and walks over them
collection   Python's collector of cycles, at rest while a text is compiled
emit         the only module that builds Python `ast` nodes
artifact     what compiling leaves
cache        artifacts kept between runs
linker       gives compiled code the library that it names
modules      texts become running modules
session      what a program that embeds 1cs uses
jobs/        methods of a running script called in processes of their own
backtrace    an uncaught error as its author reads it
folders      where files of ours live
cli/  repl/  the command and the dialogue
"""
