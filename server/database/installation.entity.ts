import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that names this database: cursors of another one are told apart by it. */
@Entity('installation')
@Check('ck_installation_one', 'is_only')
export class InstallationEntity {
  @PrimaryColumn({ type: 'boolean', primaryKeyConstraintName: 'pk_installation', default: true })
  isOnly!: boolean;

  @Column('uuid')
  id!: string;
}
