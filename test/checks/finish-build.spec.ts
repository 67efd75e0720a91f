import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pack, withPreloads } from '../../client/finish-build.mjs';

describe('the end of the client build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-build-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('asks for the first fonts as early as for the page', () => {
    const fonts = ['inter-latin-opsz-normal-AAAA1111.woff2', 'bricolage-grotesque-latin-opsz-normal-BBBB2222.woff2'];
    const html = withPreloads('<head></head>', ['inter-latin-ext-opsz-normal-CCCC3333.woff2', ...fonts]);
    expect(html.match(/href="media\/[^"]+"/gu)).toEqual(fonts.map((font) => `href="media/${font}"`));
    expect(html).toMatch(/crossorigin.*<\/head>$/u);
  });

  it('refuses a build without them', () => {
    expect(() => withPreloads('<head></head>', ['inter-latin-ext-opsz-normal-CCCC3333.woff2'])).toThrow('no font');
  });

  it('packs what is worth it, and nothing else', () => {
    const script = 'export const words = "again and again";'.repeat(100);
    writeFileSync(join(folder, 'main-AAAA1111.js'), script);
    writeFileSync(join(folder, 'small.js'), 'small');
    writeFileSync(join(folder, 'font.woff2'), Buffer.alloc(4_000));
    pack(folder);
    expect(brotliDecompressSync(readFileSync(join(folder, 'main-AAAA1111.js.br'))).toString()).toBe(script);
    expect(gunzipSync(readFileSync(join(folder, 'main-AAAA1111.js.gz'))).toString()).toBe(script);
    expect(['small.js.br', 'font.woff2.br'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
  });
});
