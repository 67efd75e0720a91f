import { Injectable } from '@angular/core';
import { keptChoice } from '../device/kept-choice';

export const INFO_TABS = ['members', 'files'] as const;

/** Which part of the right sidebar is open; remembered on this device. */
@Injectable({ providedIn: 'root' })
export class InfoTab {
  readonly chosen = keptChoice('roomers.info-tab', INFO_TABS, 'members');
}
