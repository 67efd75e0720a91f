import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table installation (
  is_only boolean constraint pk_installation primary key default true constraint ck_installation_one check (is_only),
  id uuid not null
);
insert into installation (id) values (gen_random_uuid());
create table users (
  id uuid constraint pk_users primary key,
  username text not null constraint uq_users_username unique,
  email text not null,
  display_name text not null,
  role text not null default 'member' constraint ck_users_role check (role in ('owner', 'admin', 'member')),
  status text not null default 'active' constraint ck_users_status check (status in ('invited', 'active', 'deactivated')),
  last_seen_at timestamptz(3),
  created_at timestamptz(3) not null
);
create unique index uq_users_email on users (lower(email));
create unique index uq_users_owner on users (role) where role = 'owner';

create table profiles (
  user_id uuid constraint pk_profiles primary key
    constraint fk_profiles_user references users (id) on delete cascade,
  about_me text not null default '',
  location text not null default '',
  locale text not null default 'en',
  theme text not null default 'device'
);

create table credentials (
  user_id uuid constraint pk_credentials primary key
    constraint fk_credentials_user references users (id) on delete cascade,
  password_hash text not null,
  changed_at timestamptz(3) not null
);

create table sessions (
  id uuid constraint pk_sessions primary key,
  user_id uuid not null constraint fk_sessions_user references users (id) on delete cascade,
  generation integer not null default 1,
  rotated_at timestamptz(3) not null,
  user_agent text not null,
  ip text not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index ix_sessions_user on sessions (user_id);

create function stamp_change_xid() returns trigger language plpgsql as $$
begin
  new.change_xid := pg_current_xact_id()::text::bigint;
  return new;
end $$;

-- Lets one statement check what it did and undo all of it.
create function refuse_unless(is_good boolean, state text) returns boolean language plpgsql as $$
begin
  if not is_good then
    raise exception 'refused' using errcode = state;
  end if;
  return true;
end $$;

create table rooms (
  id uuid constraint pk_rooms primary key,
  slug text not null constraint uq_rooms_slug unique,
  name text not null,
  about text not null default '',
  visibility text not null constraint ck_rooms_visibility check (visibility in ('public', 'private')),
  kind text not null default 'room' constraint ck_rooms_kind check (kind in ('room', 'direct', 'group')),
  owner_id uuid not null constraint fk_rooms_owner references users (id),
  chat_post_id uuid not null,
  member_count integer not null default 0,
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  change_xid bigint not null default pg_current_xact_id()::text::bigint
);
create index ix_rooms_change on rooms (change_xid);
create trigger tr_rooms_change before update on rooms for each row execute function stamp_change_xid();

create table room_slugs (
  slug text constraint pk_room_slugs primary key,
  room_id uuid not null constraint fk_room_slugs_room references rooms (id) on delete cascade deferrable initially deferred
);
create index ix_room_slugs_room on room_slugs (room_id);

create table room_members (
  room_id uuid not null constraint fk_room_members_room references rooms (id) on delete cascade,
  user_id uuid not null constraint fk_room_members_user references users (id) on delete cascade,
  role text not null constraint ck_room_members_role check (role in ('owner', 'moderator', 'member')),
  joined_at timestamptz(3) not null,
  left_at timestamptz(3),
  version integer not null default 1,
  change_xid bigint not null default pg_current_xact_id()::text::bigint,
  constraint pk_room_members primary key (room_id, user_id)
);
create index ix_room_members_user on room_members (user_id);
create index ix_room_members_change on room_members (change_xid);
create unique index uq_room_members_owner on room_members (room_id) where role = 'owner' and left_at is null;
create trigger tr_room_members_change before update on room_members for each row execute function stamp_change_xid();

create table room_requests (
  room_id uuid not null constraint fk_room_requests_room references rooms (id) on delete cascade,
  user_id uuid not null constraint fk_room_requests_user references users (id) on delete cascade,
  created_at timestamptz(3) not null,
  constraint pk_room_requests primary key (room_id, user_id)
);
create index ix_room_requests_user on room_requests (user_id);

create table room_departures (
  id uuid constraint pk_room_departures primary key,
  room_id uuid not null,
  user_id uuid constraint fk_room_departures_user references users (id) on delete cascade,
  change_xid bigint not null default pg_current_xact_id()::text::bigint
);
create index ix_room_departures_change on room_departures (change_xid);
create index ix_room_departures_user on room_departures (user_id);

create table posts (
  id uuid constraint pk_posts primary key,
  room_id uuid not null constraint fk_posts_room references rooms (id) on delete cascade,
  slug text not null,
  kind text not null constraint ck_posts_kind check (kind in ('chat', 'topic')),
  title text not null,
  about text not null default '',
  author_id uuid not null constraint fk_posts_author references users (id),
  state text not null default 'active' constraint ck_posts_state check (state in ('active', 'resolved')),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  change_xid bigint not null default pg_current_xact_id()::text::bigint,
  constraint uq_posts_room_slug unique (room_id, slug)
);
create unique index uq_posts_chat on posts (room_id) where kind = 'chat';
create index ix_posts_change on posts (change_xid);
create trigger tr_posts_change before update on posts for each row execute function stamp_change_xid();

create table post_slugs (
  room_id uuid not null constraint fk_post_slugs_room references rooms (id) on delete cascade,
  slug text not null,
  post_id uuid not null constraint fk_post_slugs_post references posts (id) on delete cascade deferrable initially deferred,
  constraint pk_post_slugs primary key (room_id, slug)
);
create index ix_post_slugs_post on post_slugs (post_id);

create table tags (
  id uuid constraint pk_tags primary key,
  name text not null,
  key text not null constraint uq_tags_key unique
);

create table post_tags (
  post_id uuid not null constraint fk_post_tags_post references posts (id) on delete cascade,
  tag_id uuid not null constraint fk_post_tags_tag references tags (id) on delete cascade,
  position smallint not null,
  constraint pk_post_tags primary key (post_id, tag_id)
);
create index ix_post_tags_tag on post_tags (tag_id);

create table post_heads (
  post_id uuid constraint pk_post_heads primary key
    constraint fk_post_heads_post references posts (id) on delete cascade,
  room_id uuid not null constraint fk_post_heads_room references rooms (id) on delete cascade,
  first_seq integer not null default 1,
  last_seq integer not null default 0,
  rev integer not null default 0,
  active_at timestamptz(3) not null,
  change_xid bigint not null default pg_current_xact_id()::text::bigint
) with (fillfactor = 50);
create index ix_post_heads_room_active on post_heads (room_id, active_at);
create index ix_post_heads_change on post_heads (change_xid);

create table messages (
  id uuid constraint pk_messages primary key,
  post_id uuid not null constraint fk_messages_post references posts (id) on delete cascade,
  seq integer not null,
  rev integer not null,
  author_id uuid not null constraint fk_messages_author references users (id),
  client_id uuid,
  kind text not null constraint ck_messages_kind check (kind in ('text', 'system')),
  text text not null,
  system jsonb,
  state text not null default 'live' constraint ck_messages_state check (state in ('live', 'recalled', 'removed')),
  reply_to_id uuid,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3),
  constraint uq_messages_post_seq unique (post_id, seq),
  constraint ck_messages_tombstone
    check (state = 'live' or (text = '' and system is null and reply_to_id is null))
);
create index ix_messages_post_rev on messages (post_id, rev);
create index ix_messages_reply_to on messages (reply_to_id) where reply_to_id is not null;

