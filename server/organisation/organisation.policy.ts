import type { FieldProblem } from '#contracts/problem.dto.js';
import { validationFailed } from '../platform/errors/app-error.js';

/** What of a server decides which settings it can keep. */
export interface Means {
  mailConfigured: boolean;
  /** Bytes. */
  attachmentCeiling: number;
}

interface Wish {
  verifiedEmail: boolean;
  emailDomains: readonly string[];
  attachmentMaxBytes: number | null;
}

/**
 * What is changed of the settings can be kept by this server; what stays as it was may be from a time when it could do more.
 * @throws AppError `validation_failed` with every field that cannot
 */
export function assertCanKeep(before: Wish, wish: Wish, { mailConfigured, attachmentCeiling }: Means): void {
  const isChanged = (field: keyof Wish): boolean => JSON.stringify(wish[field]) !== JSON.stringify(before[field]);
  const problems: FieldProblem[] = [];
  if (isChanged('verifiedEmail') && wish.verifiedEmail && !mailConfigured) {
    const message = 'Addresses cannot be proved: this server sends no mail. Set SMTP_URL first.';
    problems.push({ field: 'verifiedEmail', code: 'mail_not_configured', message });
  }
  if (wish.emailDomains.length > 0 && !wish.verifiedEmail) {
    const message = 'A domain says something only of addresses that were proved. Ask for verified addresses too.';
    problems.push({ field: 'emailDomains', code: 'needs_verified_email', message });
  }
  if (isChanged('attachmentMaxBytes') && (wish.attachmentMaxBytes ?? 0) > attachmentCeiling) {
    const message = `This server takes files of at most ${String(attachmentCeiling)} bytes (ATTACHMENT_MAX_BYTES).`;
    problems.push({ field: 'attachmentMaxBytes', code: 'too_big', message });
  }
  if (problems.length > 0) throw validationFailed(problems);
}
