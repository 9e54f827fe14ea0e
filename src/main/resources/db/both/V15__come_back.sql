-- Whoever does not wait for the staff leaves with a code. What the visit goes on with, its pictures
-- and its details, is kept until they come back, or until the time by which they must.
alter table review add column code text;
alter table review add column back_by ${long};
alter table review add column visit_sealed ${blob};

create unique index review_of_code on review (code) where code is not null;
