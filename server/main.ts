import 'reflect-metadata';
import { launch } from './launch/launch.js';

await launch(() => import('./app.js'));
