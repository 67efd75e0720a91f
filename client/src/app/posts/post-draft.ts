import { keepText } from '../device/device-storage';

/** A post that was begun. */
export interface PostDraft {
  title: string;
  about: string;
  tags: string[];
}

const NOTHING: PostDraft = { title: '', about: '', tags: [] };

/** What was begun as a new post, one a room and account; stays on this device until it is made or emptied. */
export class PostDrafts {
  private readonly key: string;

  constructor(userId: string, roomId: string) {
    this.key = `roomers.new-post.${userId}.${roomId}`;
  }

  read(): PostDraft {
    try {
      return { ...NOTHING, ...(JSON.parse(localStorage.getItem(this.key) ?? '{}') as Partial<PostDraft>) };
    } catch {
      return NOTHING;
    }
  }

  /** Keeps it; true when there was something to keep, and room for it. */
  write(draft: PostDraft): boolean {
    const isEmpty = draft.title.trim() === '' && draft.about.trim() === '' && draft.tags.length === 0;
    return keepText(this.key, isEmpty ? '' : JSON.stringify(draft)) && !isEmpty;
  }

  clear(): void {
    localStorage.removeItem(this.key);
  }
}
