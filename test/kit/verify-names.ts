// What `npm run verify` calls its checks.
export const NUMBERED = 'Messages of a post are numbered without a gap';
export const HEADS = 'Heads say what is there';
export const REVS = 'Revs are taken once, and none beyond the head';
export const EMPTY = 'Messages taken back are empty';
export const QUOTES = 'Quotes follow what they quote';
export const KEYED = 'Every message has its key';
export const KEYS = 'Every key has its message';
export const MARKS = 'Read marks are within their posts';
export const FILES = 'Files know their messages';
export const UPLOADS = 'No upload is left over';
export const OUTBOX = 'No event is stuck in the outbox';
export const WHOLE = 'Files are there and whole';
export const IMAGES = 'Pictures of people, rooms and posts are there';
export const LEFT_OVER = 'No file is left over';
