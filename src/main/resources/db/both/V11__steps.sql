-- How long visits stood at each step, and how long a machine was out of order; of no person.
create table step_time (
  machine text not null,
  day text not null,
  step text not null,
  times ${long} not null,
  millis ${long} not null,
  primary key (machine, day, step)
) ${strict};
