-- Who may do more than an applicant. The PIN is an Argon2id hash, sealed by the key file besides.
create table staff_person (
  number text primary key,
  name text not null,
  role text not null check (role in ('CLERK', 'SUPERVISOR', 'TECHNICIAN')),
  pin_sealed ${blob} not null,
  locked ${flag} not null,
  changed_at ${long} not null
) ${strict};

-- When the last ten tries failed, of each person, known or not, and at each machine.
create table staff_try (
  who text not null,
  nth ${long} not null,
  at ${long} not null,
  primary key (who, nth)
) ${strict};

-- Photos that a person decides on. The pictures are only there while nobody has decided.
create table review (
  id text primary key,
  case_id text not null,
  machine text not null,
  spec text not null,
  asked_at ${long} not null,
  state text not null
    check (state in ('WAITING', 'APPROVED', 'RETAKE', 'REFUSED', 'WITHDRAWN')),
  veto ${flag} not null,
  shot_sealed ${blob},
  photo_sealed ${blob},
  findings text not null,
  earlier text not null,
  decided_at ${long},
  decided_by text,
  reason text
) ${strict};

create index review_waiting on review (asked_at, id) where state = 'WAITING';

create index review_of_case on review (case_id);

-- Who of the staff answers for a photo, where the checks alone did not, and why.
alter table photo_case add column decided_by text;
alter table photo_case add column decided_why text;

-- How each machine said that it was when it was last heard of.
create table machine_health (
  machine text primary key,
  heard_at ${long} not null,
  health text not null
) ${strict};
