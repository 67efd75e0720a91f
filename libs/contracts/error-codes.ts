/**
 * Every error code of Roomers with the HTTP status it travels under. The socket shares the codes:
 * an acknowledgement carries `{ ok: false, error: { code, message, retryAfterMs? } }`.
 */
export const ERROR_STATUS = {
  malformed_request: 400,
  unauthenticated: 401,
  session_ended: 401,
  wrong_credentials: 401,
  forbidden: 403,
  setup_code_wrong: 403,
  foreign_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  slug_taken: 409,
  username_taken: 409,
  email_taken: 409,
  client_id_reused: 409,
  stale_edit: 409,
  room_owner_cannot_leave: 409,
  last_owner: 409,
  read_only: 409,
  gone: 410,
  too_large: 413,
  unsupported_media_type: 415,
  range_unsatisfiable: 416,
  validation_failed: 422,
  text_invalid: 422,
  attachment_unusable: 422,
  file_unusable: 422,
  unknown_user: 422,
  rate_limited: 429,
  unknown_event: 400,
  protocol_unsupported: 400,
  internal_error: 500,
  busy: 503,
  unavailable: 503,
} as const;

/** A code of the registry. */
export type ErrorCode = keyof typeof ERROR_STATUS;

/** Codes that a single field may carry inside `Problem.errors`. */
export const FIELD_CODES = [
  'required',
  'invalid',
  'too_short',
  'too_long',
  'too_many',
  'too_small',
  'too_big',
  'unknown_field',
  'text_invalid',
  'password_common',
  'password_like_name',
  'password_wrong',
  'username_reserved',
  'username_taken',
  'email_taken',
  'slug_taken',
  'unknown_user',
  'attachment_unusable',
  'file_unusable',
  'setup_code_wrong',
] as const;

export type FieldCode = (typeof FIELD_CODES)[number];
