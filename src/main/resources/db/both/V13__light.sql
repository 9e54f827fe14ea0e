-- How the hall's light fell before a camera when staff checked it, in thousandths.
create table light_check (
  machine text not null,
  at ${long} not null,
  left_right ${long} not null,
  top_bottom ${long} not null,
  red ${long} not null,
  blue ${long} not null,
  brightness ${long} not null,
  primary key (machine, at)
) ${strict};
