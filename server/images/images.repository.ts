import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Where a picture is shown. */
export interface ImagePlace {
  /** Whose readers may see it; null for a person's, which everybody may. */
  roomId: string | null;
}

/** Every query on whose picture is whose. A picture has no row: who shows it names it. */
@Injectable()
export class ImagesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Undefined for a picture that nobody shows. */
  async findPlace(imageId: string): Promise<ImagePlace | undefined> {
    const [place] = await this.transactions.query<ImagePlace>(
      `select null::uuid as "roomId" from users where image_id = $1
       union all select id from rooms where image_id = $1 and deleted_at is null
       union all select room_id from posts where image_id = $1 and deleted_at is null`,
      [imageId],
    );
    return place;
  }

  /** Of the pictures, those that nobody shows. */
  async findUnused(imageIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select i.id from unnest($1::uuid[]) as i (id)
       where not exists (select from users where image_id = i.id)
         and not exists (select from rooms where image_id = i.id) and not exists (select from posts where image_id = i.id)
         and not exists (select from organisation where logo_image_id = i.id)`,
      [imageIds],
    );
    return rows.map(({ id }) => id);
  }
}
