import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { OrganisationEntity } from './organisation.entity.js';

const ONLY = { isOnly: true };

/** Every query on the organisation. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(): Promise<OrganisationEntity> {
    return this.transactions.manager.findOneByOrFail(OrganisationEntity, ONLY);
  }

  /** As `find`; held until the transaction ends. */
  async findForUpdate(): Promise<OrganisationEntity> {
    return this.transactions.manager.findOneOrFail(OrganisationEntity, {
      where: ONLY,
      lock: { mode: 'pessimistic_write' },
    });
  }

  async save(organisation: OrganisationEntity): Promise<void> {
    await this.transactions.manager.update(OrganisationEntity, ONLY, organisation);
  }
}
