-- A job's state may now be PRINTING, and every step of a job is kept with its time.
alter table print_job drop constraint print_job_state_check;

alter table print_job add constraint print_job_state_check
  check (state in ('QUEUED', 'SENT', 'PRINTING', 'PRINTED', 'FAILED', 'UNKNOWN'));

drop index one_open_job;

create unique index one_open_job on print_job (case_id)
  where state in ('QUEUED', 'SENT', 'PRINTING', 'UNKNOWN');

create table print_step (
  job_id text not null references print_job (id),
  step int not null,
  at bigint not null,
  state text not null,
  printer text not null,
  detail text not null,
  primary key (job_id, step)
);

-- How much paper printers that cannot tell have left; one without a row is full.
create table sheet_count (
  printer text primary key,
  sheets_left int not null,
  changed_at bigint not null
);
