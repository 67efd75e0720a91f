import { afterAll } from '@jest/globals';
import { Program } from './program.js';

afterAll(() => Program.endAll());
