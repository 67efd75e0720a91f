import { Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import type { FileKind } from '#contracts/attachment.dto.js';
import { t, type TextKey } from '../language/texts';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Skeletons } from '../ui/skeletons';
import { FilePages } from './file-pages';
import { FileRow } from './file-row';

/** What was shared, from the `FilePages` of whoever shows it. */
@Component({
  selector: 'app-file-list',
  imports: [EmptyState, FileRow, Icon, MatButtonModule, MatChipsModule, Skeletons],
  templateUrl: './file-list.html',
  styleUrl: './file-list.scss',
})
export class FileList {
  /** Only the first few, without a choice of kinds. */
  readonly most = input<number>();
  protected readonly t = t;
  protected readonly files = inject(FilePages);
  protected readonly kinds: readonly { kind: FileKind | ''; label: TextKey }[] = [
    { kind: '', label: 'rooms.all' },
    { kind: 'picture', label: 'rooms.pictures' },
    { kind: 'document', label: 'rooms.documents' },
    { kind: 'other', label: 'rooms.other' },
  ];
}
