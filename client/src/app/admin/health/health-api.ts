import { inject, Injectable } from '@angular/core';
import type { AdminHealth, FailedJob, RetriedJob } from '#contracts/admin-health.dto.js';
import { Api } from '../../realtime/api';

/** The routes about how the server is doing. */
@Injectable({ providedIn: 'root' })
export class HealthApi {
  private readonly api = inject(Api);

  show(): Promise<AdminHealth> {
    return this.api.get('/admin/health');
  }

  async retry({ id }: FailedJob): Promise<void> {
    await this.api.post(`/admin/health/jobs/${encodeURIComponent(id)}/retry`);
  }

  /** What became of a job that was tried again. */
  outcome({ id }: FailedJob): Promise<RetriedJob> {
    return this.api.get(`/admin/health/jobs/${encodeURIComponent(id)}`);
  }
}
