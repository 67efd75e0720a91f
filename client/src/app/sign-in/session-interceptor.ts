import type { HttpErrorResponse, HttpEvent, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, type Observable, of, switchMap, throwError } from 'rxjs';
import { SessionStore } from './session-store';

const WITHOUT_TOKEN =
  /^\/api\/(auth\/(login|register|refresh|email-codes|password-(resets|links)(\/\w+)?)|config|invites\/check)$/;
const ADMINS = '/api/admin/';
const SIGN_OUT = '/api/auth/logout';

/** Adds the bearer token; a 401 is answered by renewing the session once and asking again. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || WITHOUT_TOKEN.test(request.url)) return next(request);
  const session = inject(SessionStore);
  // Right after a reload there is no token yet: the request waits for it instead of being refused first.
  const needsToken = session.token() === null && request.url !== SIGN_OUT;
  const ready = needsToken ? from(session.refresh()) : of(true);
  return ready.pipe(
    switchMap(() => next(withToken(request, session.token()))),
    catchError((error: HttpErrorResponse): Observable<HttpEvent<unknown>> => {
      // Whoever is no admin any more may not have heard of it: the session says who one is now.
      if (error.status === 403 && request.url.startsWith(ADMINS)) void session.refresh().catch(() => undefined);
      if (error.status !== 401 || request.url === SIGN_OUT) return throwError(() => error);
      return from(session.refresh()).pipe(
        switchMap((renewed) => (renewed ? next(withToken(request, session.token())) : throwError(() => error))),
      );
    }),
  );
};

function withToken(request: HttpRequest<unknown>, token: string | null): HttpRequest<unknown> {
  return token === null ? request : request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}
