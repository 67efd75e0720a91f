import { type ValidationError, type ValidationPipeOptions } from '@nestjs/common';
import type { FieldCode } from '#contracts/error-codes.js';
import type { FieldProblem } from '#contracts/problem.dto.js';
import { validationFailed } from '../errors/app-error.js';

function problemOf(path: string, error: ValidationError, constraint: string): FieldProblem {
  if (constraint === 'whitelistValidation')
    return { field: path, code: 'unknown_field', message: `There is no field ${path}.` };
  const context = error.contexts?.[constraint] as { code?: FieldCode } | undefined;
  const isMissing = error.value === undefined || error.value === null;
  return {
    field: path,
    code: isMissing ? 'required' : (context?.code ?? 'invalid'),
    message: isMissing ? `Enter ${path}.` : (error.constraints?.[constraint] ?? `${path} is wrong.`),
  };
}

/** Checks of what a value is; where they fail, the others fail for no other reason. */
const KINDS = new Set(['whitelistValidation', 'isText', 'isArray', 'isInt']);

function flatten(errors: ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = parent === '' ? error.property : `${parent}.${error.property}`;
    const failed = Object.keys(error.constraints ?? {});
    const constraint = failed.find((name) => KINDS.has(name)) ?? failed[0];
    const own = constraint === undefined ? [] : [problemOf(path, error, constraint)];
    return [...own, ...flatten(error.children ?? [], path)];
  });
}

/** How every door checks what comes in: unknown fields are refused, every wrong field is told at once, one problem a field. */
export const VALIDATION: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: true },
  exceptionFactory: (errors) => validationFailed(flatten(errors)),
};
