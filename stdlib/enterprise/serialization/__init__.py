"""Values as texts and back, the way the platform keeps them.

internal_strings   ЗначениеВСтрокуВнутр, ЗначениеИзСтрокиВнутр
value_files        ЗначениеВФайл, ЗначениеИзФайла
braces             the text: lists in braces
encoding           values → lists
decoded            what of the lists has become values
decoding           lists → values
descriptions       descriptions of types in them
tables             value tables and trees in them
type_identifiers   by which identifiers types are known there
"""
