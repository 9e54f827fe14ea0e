-- A case's jobs are asked for by its page and by whatever deletes it.
create index print_job_of_case on print_job (case_id);
