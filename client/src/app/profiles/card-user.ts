import { InjectionToken } from '@angular/core';
import type { User } from '#contracts/user.dto.js';

/** Whom a profile card is about. */
export const CARD_USER = new InjectionToken<User>('CARD_USER');
