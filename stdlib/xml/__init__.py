"""What both languages know of XML, without any 1C name.

characters   names and characters that XML allows, and how they are escaped
reasons      what is wrong with a malformed document, in Russian
"""
