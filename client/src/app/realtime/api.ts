import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { fromHttp } from './server-error';

export type Query = Record<string, string | number | undefined>;

/** The server's HTTP routes as promises; every failure is a `ServerError`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<Answer>(path: string, query: Query = {}): Promise<Answer> {
    return answerOf(this.http.get<Answer>(`/api${path}`, { params: given(query) }));
  }

  /** A file that the server makes. */
  download(path: string, query: Query = {}): Promise<Blob> {
    return answerOf(this.http.get(`/api${path}`, { params: given(query), responseType: 'blob' }));
  }

  post<Answer>(path: string, body: object = {}): Promise<Answer> {
    return answerOf(this.http.post<Answer>(`/api${path}`, body));
  }

  put<Answer>(path: string, body: object = {}): Promise<Answer> {
    return answerOf(this.http.put<Answer>(`/api${path}`, body));
  }

  patch<Answer>(path: string, body: object): Promise<Answer> {
    return answerOf(this.http.patch<Answer>(`/api${path}`, body));
  }

  delete<Answer = void>(path: string): Promise<Answer> {
    return answerOf(this.http.delete<Answer>(`/api${path}`));
  }
}

function given(query: Query): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

async function answerOf<Answer>(request: Observable<Answer>): Promise<Answer> {
  try {
    return await firstValueFrom(request);
  } catch (error) {
    throw fromHttp(error);
  }
}
