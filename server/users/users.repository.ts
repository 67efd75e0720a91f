import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Locale } from '#contracts/profile.dto.js';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { searchPatterns } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { sortKeyOfPerson } from '../platform/names/sort-key.js';
import { UserEntity } from './user.entity.js';

/** Which users a list asks for; by username, after the one named. */
export interface UserFilter {
  text?: string;
  role?: UserRole;
  status?: UserStatus;
  after?: string;
  limit: number;
}

/** Where a user gets mail. */
export interface Addressee {
  username: string;
  email: string;
  locale: Locale;
}

/** Every query on users. */
@Injectable()
export class UsersRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(user: Omit<UserEntity, keyof NameKeys>): Promise<UserEntity> {
    const row = { ...user, ...keysOf(user) };
    await this.transactions.manager.insert(UserEntity, row);
    return row;
  }

  /** True while nobody has registered. */
  async isEmpty(): Promise<boolean> {
    return !(await this.transactions.manager.exists(UserEntity));
  }

  /** Lets one registration at a time decide whether it is the first. Held until the transaction ends. */
  async lockRegistration(): Promise<void> {
    await this.transactions.query(`select pg_advisory_xact_lock(hashtext('roomers: the first account'))`);
  }

  async findById(id: string): Promise<UserEntity | null> {
    return this.transactions.manager.findOneBy(UserEntity, { id });
  }

  /** As `findById`; nobody else changes it, or makes it the owner of something, until the transaction ends. */
  async hold(id: string): Promise<UserEntity | null> {
    return this.transactions.manager.findOne(UserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async findByIds(ids: readonly string[]): Promise<UserEntity[]> {
    return ids.length === 0 ? [] : this.transactions.manager.findBy(UserEntity, { id: In([...ids]) });
  }

  /** The user who has this username, or had it. */
  async findByUsername(username: string): Promise<UserEntity | null> {
    if (!/^[a-z0-9._-]{1,32}$/iu.test(username)) return null;
    return this.transactions.manager
      .createQueryBuilder(UserEntity, 'u')
      .where('u.id = (select user_id from usernames where username = lower(:username))', { username })
      .getOne();
  }

  /** The first of the usernames, all in lower case, that nobody has or had. */
  async findFree(usernames: readonly string[]): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ name: string }>(
      `select wanted.name from unnest($1::text[]) with ordinality as wanted (name, n)
       where not exists (select from usernames where username = wanted.name) order by n limit 1`,
      [usernames],
    );
    return row?.name;
  }

  /** The user with this e-mail address or username, without regard to case. */
  async findByLogin(login: string): Promise<UserEntity | null> {
    return this.transactions.manager
      .createQueryBuilder(UserEntity, 'u')
      .where('lower(u.email) = lower(:login) or u.username = lower(:login)', { login })
      .getOne();
  }

  /** Where a user gets mail, and in which language. */
  async findAddressee(id: string): Promise<Addressee | undefined> {
    const [row] = await this.transactions.query<Addressee>(
      `select u.username, u.email, p.locale from users u join profiles p on p.user_id = u.id where u.id = $1`,
      [id],
    );
    return row;
  }

  /** The page of users after the filter's key, and how many there are in all. */
  async list(filter: UserFilter): Promise<{ users: UserEntity[]; total: number }> {
    const query = this.transactions.manager.createQueryBuilder(UserEntity, 'u');
    this.narrow(query, filter);
    const total = await query.getCount();
    if (filter.after !== undefined) query.andWhere('u.username > :after', { after: filter.after });
    const users = await query.orderBy('u.username').limit(filter.limit).getMany();
    return { users, total };
  }

  async update(
    id: string,
    change: Partial<Pick<UserEntity, 'username' | 'email' | 'displayName' | 'imageId' | 'role' | 'status'>>,
  ): Promise<void> {
    await this.transactions.manager.update(UserEntity, { id }, change);
    if (change.username !== undefined || change.displayName !== undefined) await this.renewKeys(id);
  }

  /**
   * Gives a user another picture or none and says which was there; undefined when nothing changed. Inside a
   * transaction: the row is held first, since `returning old` tells what the statement found and not what it waited for.
   */
  async setImage(id: string, imageId: string | null): Promise<{ previous: string | null } | undefined> {
    const [before] = await this.transactions.query<{ previous: string | null }>(
      `select image_id as previous from users where id = $1 for no key update`,
      [id],
    );
    if (!before || before.previous === imageId) return undefined;
    await this.update(id, { imageId });
    return before;
  }

  /** Takes the account of an invited user into use; false when it was not one. */
  async admit(id: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `update users set status = 'active' where id = $1 and status = 'invited' returning id`,
      [id],
    );
    return rows.length > 0;
  }

  async markSeen(id: string, at: Date): Promise<void> {
    await this.transactions.manager.update(UserEntity, { id }, { lastSeenAt: at });
  }

  private async renewKeys(id: string): Promise<void> {
    const user = await this.transactions.manager.findOneByOrFail(UserEntity, { id });
    await this.transactions.manager.update(UserEntity, { id }, keysOf(user));
  }

  private narrow(query: SelectQueryBuilder<UserEntity>, { text, role, status }: UserFilter): void {
    query.andWhere('u.searchKey like all(cast(:patterns as text[]))', { patterns: searchPatterns(text) });
    if (role !== undefined) query.andWhere('u.role = :role', { role });
    if (status !== undefined) query.andWhere('u.status = :status', { status });
  }
}

type NameKeys = Pick<UserEntity, 'searchKey' | 'sortKey'>;

function keysOf({ displayName, username }: Pick<UserEntity, 'displayName' | 'username'>): NameKeys {
  return { searchKey: searchKeyOf(displayName, username), sortKey: sortKeyOfPerson(displayName) };
}
