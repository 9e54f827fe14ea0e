-- Photos that an outside detection centre looks at. The photo stands in photo_case and nowhere else.
-- next_at is when the centre is to be spoken to next, and empty when it is not any more.
create table submission (
  case_id text primary key,
  image_number text not null,
  machine text not null,
  gates ${flag} not null,
  state text not null
    check (state in ('SUBMITTED', 'CHECKING', 'PASSED', 'REFUSED', 'CANCELLED')),
  asked_at ${long} not null,
  tries ${long} not null,
  next_at ${long},
  trouble text not null,
  ended_at ${long},
  reason text not null,
  remedy text not null
) ${strict};

create index submission_due on submission (next_at) where next_at is not null;
