import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

const PRIMARY_KEY = { primaryKeyConstraintName: 'pk_message_keys' };

/** The key under which a sender stored a message: claimed before any number is taken, so that the same send is stored once. */
@Entity('message_keys')
export class MessageKeyEntity {
  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('users', { name: 'fk_message_keys_author', onDelete: 'CASCADE' })
  authorId!: string;

  @PrimaryColumn('uuid', PRIMARY_KEY)
  clientId!: string;

  @Column('uuid')
  messageId!: string;

  @Column('uuid')
  postId!: string;
}
