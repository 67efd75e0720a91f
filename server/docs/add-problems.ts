import type { OpenAPIObject } from '@nestjs/swagger';
import type { ErrorCode } from '#contracts/error-codes.js';
import { byStatus, problemResponse } from '../platform/http/refuses.decorator.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  'x-public'?: boolean;
  'x-files-cookie'?: boolean;
  'x-roles'?: string[];
};

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Adds to every route the errors that all routes of its kind have; what is special to one it says with `@Refuses()`. */
export function addProblems(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) if (path[method]) addTo(path[method]);
  }
  return document;
}

function addTo(operation: Operation): void {
  if (operation['x-public'] !== true) operation.security = [{ bearer: [] }];
  if (operation['x-files-cookie'] === true) operation.security?.push({ files: [] });
  for (const [status, codes] of byStatus(usualCodes(operation))) {
    const present = operation.responses[String(status)];
    const special = present && 'content' in present ? present : undefined;
    const usual = problemResponse(codes);
    operation.responses[String(status)] = {
      description: [usual.description, special?.description].filter(Boolean).join(', '),
      content: { ...usual.content, ...special?.content },
    };
  }
}

function usualCodes(operation: Operation): ErrorCode[] {
  const parameters = (operation.parameters ?? []).map((parameter) => ('in' in parameter ? parameter.in : ''));
  const codes: ErrorCode[] = ['malformed_request', 'internal_error', 'busy', 'unavailable'];
  if (operation['x-public'] !== true) codes.push('unauthenticated', 'session_ended');
  if (operation['x-roles']) codes.push('forbidden');
  if (parameters.includes('path')) codes.push('not_found');
  if (parameters.includes('query') || operation.requestBody) codes.push('validation_failed', 'text_invalid');
  if (operation.requestBody) codes.push('too_large', 'unsupported_media_type');
  return codes;
}
