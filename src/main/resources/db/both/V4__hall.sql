-- The audit: append only, each chain's lines hold the hash of the line before.
create table audit (
  chain text not null,
  seq ${long} not null,
  at ${long} not null,
  what text not null,
  subject text not null,
  detail text not null,
  previous text not null,
  hash text not null,
  primary key (chain, seq)
) ${strict};

-- Blocks of serials that a machine has in hand: in the hall's database whose they are, in the
-- machine's own which is next.
create table lent (
  series text not null,
  business_day text not null,
  first ${long} not null,
  last ${long} not null,
  next ${long} not null,
  machine text not null,
  primary key (series, business_day, first)
) ${strict};

-- Tickets. A business day is that of the time zone beside it; rank is when the ticket was taken, less
-- the head start of its kind: the smallest is next.
create table ticket (
  id text primary key,
  business_day text not null,
  time_zone text not null,
  number text not null,
  kind text not null,
  code text not null,
  state text not null check (state in ('WAITING', 'CALLED', 'SERVING', 'HELD', 'DONE', 'NO_SHOW',
    'CANCELLED', 'EXPIRED', 'MERGING')),
  rank ${long} not null,
  taken_at ${long} not null,
  taken_by text not null,
  machine text,
  for_machine text,
  calls ${long} not null,
  called_at ${long},
  ended_at ${long},
  unique (business_day, number)
) ${strict};

create index ticket_waiting on ticket (business_day, rank, id) where state = 'WAITING';

create index ticket_called on ticket (business_day, called_at) where called_at is not null;

-- A machine has one person at a time.
create unique index ticket_at_machine on ticket (machine) where state in ('CALLED', 'SERVING');

-- Who is there. A machine that has not been heard of for a while counts as not working.
create table machine (
  name text primary key,
  heard_at ${long} not null,
  working ${flag} not null,
  direction text not null
) ${strict};

-- Steps of the hall's tickets that a machine took while the hall's database was away.
create table late_step (
  seq ${counter},
  ticket_id text not null,
  step text not null,
  at ${long} not null
) ${strict};

-- Cases of which the hall's database does not have the newest; changed counts how often they did.
create table unmerged (
  case_id text primary key,
  changed ${long} not null
) ${strict};
