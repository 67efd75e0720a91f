import type { Profile } from '#contracts/profile.dto.js';

/** What one may say about oneself, as the form has it. */
export interface ProfileFacts {
  displayName: string;
  aboutMe: string;
  location: string;
}

const PROFILE_FIELDS = ['displayName', 'aboutMe', 'location'] as const satisfies (keyof ProfileFacts)[];

export function factsOf({ user, aboutMe, location }: Profile): ProfileFacts {
  return { displayName: user.displayName, aboutMe, location };
}

/** The fields that differ from what is kept, with their new words. */
export function changesTo(kept: ProfileFacts, written: ProfileFacts): Partial<ProfileFacts> {
  return Object.fromEntries(
    PROFILE_FIELDS.filter((field) => written[field] !== kept[field]).map((field) => [field, written[field]]),
  );
}

/** The form after another device has saved: what was written here stays, the rest follows. */
export function follow(kept: ProfileFacts, written: ProfileFacts, next: ProfileFacts): ProfileFacts {
  return { ...next, ...changesTo(kept, written) };
}
