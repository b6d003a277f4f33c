import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

type Served = { readonly body: Buffer; readonly zipped: Buffer; readonly type: string };

export type Files = ReturnType<typeof readFiles>;

/**
 * The built page, read once: a request can only name what was there, so no path leads out of the folder.
 * `built` is false when there is no page yet.
 */
export function readFiles(dir: string) {
  const files = new Map<string, Served>();
  for (const path of pathsIn(dir)) {
    const type = TYPES[extname(path)];
    const body = readFileSync(path);
    if (type)
      files.set(`/${relative(dir, path).split(sep).join('/')}`, { body, zipped: gzipSync(body), type });
  }

  /** Sends a file, if there is one of this path. The names under `/assets/` hold a hash, so they never change. */
  function send(path: string, zip: boolean, response: ServerResponse): boolean {
    const file = files.get(path === '/' ? '/index.html' : path);
    if (!file) return false;
    const body = zip ? file.zipped : file.body;
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': body.length,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(zip ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(body);
    return true;
  }

  return { built: files.has('/index.html'), send };
}

function pathsIn(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return []; // not built yet
  }
}
