import { inject, Injectable } from '@angular/core';
import type { OrganisationSettings, UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import { Api } from '../../realtime/api';

/** The routes of the console about the organisation. */
@Injectable({ providedIn: 'root' })
export class OrganisationApi {
  private readonly api = inject(Api);

  show(): Promise<OrganisationSettings> {
    return this.api.get('/admin/settings');
  }

  update(changes: UpdateOrganisationDto): Promise<OrganisationSettings> {
    return this.api.patch('/admin/settings', changes);
  }

  putLogo(picture: File): Promise<OrganisationSettings> {
    const form = new FormData();
    form.append('file', picture);
    return this.api.put('/admin/settings/logo', form);
  }

  removeLogo(): Promise<OrganisationSettings> {
    return this.api.delete('/admin/settings/logo');
  }
}
