import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { PostDraft } from './post-draft';

/** What a post is called, is about and is found by. */
export function postForm({ title, about, tags }: PostDraft) {
  return new FormGroup({
    title: new FormControl(title, { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/u)] }),
    about: new FormControl(about, { nonNullable: true }),
    tags: new FormControl([...tags], { nonNullable: true }),
  });
}

export type PostForm = ReturnType<typeof postForm>;
