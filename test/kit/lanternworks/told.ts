import type { Username } from './people.js';

/** A message as it is told: who, how many minutes ago, what. */
export interface Told {
  by: Username;
  minutes: number;
  text: string;
  /** Files to attach: drawings of `pictures/` become PNG, other names get some bytes. */
  files?: readonly { name: string; drawing?: string; alt?: string; bytes?: number }[];
  fate?: 'recalled' | 'edited';
}

export interface ToldPost {
  by: Username;
  title: string;
  about?: string;
  tags: readonly string[];
  minutes: number;
  isResolved?: boolean;
  cover?: string;
  messages: readonly Told[];
}

export interface ToldRoom {
  name: string;
  slug: string;
  about: string;
  visibility: 'public' | 'private';
  by: Username;
  members: readonly Username[];
  chat: readonly Told[];
  posts: readonly ToldPost[];
}

/** Minutes. */
export const DAY = 24 * 60;
