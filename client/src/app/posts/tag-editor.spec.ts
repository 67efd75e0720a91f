import { ComponentFixtureAutoDetect, TestBed } from '@angular/core/testing';
import { FormControl } from '@angular/forms';
import { describe, expect, it } from '@jest/globals';
import { PostsApi } from './posts-api';
import { TagEditor } from './tag-editor';

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function anEditor(tags: string[]) {
  TestBed.configureTestingModule({
    providers: [
      { provide: PostsApi, useValue: { tags: () => Promise.resolve([]) } },
      // A busy page is drawn late.
      { provide: ComponentFixtureAutoDetect, useValue: false },
    ],
  });
  const fixture = TestBed.createComponent(TagEditor);
  const control = new FormControl(tags, { nonNullable: true });
  fixture.componentRef.setInput('control', control);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const box = host.querySelector('input')!;
  const write = (text: string) => {
    box.value = text;
    box.dispatchEvent(new Event('input'));
  };
  const leave = () => box.dispatchEvent(new Event('blur'));
  return { control, box, write, leave };
}

describe('the tags of a post', () => {
  it('are kept, though they are not drawn yet when the box is left', async () => {
    const { control, box, write, leave } = anEditor(['data']);
    write('数据、infra，x');
    expect([control.value, box.value]).toEqual([['data', '数据', 'infra'], 'x']);
    leave();
    await settled();
    expect([control.value, box.value]).toEqual([['data', '数据', 'infra', 'x'], '']);
  });
});
