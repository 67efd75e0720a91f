import { applyDecorators } from '@nestjs/common';
import { ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ERROR_STATUS, type ErrorCode } from '#contracts/error-codes.js';
import { Problem } from '#contracts/problem.dto.js';

/** The answer in the API document for errors of one status. */
export function problemResponse(codes: readonly ErrorCode[]): {
  description: string;
  content: Record<string, { schema: { $ref: string } }>;
} {
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  };
}

/** Error codes by the status they travel under. */
export function byStatus(codes: readonly ErrorCode[]): [number, ErrorCode[]][] {
  return [...Map.groupBy(codes, (code) => ERROR_STATUS[code])];
}

/** Says in the API document why a route may refuse, besides what every route of its kind may (`api-docs.ts`). */
export function Refuses(...codes: ErrorCode[]): MethodDecorator {
  return applyDecorators(...byStatus(codes).map(([status, some]) => ApiResponse({ status, ...problemResponse(some) })));
}
