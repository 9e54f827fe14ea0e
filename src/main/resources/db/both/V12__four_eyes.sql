-- Who of two people has approved a photo that a rule refuses, where a hall asks for two.
alter table review add column first_by text;
