import { siteMigrations } from '../http/site.ts'
import type { Migration } from './migration.ts'

/** The platform's own tables, which come before every room's: every command writes its journal and its outbox. */
export const platformMigrations: readonly Migration[] = [
  {
    id: 'journal-2026-11-24-chain',
    sql: `
      create table installation (
        name text primary key,
        value text not null
      );
      comment on table installation is 'facts about the installation as a whole, one a line';

      create table journal (
        agency_id text not null,
        number bigint not null check (number > 0),
        at timestamptz(3) not null,
        actor_kind text not null check (actor_kind in ('person', 'system', 'operator', 'public')),
        actor text,
        verb text not null,
        subject_kind text not null,
        subject_id text not null,
        basis text,
        detail jsonb,
        previous text not null,
        hash text not null,
        primary key (agency_id, number)
      );
      comment on column journal.agency_id is 'one chain per agency; - is the installation itself';
      comment on column journal.hash is 'SM3 over the previous hash and every other column';
      create index journal_subject on journal (agency_id, subject_kind, subject_id, number);

      create table journal_heads (
        agency_id text primary key,
        number bigint not null,
        hash text not null
      );
      comment on table journal_heads is 'the end of each chain; its row is the lock that keeps the chain in order';

      create function journal_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger journal_append_only before update or delete or truncate on journal
        for each statement execute function journal_is_append_only();
      create trigger journal_heads_stay before delete or truncate on journal_heads
        for each statement execute function journal_is_append_only();

      create function journal_head_moves_on() returns trigger language plpgsql as $$
      begin
        if new.agency_id <> old.agency_id or new.number <= old.number then
          raise exception 'the end of a journal chain only moves on' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger journal_heads_move_on before update on journal_heads
        for each row execute function journal_head_moves_on();
    `,
  },
  {
    id: 'outbox-2026-11-24-messages',
    sql: `
      create table outbox (
        agency_id text not null,
        queue text not null,
        key text not null,
        payload jsonb not null,
        made_at timestamptz(3) not null,
        sent_at timestamptz(3),
        primary key (agency_id, queue, key)
      );
      comment on column outbox.key is 'idempotency key: the same message twice is one message';
      create index outbox_waiting on outbox (made_at) where sent_at is null;
      create index outbox_sent on outbox (sent_at) where sent_at is not null;
    `,
  },
  {
    id: 'journal-2026-11-25-times',
    sql: `create index journal_times on journal (at desc);
      comment on index journal_times is 'the auditor reads several chains at once, the latest first';`,
  },
  ...siteMigrations,
]
