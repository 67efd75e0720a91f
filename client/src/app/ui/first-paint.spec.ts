import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FirstPaint } from './first-paint';

describe('the first paint', () => {
  const frames: FrameRequestCallback[] = [];
  const nextFrame = () => frames.splice(0).forEach((draw) => draw(0));

  beforeEach(() => {
    frames.length = 0;
    jest.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((draw) => frames.push(draw));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is over once what was drawn first has been on screen for a frame, and not before', () => {
    const { isOver } = TestBed.inject(FirstPaint);
    expect(isOver()).toBe(false);
    TestBed.inject(ApplicationRef).tick();
    expect(isOver()).toBe(false);
    nextFrame();
    expect(isOver()).toBe(false);
    nextFrame();
    expect(isOver()).toBe(true);
  });
});
