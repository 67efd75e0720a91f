import { Global, Module } from '@nestjs/common';
import { FailPoints } from './fail-points.js';

@Global()
@Module({ providers: [FailPoints], exports: [FailPoints] })
export class FailPointsModule {}
