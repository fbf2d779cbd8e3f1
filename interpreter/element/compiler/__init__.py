"""Element tree, with what the checker knows of it, → Python `ast`.

module        a text becomes an Artifact: declarations, the entry
unit          what is gathered on the way: links, constants, names of declarations, mistakes
names         which names a part of the tree declares or assigns
kinds         what is known of a value before the run
givings       what the variables of each method are given
certainty     what a value certainly is: whole, natural, a text
declarations  methods, structures, exceptions, enumerations, constants
statements    statements and loops
assignments   declarations of variables, assignments
attempts      попытка, исп
choices       если, выбор
part          what every part of Expressions has
expressions   the door to expressions; conditions, ternaries, comparisons, strings
chains        left-leaning chains: operators, members, calls, `?.`
arithmetic    `+ - * / % **`
members       members of values, elements
text_methods  methods of what is certainly a text
collection_methods  methods of arrays, sets and maps
calls         calls and `новый`, how arguments meet parameters
literals      literals of values and collections
lambdas       lambdas and method references
type_tests    type expressions as tests and as default values
"""
