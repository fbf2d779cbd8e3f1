"""Background jobs: methods of the script that run beside it, in processes or threads of their own.

background_jobs_manager  ФоновыеЗадания, МенеджерФоновыхЗаданий
background_job           ФоновоеЗадание
background_job_state     СостояниеФоновогоЗадания
thread_job               a method of an object in a thread, as in OneScript
parcel                   values written down for another process
failure                  an error written down for another process
job_schedule             РасписаниеРегламентногоЗадания
"""
