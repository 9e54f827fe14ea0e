-- Run by the owner of the database, after each update of the program: what a machine of the hall
-- may do. Give its login this role: grant huizhi_kiosk to LOGIN.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'huizhi_kiosk') then
    create role huizhi_kiosk nologin;
  end if;
end $$;
revoke create on schema public from public;
grant usage on schema public to huizhi_kiosk;
grant select, insert, update on all tables in schema public to huizhi_kiosk;
grant usage on all sequences in schema public to huizhi_kiosk;
revoke update on audit from huizhi_kiosk;
revoke insert, update on flyway_schema_history from huizhi_kiosk;
