"""What compiled code touches: errors, declared types, the host. Imports nothing of ours.

names      a bilingual name with its parameters, read from one line of the syntax helper
errors     every error a script can see
native     CPython's own errors raised by compiled code, told as script errors
objects    OnecObject, the base of declared types
declare    the decorators that mark what scripts may use of Python code
dialect    one language's declarations: types, functions, checked calls
checked    the callable that scripts get for a Python function
decimals   the decimal arithmetic that compiled code runs in
typeinfo   what a declaration leaves behind
enums      enumerations of the library
catalog    all declarations of one language, found by name
spelling   «возможно, вы имели в виду»
host       what the surroundings give a script: output, input, clock, files, mail accounts
enterprise/  element/   operators, conversions and presentation of each language
"""
