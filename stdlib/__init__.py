"""What scripts name.

mail/                    mail transport without any 1C name
enterprise/  element/    types and functions of the two languages, one type a file
"""
