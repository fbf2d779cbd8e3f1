"""Other scripts that a script uses: #Использовать, ПодключитьСценарий, ЗагрузитьСценарий.

A library is a file or a folder of files. Each file is a module (one object, known by the file's name) or a class
(objects that `Новый` makes); it is compiled once, kept in the cache, and run when it is first needed.

finding    where a library is, and which files it has
manifest   lib.config
script     a file of a library: its class, its object
objects    functions of a compiled text → the Python class of its objects
this       ЭтотОбъект of a script that is run; types by name
loading    the libraries of a session
compiling  texts of libraries → artifacts
exports    what a text lets others use
checking   what a script makes of the modules that it uses: remarks for `1cs check`
"""
