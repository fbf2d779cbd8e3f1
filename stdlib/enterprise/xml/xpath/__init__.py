"""XPath 1.0 over the trees of dom/: expressions become functions that find the nodes of the script themselves.

lxml evaluates XPath over its own trees only: a copy of the whole document for every change between two expressions.

tokens       the text of an expression → tokens
parser       tokens → Expression
expression   Expression, Context: what is evaluated, and where
operators    and, or, comparisons, arithmetic, unions
paths        location paths: steps, predicates
axes         from a node along an axis
order        sets of nodes in document order
functions    the core function library
conversion   strings, numbers, truth of values
"""

DECLARES_NOTHING = True
