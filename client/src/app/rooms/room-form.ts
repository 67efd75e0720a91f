import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { Room } from '#contracts/room.dto.js';

type Written = Pick<Room, 'name' | 'slug' | 'about' | 'visibility'>;

const NEW: Written = { name: '', slug: '', about: '', visibility: 'public' };

/** What a room is called and who finds it; of a room that is to be made, empty. */
export function roomForm({ name, slug, about, visibility }: Written = NEW) {
  return new FormGroup({
    name: new FormControl(name, { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/u)] }),
    slug: new FormControl(slug, { nonNullable: true }),
    about: new FormControl(about, { nonNullable: true }),
    visibility: new FormControl(visibility, { nonNullable: true }),
  });
}

export type RoomForm = ReturnType<typeof roomForm>;
