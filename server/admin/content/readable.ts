/** Joins a room `r` to the admin `$1`; what follows says whether they may read what is in it. */
export const WITH_ADMIN = `left join room_members am on am.room_id = r.id and am.user_id = $1 and am.left_at is null`;
export const STANDING = `r.deleted_at is null and r.kind = 'room'`;
/** Of a private room only its members read the contents, whatever they are in the organisation. */
export const READABLE = `${STANDING} and (r.visibility = 'public' or am.role is not null)`;
/** What names a room `r`. */
export const NAMED_ROOM = `json_build_object('id', r.id, 'slug', r.slug, 'name', r.name) as room`;
