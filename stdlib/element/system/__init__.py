"""What surrounds a script: the system, its variables, other programs. The platform's names of members are not known.

execution_environment    СредаИсполнения
environment_variables    ПеременныеСреды
os_process               ПроцессОс
growing_output           what a program writes, read while it runs
permission               what the host allows, told as an exception
"""
