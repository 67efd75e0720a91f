import { computed, effect, inject, resource, type ResourceRef, untracked } from '@angular/core';
import type { Profile } from '#contracts/profile.dto.js';
import { PeopleStore } from './people-store';
import { ProfilesApi } from './profiles-api';

/** The profile of a username, asked for again whenever its person is told of; what is known stays meanwhile. For an injection context. */
export function liveProfile(username: () => string | undefined): ResourceRef<Profile | undefined> {
  const [api, people] = [inject(ProfilesApi), inject(PeopleStore)];
  // By value: the answer makes its person known anew, and with oneself whatever the name was read from.
  const name = computed(username);
  const profile = resource({ params: name, loader: ({ params }) => api.profile(params) });
  const user = computed(() => (profile.hasValue() ? profile.value().user : undefined));
  const userId = computed(() => user()?.id);
  effect(() => {
    const known = user();
    if (known !== undefined) untracked(() => people.put([known]));
  });
  let before: { id: string | undefined; told: number } | undefined;
  effect(() => {
    const now = { id: userId(), told: people.told(userId() ?? '') };
    if (before?.id === now.id && before?.told !== now.told) untracked(() => profile.reload());
    before = now;
  });
  return profile;
}
