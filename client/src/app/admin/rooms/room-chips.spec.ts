import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatChipGridHarness } from '@angular/material/chips/testing';
import { describe, expect, it, jest } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import { ChatSocket } from '../../realtime/chat-socket';
import { ServerError } from '../../realtime/server-error';
import { RoomsApi } from '../../rooms/rooms-api';
import { RoomChips } from './room-chips';

describe('several rooms', () => {
  it('are called gone only when the server says so, and asked for again when it did not answer', async () => {
    const connections = signal(1);
    const one = jest.fn<(id: string) => Promise<Room>>();
    one.mockRejectedValueOnce(new ServerError('not_found', 'none', 404));
    one.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { one } },
        { provide: ChatSocket, useValue: { connections } },
      ],
    });
    const fixture = TestBed.createComponent(RoomChips);
    fixture.componentRef.setInput('label', 'Rooms');
    fixture.componentRef.setInput('hint', '');
    fixture.componentRef.setInput('ids', ['deleted', 'kept']);
    const grid = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatChipGridHarness);
    const names = async () => Promise.all((await grid.getRows()).map((row) => row.getText()));
    expect(await names()).toEqual(['A room that is gone', '…']);
    one.mockResolvedValue({ id: 'kept', name: 'Reading Club' } as Room);
    connections.set(2);
    expect(await names()).toEqual(['A room that is gone', 'Reading Club']);
    expect(one.mock.calls).toEqual([['deleted'], ['kept'], ['kept']]);
  });
});
