-- Asked only where a document's spec asks for it, sealed and deleted like the ID number.
alter table photo_case add column phone_sealed ${blob};
