-- Which machine gave a number and prints a slip: in a hall's database each looks after its own.
alter table image_number add column machine text not null default '';
alter table photo_case add column machine text not null default '';
alter table print_job add column machine text not null default '';
