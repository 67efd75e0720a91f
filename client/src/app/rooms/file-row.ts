import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SharedFile } from '#contracts/attachment.dto.js';
import { fileKind, splitName } from '../attachments/file-kind';
import { fileSize } from '../attachments/file-size';
import { t, textParts } from '../language/texts';
import { PostStore } from '../posts/post-store';
import { PeopleStore } from '../profiles/people-store';
import { ProfileCardLink } from '../profiles/profile-card-link';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { splitName as splitPerson } from '../ui/person-name';
import { CurrentRoom } from './current-room';

/** One shared file: leads to its message and to whoever shared it, and can be had. */
@Component({
  selector: 'app-file-row',
  imports: [Icon, ProfileCardLink, RouterLink],
  templateUrl: './file-row.html',
  styleUrl: './file-row.scss',
})
export class FileRow {
  readonly file = input.required<SharedFile>();
  private readonly people = inject(PeopleStore);
  private readonly posts = inject(PostStore);
  private readonly current = inject(CurrentRoom);

  protected readonly t = t;
  protected readonly attachment = computed(() => this.file().attachment);
  protected readonly kind = computed(() => fileKind(this.attachment().name));
  protected readonly name = computed(() => splitName(this.attachment().name));
  protected readonly language = computed(() => languageOf(this.attachment().name));
  protected readonly author = computed(() => this.people.person(this.file().authorId));
  protected readonly note = computed(() => {
    const author = splitPerson(this.people.nameOf(this.file().authorId)).main;
    return textParts('rooms.sizeAndAuthor', { size: fileSize(this.attachment().size), author });
  });
  protected readonly link = computed(() => {
    const [room, post] = [this.current.room(), this.posts.post(this.file().postId)];
    const way = post?.kind === 'chat' ? [] : ['p', post?.slug ?? this.file().postId];
    return ['/r', room?.slug ?? '', ...way, String(this.file().seq)];
  });
}
