import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../errors/app-error.js';

/** Refuses bodies that are neither JSON nor an upload, before anything reads them. */
export function onlyJson(request: Request, _: Response, next: NextFunction): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  const isTaken =
    !hasBody || !request.path.startsWith('/api/') || request.is(['application/json', 'multipart/form-data']);
  next(isTaken ? undefined : new AppError('unsupported_media_type', 'Send JSON, as application/json.'));
}
