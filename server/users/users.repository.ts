import { Injectable } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { containsPattern } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import { UserEntity } from './user.entity.js';

/** Which users a list asks for; by username, after the one named. */
export interface UserFilter {
  text?: string;
  /** Also looks into e-mail addresses: only for admins. */
  searchesEmail?: boolean;
  role?: UserRole;
  status?: UserStatus;
  after?: string;
  limit: number;
}

/** Every query on users. */
@Injectable()
export class UsersRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(user: UserEntity): Promise<void> {
    await this.transactions.manager.insert(UserEntity, user);
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

  async findByIds(ids: readonly string[]): Promise<UserEntity[]> {
    return ids.length === 0 ? [] : this.transactions.manager.findBy(UserEntity, { id: In([...ids]) });
  }

  async findByUsername(username: string): Promise<UserEntity | null> {
    if (!/^[a-z0-9._-]{1,32}$/iu.test(username)) return null;
    return this.transactions.manager.findOneBy(UserEntity, { username: username.toLowerCase() });
  }

  /** The first of the usernames, all in lower case, that nobody has. */
  async findFree(usernames: readonly string[]): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ name: string }>(
      `select wanted.name from unnest($1::text[]) with ordinality as wanted (name, n)
       where not exists (select from users where username = wanted.name) order by n limit 1`,
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
    change: Partial<Pick<UserEntity, 'displayName' | 'imageId' | 'role' | 'status'>>,
  ): Promise<void> {
    await this.transactions.manager.update(UserEntity, { id }, change);
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

  async markSeen(id: string, at: Date): Promise<void> {
    await this.transactions.manager.update(UserEntity, { id }, { lastSeenAt: at });
  }

  private narrow(query: SelectQueryBuilder<UserEntity>, { text, searchesEmail, role, status }: UserFilter): void {
    if (text !== undefined && text !== '') {
      const like = { like: containsPattern(text) };
      query.andWhere(
        new Brackets((either) => {
          either.where('u.username ilike :like or u.displayName ilike :like', like);
          if (searchesEmail) either.orWhere('u.email ilike :like', like);
        }),
      );
    }
    if (role !== undefined) query.andWhere('u.role = :role', { role });
    if (status !== undefined) query.andWhere('u.status = :status', { status });
  }
}
