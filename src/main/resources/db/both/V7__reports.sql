-- The ticket of whom a photo is, and what was found on the shots before it: both tell nothing of a person.
alter table photo_case add column ticket text;
alter table photo_case add column earlier text;

create index photo_case_by_stored on photo_case (stored_at);
