import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { FavouritesService } from './favourites.service.js';

@Controller('rooms/:room/favourite')
export class FavouritesController {
  constructor(private readonly favourites: FavouritesService) {}

  /** Puts a room among one's favourites. */
  @HttpCode(204)
  @Put()
  @Refuses('forbidden')
  async add(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<void> {
    await this.favourites.set(userId, room, true);
  }

  /** Takes a room from one's favourites. */
  @HttpCode(204)
  @Delete()
  @Refuses('forbidden')
  async remove(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<void> {
    await this.favourites.set(userId, room, false);
  }
}
