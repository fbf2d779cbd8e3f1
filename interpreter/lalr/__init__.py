"""LALR(1), what both languages share: grammar.lark → grammar.table → stacks that run on it.

table_compiler  grammar.lark to grammar.table, by Lark, ahead of time: `make grammar`
table_file      how a table is kept in grammar.table
table           a table ready to run: grammar.table joined with the methods that make nodes
parsing         tokens → value, on a table
"""
