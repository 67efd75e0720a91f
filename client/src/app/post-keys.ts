import { inject, Injectable } from '@angular/core';
import { Shortcuts } from './keyboard/shortcuts';
import { PostSteps } from './post-steps';
import { NewPost } from './posts/new-post';
import { CurrentRoom } from './rooms/current-room';

/** The shortcuts that go through posts and make them. */
@Injectable()
export class PostKeys {
  private readonly current = inject(CurrentRoom);
  private readonly newPost = inject(NewPost);

  constructor() {
    const steps = inject(PostSteps);
    inject(Shortcuts).handle({
      previousPost: () => steps.step(-1),
      nextPost: () => steps.step(1),
      previousUnread: () => steps.stepUnread(-1),
      nextUnread: () => steps.stepUnread(1),
      newPost: () => this.makePost(),
    });
  }

  /** `false` where the reader may make none. */
  private makePost(): unknown {
    return this.current.isMember() && this.newPost.open();
  }
}
