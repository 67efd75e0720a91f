import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSlideToggleHarness } from '@angular/material/slide-toggle/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OrganisationSettings, UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import { ChatSocket } from '../../realtime/chat-socket';
import { ServerError } from '../../realtime/server-error';
import { RoomsApi } from '../../rooms/rooms-api';
import { Confirm } from '../../ui/confirm';
import { Notice } from '../../ui/notice';
import { OrganisationApi } from './organisation-api';
import { OrganisationForm } from './organisation-form';

const SETTINGS = {
  ...{ name: 'Lanternworks', registration: 'open', emailDomains: [], verifiedEmail: false, mailConfigured: true },
  ...{ whoMayInvite: 'admins', whoMayCreateRooms: 'everyone', defaultRoomIds: [], blockedAttachmentTypes: ['exe'] },
  ...{ attachmentMaxBytes: 10 * 1024 * 1024, attachmentCeilingBytes: 25 * 1024 * 1024, version: 1 },
  ...{ editWindowMinutes: 15, retentionDays: null },
} as unknown as OrganisationSettings;

describe('the form of the organisation', () => {
  const update = jest.fn<(changes: UpdateOrganisationDto) => Promise<OrganisationSettings>>();
  const ask = jest.fn<() => Promise<boolean>>();
  const saved = jest.fn();
  let fixture: ComponentFixture<OrganisationForm>;

  beforeEach(() => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: OrganisationApi, useValue: { update } },
        { provide: ChatSocket, useValue: { connections: () => 1 } },
        { provide: RoomsApi, useValue: { list: () => Promise.resolve([]) } },
        { provide: Confirm, useValue: { ask } },
        { provide: Notice, useValue: { say: () => undefined } },
      ],
    });
    fixture = TestBed.createComponent(OrganisationForm);
    fixture.componentRef.setInput('settings', SETTINGS);
    // As the page does.
    fixture.componentInstance.saved.subscribe((settings) => {
      saved(settings);
      fixture.componentRef.setInput('settings', settings);
    });
  });

  const loader = () => TestbedHarnessEnvironment.loader(fixture);
  const field = (label: string | RegExp) => loader().getHarness(MatInputHarness.with({ label }));
  const errors = async (floatingLabelText: string) =>
    (await loader().getHarness(MatFormFieldHarness.with({ floatingLabelText }))).getTextErrors();
  const press = async (text: string) => (await loader().getHarness(MatButtonHarness.with({ text }))).click();
  const hasBar = async () => (await loader().getHarnessOrNull(MatButtonHarness.with({ text: 'Save' }))) !== null;
  const keepOnly = async (days: string) => {
    await (await loader().getHarness(MatSlideToggleHarness.with({ selector: '[formControlName=deletesOld]' }))).check();
    await (await field('Days to keep')).setValue(days);
  };

  it('asks to save only while something differs, and goes back to what is saved', async () => {
    expect(await hasBar()).toBe(false);
    await (await field('Name')).setValue('Lantern');
    expect(await hasBar()).toBe(true);
    await press('Discard');
    expect([await (await field('Name')).getValue(), await hasBar()]).toEqual(['Lanternworks', false]);
  });

  it('sends what was changed, and only that', async () => {
    update.mockImplementation((changes) => Promise.resolve({ ...SETTINGS, ...changes } as OrganisationSettings));
    await (await field(/^Largest file/u)).setValue('5');
    await (await field('Blocked file types')).setValue('exe, bat');
    const window = await loader().getHarness(MatSelectHarness);
    await window.open();
    await window.clickOptions({ text: 'Always' });
    await press('Save');
    const changes = {
      ...{ attachmentMaxBytes: 5 * 1024 * 1024, blockedAttachmentTypes: ['exe', 'bat'] },
      editWindowMinutes: null,
    };
    expect(update.mock.calls).toEqual([[changes]]);
    expect(saved.mock.calls).toEqual([[{ ...SETTINGS, ...changes }]]);
    expect(await hasBar()).toBe(false);
  });

  it('sends no empty name, and shows a refusal at its field', async () => {
    await (await field('Name')).setValue(' ');
    await press('Save');
    expect([await errors('Name'), update.mock.calls]).toEqual([['Enter a name.'], []]);
    await (await field('Name')).setValue('Lantern');
    await (await field('Only addresses of these domains')).setValue('nothing');
    const refusal = { field: 'emailDomains', code: 'invalid' as const, message: 'Enter domains.' };
    update.mockRejectedValueOnce(new ServerError('validation_failed', 'no', 422, [refusal]));
    await press('Save');
    expect(await errors('Only addresses of these domains')).toHaveLength(1);
    expect(await hasBar()).toBe(true);
  });

  it('deletes old messages only after it was asked, for so many days', async () => {
    await keepOnly('90');
    ask.mockResolvedValueOnce(false);
    await press('Save');
    expect(update).not.toHaveBeenCalled();
    ask.mockResolvedValueOnce(true);
    update.mockResolvedValueOnce({ ...SETTINGS, retentionDays: 90 });
    await press('Save');
    expect(update.mock.calls).toEqual([[{ retentionDays: 90 }]]);
  });
});
