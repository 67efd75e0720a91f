import type { Request } from 'express';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { Organisation } from '../organisation/organisation.service.js';
import { notFound } from '../platform/errors/app-error.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { isId } from '../platform/ids/ids.js';
import { Storage } from '../platform/storage/storage.js';
import { keyOf } from './image-keys.js';
import { ImageMaker } from './image-maker.js';
import { ImageDiscarded } from './images.events.js';

const LOGO = { side: 512, isSquare: false };

/** The picture of the organisation, which everybody may see. The one before goes with its bytes. */
@Publishes(ImageDiscarded)
export class LogoService {
  constructor(
    private readonly maker: ImageMaker,
    private readonly organisation: Organisation,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** Receives a picture that `set` can make the logo. @throws AppError as `ImageMaker.make` */
  async receive(userId: string, request: Request): Promise<string> {
    return this.maker.make(userId, request, LOGO);
  }

  /** Makes a picture the logo, or none. */
  async set(imageId: string | null): Promise<void> {
    await this.transactions.run(async () => {
      const previous = await this.organisation.setLogo(imageId);
      if (previous !== null && previous !== imageId) await this.events.publish(new ImageDiscarded(previous));
    });
  }

  /** Opens the logo. @throws AppError `not_found` for any other picture */
  async open(imageId: string): Promise<FileAnswer> {
    const isLogo = isId(imageId) && (await this.organisation.isLogo(imageId));
    const file = isLogo ? await this.storage.open(keyOf(imageId)) : undefined;
    if (!file) throw notFound();
    return { file, mime: 'image/webp', name: 'logo.webp', isInline: true };
  }
}
