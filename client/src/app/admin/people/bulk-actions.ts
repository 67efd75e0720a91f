import { inject, Injectable } from '@angular/core';
import type { AdminUser, BulkAction, BulkResult } from '#contracts/admin.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { t, type TextKey } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { Confirm } from '../../ui/confirm';
import type { IconName } from '../../ui/icon-paths';
import { LateDialog } from '../../ui/late-dialog';
import { Notice } from '../../ui/notice';
import { DIALOG_LOOK } from '../table/dialog-look';
import type { PersonResult } from './person-result';
import { PeopleApi } from './people-api';
import { PeopleDirectory } from './people-directory';

/** Asked before, because it takes something from people. */
const ASKED: Partial<Record<BulkAction, { icon: IconName; title: TextKey; text: TextKey; action: TextKey }>> = {
  deactivate: {
    icon: 'do_not_disturb_on',
    title: 'admin-people.deactivateManyAsk',
    text: 'admin-people.deactivateManyText',
    action: 'admin-people.deactivate',
  },
  endSessions: {
    icon: 'devices',
    title: 'admin-people.endManySessionsAsk',
    text: 'admin-people.endSessionsText',
    action: 'admin-people.endSessions',
  },
};

/** One thing done to everybody who is chosen, and a report of what was not done. */
@Injectable({ providedIn: 'root' })
export class BulkActions {
  private readonly api = inject(PeopleApi);
  private readonly directory = inject(PeopleDirectory);
  private readonly confirm = inject(Confirm);
  private readonly notice = inject(Notice);
  private readonly dialog = inject(LateDialog);

  async run(action: BulkAction): Promise<void> {
    const people = this.directory.selection.items();
    if (!(await this.isSure(action, people.length))) return;
    await this.notice.attempt(async () => {
      const results = await this.change(action, people).finally(() => this.directory.refresh());
      await this.report(action, results);
    });
  }

  /** A part after the other, until one fails; what became of each. @throws ServerError nothing is known to be done */
  private async change(action: BulkAction, people: readonly AdminUser[]): Promise<PersonResult[]> {
    const results: PersonResult[] = [];
    for (let done = 0; done < people.length; done += LIMITS.pageSize.max) {
      const part = people.slice(done, done + LIMITS.pageSize.max);
      try {
        results.push(...withPeople(await this.api.changeMany(action, part), part));
      } catch (error) {
        if (done === 0) throw error;
        const { code, message } = error as ServerError;
        results.push(...people.slice(done).map((person) => ({ id: person.id, isDone: false, code, message, person })));
        break;
      }
    }
    return results;
  }

  private async isSure(action: BulkAction, count: number): Promise<boolean> {
    const asked = ASKED[action];
    if (asked === undefined) return true;
    const { icon, title, text } = asked;
    return this.confirm.ask(() => ({ icon, title: t(title, { count }), text: t(text), action: t(asked.action) }));
  }

  /** Who could not be changed stays chosen. */
  private async report(action: BulkAction, results: readonly PersonResult[]): Promise<void> {
    const failed = results.filter(({ isDone }) => !isDone);
    this.directory.selection.choose(failed.map(({ person }) => person));
    if (failed.length === 0) {
      this.notice.say(t(`admin-people.done_${action}`, { count: results.length }));
      return;
    }
    await this.dialog.open(async () => (await import('./bulk-report-dialog')).BulkReportDialog, {
      ...DIALOG_LOOK,
      data: { action, results },
      ariaLabelledBy: 'bulk-report-title',
    });
  }
}

function withPeople(results: readonly BulkResult[], people: readonly AdminUser[]): PersonResult[] {
  return results.flatMap((result) => {
    const person = people.find(({ id }) => id === result.id);
    return person === undefined ? [] : [{ ...result, person }];
  });
}
