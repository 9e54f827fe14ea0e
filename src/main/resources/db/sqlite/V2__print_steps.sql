-- A job's state may now be PRINTING, and every step of a job is kept with its time.

create table print_job_2 (
  id text primary key,
  case_id text not null references photo_case (id),
  copy integer not null check (copy >= 1),
  state text not null
    check (state in ('QUEUED', 'SENT', 'PRINTING', 'PRINTED', 'FAILED', 'UNKNOWN')),
  printer text,
  slip_sealed blob,
  queued_at integer not null,
  sent_at integer,
  ended_at integer,
  detail text not null default '',
  unique (case_id, copy)
) strict;

insert into print_job_2
  select id, case_id, copy, state, printer, slip_sealed, queued_at, sent_at, ended_at, detail
  from print_job;

drop table print_job;

alter table print_job_2 rename to print_job;

create unique index one_open_job on print_job (case_id)
  where state in ('QUEUED', 'SENT', 'PRINTING', 'UNKNOWN');

create table print_step (
  job_id text not null references print_job (id),
  step integer not null,
  at integer not null,
  state text not null,
  printer text not null,
  detail text not null,
  primary key (job_id, step)
) strict, without rowid;

-- What is known of the jobs from before.
insert into print_step
  select id, 1, queued_at, 'QUEUED', '', '' from print_job;

insert into print_step
  select id, 2, sent_at, 'SENT', printer, '' from print_job where sent_at is not null;

insert into print_step
  select id, case when sent_at is null then 2 else 3 end, ended_at, state, coalesce(printer, ''), detail
  from print_job where ended_at is not null;

-- How much paper printers that cannot tell have left; one without a row is full.
create table sheet_count (
  printer text primary key,
  sheets_left integer not null,
  changed_at integer not null
) strict, without rowid;