create table message_keys (
  author_id uuid not null constraint fk_message_keys_author references users (id) on delete cascade,
  client_id uuid not null,
  message_id uuid not null,
  post_id uuid not null,
  constraint pk_message_keys primary key (author_id, client_id)
);

create table read_marks (
  user_id uuid not null constraint fk_read_marks_user references users (id) on delete cascade,
  post_id uuid not null constraint fk_read_marks_post references posts (id) on delete cascade,
  read_seq integer not null,
  version integer not null default 1,
  change_xid bigint not null default pg_current_xact_id()::text::bigint,
  constraint pk_read_marks primary key (user_id, post_id)
) with (fillfactor = 70);
create index ix_read_marks_post on read_marks (post_id);
create index ix_read_marks_change on read_marks (user_id, change_xid);

create table attachments (
  id uuid constraint pk_attachments primary key,
  room_id uuid not null constraint fk_attachments_room references rooms (id) on delete cascade,
  uploader_id uuid not null constraint fk_attachments_uploader references users (id),
  message_id uuid constraint fk_attachments_message references messages (id) on delete cascade,
  position smallint not null default 0,
  name text not null,
  mime text not null,
  size bigint not null,
  width integer,
  height integer,
  alt text,
  state text not null constraint ck_attachments_state check (state in ('processing', 'ready', 'rejected')),
  has_thumbnail boolean not null default false,
  gone_at timestamptz(3),
  created_at timestamptz(3) not null
);
create index ix_attachments_message on attachments (message_id);
create index ix_attachments_room on attachments (room_id);
create index ix_attachments_waiting on attachments (created_at) where message_id is null;

create table outbox (
  id uuid constraint pk_outbox primary key,
  event text not null,
  payload jsonb not null,
  pending text[] not null,
  attempts integer not null default 0,
  due_at timestamptz(3) not null,
  created_at timestamptz(3) not null
);
create index ix_outbox_due on outbox (due_at);
`;

const DOWN = `
drop table installation, outbox, attachments, read_marks, message_keys, messages, post_heads, post_tags, tags, post_slugs, posts,
  room_departures, room_requests, room_members, room_slugs, rooms, sessions, credentials, profiles, users;
drop function stamp_change_xid();
drop function refuse_unless(boolean, text);
`;

export class Start1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
