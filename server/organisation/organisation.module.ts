import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ForgetOrganisationWhenChanged } from './forget-organisation-when-changed.listener.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisation } from './organisation.service.js';

/** What holds for everybody; every module may ask. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OrganisationEntity])],
  providers: [ForgetOrganisationWhenChanged, Organisation, OrganisationRepository],
  exports: [Organisation],
})
export class OrganisationModule {}
