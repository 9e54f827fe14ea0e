-- Times are milliseconds since 1970 UTC; a business day is YYYY-MM-DD in the hall's time zone.
-- Columns named …_sealed hold what only the vault can open.

-- Proves at every start that the key file belongs to this database.
create table vault_proof (
  only_row int primary key check (only_row = 1),
  proof_sealed bytea not null
);

-- The last serial given of each series and day. It only grows.
create table serial (
  series text not null,
  business_day text not null,
  last bigint not null,
  primary key (series, business_day)
);

-- Every number that was ever taken. VOID is a gap: taken, never on paper.
create table image_number (
  number text primary key,
  series text not null,
  business_day text not null,
  serial bigint not null,
  case_id text not null unique,
  state text not null check (state in ('RESERVED', 'ISSUED', 'VOID')),
  taken_at bigint not null,
  reason text not null default '',
  unique (series, business_day, serial)
);

create table photo_case (
  id text primary key,
  image_number text not null unique references image_number (number),
  spec text not null,
  shot_at bigint not null,
  stored_at bigint not null,
  consent_at bigint,
  consent_text text,
  by_staff boolean not null,
  specimen boolean not null,
  name_sealed bytea,
  id_number_sealed bytea,
  photo_sealed bytea,
  photo_sha256 text not null,
  findings text not null,
  operations text not null,
  purged_at bigint
);

create index photo_case_by_shot on photo_case (shot_at) where purged_at is null;

create table print_job (
  id text primary key,
  case_id text not null references photo_case (id),
  copy int not null check (copy >= 1),
  state text not null check (state in ('QUEUED', 'SENT', 'PRINTED', 'FAILED', 'UNKNOWN')),
  printer text,
  slip_sealed bytea,
  queued_at bigint not null,
  sent_at bigint,
  ended_at bigint,
  detail text not null default '',
  unique (case_id, copy)
);

-- Two slips of one case can never be on their way at once.
create unique index one_open_job on print_job (case_id) where state in ('QUEUED', 'SENT', 'UNKNOWN');
