"""Methods of a running script called in processes of their own.

running_script  runtime.host.Script: where the methods are, what is kept for the jobs
declarations    the script's methods without its body, compiled
process         one job's process, seen from the script's side
channel         messages through a pipe
worker          the job's process itself
remote_host     the script's Host, seen from the job's side
"""
