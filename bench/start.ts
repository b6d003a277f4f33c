import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from './figure.ts';

const RUNS = 5;

/** How long the built bot takes until its page answers, and what it holds in memory then; beside a bare Node. */
export async function benchStart(): Promise<Figure[]> {
  const starts: number[] = [];
  const bares: number[] = [];
  const residents: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    bares.push(await timed(() => finished(spawn(process.execPath, ['-e', '0']))));
    const data = mkdtempSync(join(tmpdir(), 'gongyou-bench-'));
    const env = { ...process.env, PORT: '0', GONGYOU_DATA: data, GONGYOU_LOG: 'error' };
    let bot: ChildProcess | undefined;
    starts.push(
      await timed(async () => {
        bot = spawn(process.execPath, ['dist/src/main.js'], { env });
        await fetch(await addressOf(bot));
      }),
    );
    await sleep(2000);
    if (bot?.pid) residents.push(residentMiB(bot.pid));
    bot?.kill('SIGTERM');
    if (bot) await finished(bot);
    rmSync(data, { recursive: true, force: true });
  }
  const [start, bare] = [median(starts), median(bares)];
  return [
    {
      name: 'start to the first page',
      value: start,
      unit: 'ms',
      yardstick: { name: 'bare node', value: bare },
      ratio: start / bare,
    },
    { name: 'resident memory, idle', value: median(residents), unit: 'MiB' },
  ];
}

function addressOf(bot: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    bot.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = /http:\/\/\S+/.exec(said) ?? [];
      if (address) resolve(address);
    });
    bot.once('exit', (code) => reject(new Error(`the bot ended with ${code}`)));
  });
}

const finished = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => (process.exitCode === null ? process.once('exit', () => resolve()) : resolve()));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const residentMiB = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
