-- Whose slips other machines printed, or are to: changed counts how often, learned how much of that
-- the case's own machine has in its record.
create table print_news (
  machine text not null,
  case_id text not null,
  changed ${long} not null,
  learned ${long} not null,
  primary key (machine, case_id)
) ${strict};

create index print_news_to_learn on print_news (machine, case_id) where changed > learned;

-- At which machine somebody is who came back with a code, and until when no other gets the visit; the
-- code counts until there is a slip.
alter table review add column taken_by text;
alter table review add column taken_until ${long};
