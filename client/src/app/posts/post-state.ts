import type { ActivityFrame } from '#contracts/socket-events.js';
import type { Post, SharedPost } from '#contracts/post.dto.js';

/** How far the reader has read; `version` -1 while only a list or an earlier visit told it. */
export interface Mark {
  readSeq: number;
  version: number;
}

export interface PostState {
  readonly posts: ReadonlyMap<string, SharedPost>;
  readonly marks: ReadonlyMap<string, Mark>;
}

export const NO_POSTS: PostState = { posts: new Map(), marks: new Map() };

/** Version of a mark that only a list or an earlier visit told: whatever the server says of the mark is newer. */
const UNTOLD = -1;

/** What a device keeps of the posts from one visit to the next. */
export interface KeptPosts {
  posts: readonly SharedPost[];
  marks: readonly (readonly [string, Mark])[];
}

const MOST_KEPT = 500;

/** The posts of these rooms with their marks: at most as many as are quick to keep, the latest active first. */
export function keepPosts(state: PostState, roomIds: ReadonlySet<string>): KeptPosts {
  const posts = [...state.posts.values()]
    .filter(({ roomId }) => roomIds.has(roomId))
    .sort((one, other) => other.activeAt.localeCompare(one.activeAt))
    .slice(0, MOST_KEPT);
  const kept = new Set(posts.map(({ id }) => id));
  return { posts, marks: [...state.marks].filter(([id]) => kept.has(id)) };
}

/** Takes what was kept, beneath everything that has been told since. */
export function restorePosts(state: PostState, kept: KeptPosts): PostState {
  const posts = new Map([...kept.posts.map((post) => [post.id, post] as const), ...state.posts]);
  const marks = kept.marks.map(([postId, { readSeq }]) => [postId, { readSeq, version: UNTOLD }] as const);
  return { posts, marks: new Map([...marks, ...state.marks]) };
}

/** Takes how far the server says the reader has read where only an earlier visit is known. */
export function replaceKeptMark(state: PostState, postId: string, readSeq: number): PostState {
  return state.marks.get(postId)?.version === UNTOLD ? putMark(state, postId, { readSeq, version: UNTOLD }) : state;
}

/** Takes posts; what carries an older version keeps only its higher numbers. */
export function putPosts(state: PostState, told: readonly SharedPost[]): PostState {
  const posts = new Map(state.posts);
  for (const post of told) posts.set(post.id, newer(posts.get(post.id), post));
  return { ...state, posts };
}

/** Takes posts of rooms the reader belongs to, with the marks they came with unless a versioned one is known. */
export function putOwnPosts(state: PostState, told: readonly Post[]): PostState {
  const marks = new Map(state.marks);
  for (const { id, readSeq } of told) {
    if ((marks.get(id)?.version ?? UNTOLD) < 0) marks.set(id, { readSeq, version: UNTOLD });
  }
  return { ...putPosts(state, told), marks };
}

/** Takes a mark unless a newer one is known. */
export function putMark(state: PostState, postId: string, mark: Mark): PostState {
  const known = state.marks.get(postId);
  if (known !== undefined && known.version > mark.version) return state;
  return { ...state, marks: new Map(state.marks).set(postId, mark) };
}

/** Moves the mark on before the server has confirmed it, never back and never past the end. */
export function readTo(state: PostState, postId: string, seq: number): PostState {
  const known = state.marks.get(postId);
  if (known === undefined || known.readSeq >= seq) return state;
  return { ...state, marks: new Map(state.marks).set(postId, { ...known, readSeq: seq }) };
}

/** A post moved on. */
export function moveHead(state: PostState, frame: Pick<ActivityFrame, 'postId' | 'lastSeq' | 'rev' | 'at'>): PostState {
  const known = state.posts.get(frame.postId);
  if (known === undefined) return state;
  const head = furthest(known, { ...frame, firstSeq: 0, activeAt: frame.at });
  const isNew = head.lastSeq > known.lastSeq || head.rev > known.rev || head.activeAt > known.activeAt;
  return isNew ? { ...state, posts: new Map(state.posts).set(known.id, { ...known, ...head }) } : state;
}

export function removePosts(state: PostState, isGone: (post: SharedPost) => boolean): PostState {
  const gone = [...state.posts.values()].filter(isGone).map(({ id }) => id);
  if (gone.length === 0) return state;
  const [posts, marks] = [new Map(state.posts), new Map(state.marks)];
  for (const id of gone) {
    posts.delete(id);
    marks.delete(id);
  }
  return { posts, marks };
}

/** A visitor has no marks. */
export function forgetMarks(state: PostState, roomId: string): PostState {
  const marks = new Map(state.marks);
  for (const post of state.posts.values()) if (post.roomId === roomId) marks.delete(post.id);
  return { ...state, marks };
}

/** What came after the mark and is kept still; 0 where the reader has no mark. */
export function unreadOf(state: PostState, postId: string): number {
  const [post, mark] = [state.posts.get(postId), state.marks.get(postId)];
  if (post === undefined || mark === undefined) return 0;
  return Math.max(0, post.lastSeq - Math.max(mark.readSeq, post.firstSeq - 1));
}

function newer(known: SharedPost | undefined, told: SharedPost): SharedPost {
  if (known === undefined) return shared(told);
  const facts = known.version > told.version ? known : told;
  return shared({ ...facts, ...furthest(known, told) });
}

type Head = Pick<SharedPost, 'firstSeq' | 'lastSeq' | 'rev' | 'activeAt'>;

function furthest(one: Head, other: Head): Head {
  return {
    firstSeq: Math.max(one.firstSeq, other.firstSeq),
    lastSeq: Math.max(one.lastSeq, other.lastSeq),
    rev: Math.max(one.rev, other.rev),
    activeAt: one.activeAt > other.activeAt ? one.activeAt : other.activeAt,
  };
}

/** Without the reader's numbers, which live in the marks only. */
function shared(post: SharedPost & Partial<Post>): SharedPost {
  const { readSeq: _readSeq, unread: _unread, ...rest } = post;
  return rest;
}
