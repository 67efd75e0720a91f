import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import { Component, signal } from '@angular/core';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { LongRows } from './long-rows';

@Component({
  imports: [CdkVirtualScrollableElement, LongRows],
  template: `
    <div cdkVirtualScrollingElement>
      <app-long-rows [items]="items()" [row]="row" [rowHeight]="50" />
      <ng-template #row let-item>{{ item.id }}</ng-template>
    </div>
  `,
})
class Host {
  readonly items = signal<{ id: string }[]>([]);
}

describe('the rows of a long list', () => {
  async function rowsOf(count: number): Promise<HTMLElement[]> {
    TestBed.configureTestingModule({ deferBlockBehavior: DeferBlockBehavior.Playthrough });
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.items.set(Array.from({ length: count }, (_, index) => ({ id: `row ${index}` })));
    await fixture.whenStable();
    await new Promise((done) => setTimeout(done, 50));
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    expect(host.querySelector('cdk-virtual-scroll-viewport') !== null).toBe(count > 200);
    return [...host.querySelectorAll<HTMLElement>('[role=listitem]')];
  }

  it('are all there as long as they are few', async () => {
    const rows = await rowsOf(200);
    expect([rows.length, rows[199]!.textContent.trim()]).toEqual([200, 'row 199']);
  });

  it('are drawn as they come on screen when they are many', async () => {
    expect((await rowsOf(201)).length).toBeLessThan(201);
  });
});
