import { Start1763800000000 } from './1763800000000-start.js';
import { SharedFiles1795815000000 } from './1795815000000-shared-files.js';
import { PostWriters1795816000000 } from './1795816000000-post-writers.js';
import { Images1795817000000 } from './1795817000000-images.js';
import { WhoResolved1795818000000 } from './1795818000000-who-resolved.js';
import { EmailCodes1796010000000 } from './1796010000000-email-codes.js';
import { OwnAccounts1796010100000 } from './1796010100000-own-accounts.js';
import { Invites1796010200000 } from './1796010200000-invites.js';
import { Deletions1796020000000 } from './1796020000000-deletions.js';
import { Favourites1796020100000 } from './1796020100000-favourites.js';
import { PostRevisions1796020200000 } from './1796020200000-post-revisions.js';
import { ForwardsAndRemovals1796020300000 } from './1796020300000-forwards-and-removals.js';
import { SearchKeys1796020400000 } from './1796020400000-search-keys.js';
import { Organisation1796030000000 } from './1796030000000-organisation.js';
import { Audit1796030100000 } from './1796030100000-audit.js';
import { Nodes1796030200000 } from './1796030200000-nodes.js';
import { Retention1796030300000 } from './1796030300000-retention.js';
import { PicturesInWork1796040000000 } from './1796040000000-pictures-in-work.js';
import { FavouriteVersions1796040100000 } from './1796040100000-favourite-versions.js';
import { SortKeys1796050000000 } from './1796050000000-sort-keys.js';
import { OneTagAName1796050100000 } from './1796050100000-one-tag-a-name.js';
import { InvitedAccounts1796050200000 } from './1796050200000-invited-accounts.js';

/** Every migration that this program knows, oldest first. */
export const MIGRATIONS = [
  Start1763800000000,
  SharedFiles1795815000000,
  PostWriters1795816000000,
  Images1795817000000,
  WhoResolved1795818000000,
  EmailCodes1796010000000,
  OwnAccounts1796010100000,
  Invites1796010200000,
  Deletions1796020000000,
  Favourites1796020100000,
  PostRevisions1796020200000,
  ForwardsAndRemovals1796020300000,
  SearchKeys1796020400000,
  Organisation1796030000000,
  Audit1796030100000,
  Nodes1796030200000,
  Retention1796030300000,
  PicturesInWork1796040000000,
  FavouriteVersions1796040100000,
  SortKeys1796050000000,
  OneTagAName1796050100000,
  InvitedAccounts1796050200000,
];
