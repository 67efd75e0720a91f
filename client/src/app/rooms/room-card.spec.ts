import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Notice } from '../ui/notice';
import { RoomActions } from './room-actions';
import { RoomCard } from './room-card';
import { aRoom } from './room.fixture';
import { RoomStore } from './room-store';

describe('a room in the directory', () => {
  const join = jest.fn<() => Promise<void>>();
  let fixture: ComponentFixture<RoomCard>;

  beforeEach(async () => {
    join.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: RoomStore, useValue: { join } },
        { provide: RoomActions, useValue: {} },
        {
          provide: Notice,
          useValue: {
            attempt: (work: () => Promise<void>) =>
              work().then(
                () => true,
                () => false,
              ),
          },
        },
      ],
    });
    fixture = TestBed.createComponent(RoomCard);
    show(null);
    document.body.append(page());
    await fixture.whenStable();
  });

  const page = () => fixture.nativeElement as HTMLElement;
  const settled = async () => {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const button = () => page().querySelector('footer button')!;
  const show = (myRole: 'member' | null) => fixture.componentRef.setInput('room', aRoom({ myRole }));

  it('keeps the focus of who joins, and of who was refused', async () => {
    let refuse: () => void = () => undefined;
    join.mockImplementation(() => {
      show('member');
      return new Promise((_, reject) => {
        refuse = () => {
          show(null);
          reject(new Error('refused'));
        };
      });
    });
    (button() as HTMLElement).focus();
    (button() as HTMLElement).click();
    await settled();
    expect([button().textContent.trim(), document.activeElement === button()]).toEqual(['Joined', true]);
    refuse();
    await settled();
    expect([button().textContent.trim(), document.activeElement === button()]).toEqual(['Join', true]);
  });
});
