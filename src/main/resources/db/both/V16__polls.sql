-- What each machine asks every few seconds is answered from an index alone, because a row of a slip
-- or photo is read through its picture.
create index print_job_by_printer on print_job (printer, ended_at) where state = 'PRINTED';

create index print_job_by_state on print_job (state, queued_at, machine);

drop index photo_case_by_stored;

create index photo_case_by_stored on photo_case (stored_at, machine, image_number, decided_by);

create index image_number_void on image_number (number) where state = 'VOID';

create index review_refused on review (decided_at, machine) where state = 'REFUSED';

create index submission_open on submission (asked_at, case_id)
  where state in ('SUBMITTED', 'CHECKING');

create index ticket_open on ticket (business_day)
  where state in ('WAITING', 'CALLED', 'SERVING', 'HELD');
