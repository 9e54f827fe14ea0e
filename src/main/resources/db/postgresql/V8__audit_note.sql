-- Adds a line to a chain of the audit as storage.Audit does, within the statement that did the deed:
-- a deed and its line are then one way to the server instead of four.
create function audit_note(
  in_chain text, in_at bigint, in_what text, in_subject text, in_detail text) returns void
language plpgsql as $$
declare
  next_seq bigint;
  last_hash text;
begin
  select seq + 1, hash into next_seq, last_hash from audit
    where chain = in_chain order by seq desc limit 1;
  next_seq := coalesce(next_seq, 1);
  last_hash := coalesce(last_hash, repeat('0', 64));
  insert into audit (chain, seq, at, what, subject, detail, previous, hash)
  values (in_chain, next_seq, in_at, in_what, in_subject, in_detail, last_hash,
    encode(sha256(convert_to(
      octet_length(convert_to(in_chain, 'UTF8')) || ':' || in_chain
      || length(next_seq::text) || ':' || next_seq
      || length(in_at::text) || ':' || in_at
      || octet_length(convert_to(in_what, 'UTF8')) || ':' || in_what
      || octet_length(convert_to(in_subject, 'UTF8')) || ':' || in_subject
      || octet_length(convert_to(in_detail, 'UTF8')) || ':' || in_detail
      || length(last_hash) || ':' || last_hash, 'UTF8')), 'hex'));
end;
$$;
