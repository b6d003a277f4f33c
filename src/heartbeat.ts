import { createTask, type RunCoordinator, type ScheduledTask } from 'node-cron';
import type { Log } from './log.ts';
import { NONE, type Store } from './store/port.ts';
import { minutes, seconds } from './world.ts';

export type Heart = {
  start(): void;
  /** Resolves when no beat is under way. */
  stop(): Promise<void>;
};

export type HeartParts = {
  /** What every instance does each second: keep its promises. Claims make it safe for all to do it. */
  pulse(): Promise<void>;
  /** What one of all instances does every five seconds: find what falls due. */
  beat(): Promise<void>;
  readonly store: Store;
  readonly log: Log;
  /** Tells this process's tasks from others in the process. */
  readonly name: string;
};

/** The ticks, and the only timer. What is due is worked out from the store, so a tick that is missed costs nothing. */
export function createHeart({ pulse, beat, store, log, name }: HeartParts): Heart {
  return heartOf(() => [
    pulseTask(name, pulse, log),
    createTask('*/5 * * * * *', safely('beat', beat, log), {
      ...OPTIONS,
      name: `${name}.beat`,
      distributed: true,
      runCoordinator: storeCoordinator(store),
      distributedLease: seconds(4),
    }),
  ]);
}

/** A heart that only pulses: for what belongs to no workplace and so has no store. */
export const createPulse = ({ pulse, log, name }: Pick<HeartParts, 'pulse' | 'log' | 'name'>): Heart =>
  heartOf(() => [pulseTask(name, pulse, log)]);

const quiet = { info: () => {}, debug: () => {}, warn: () => {}, error: () => {} };
const OPTIONS = { noOverlap: true, suppressMissedWarning: true, logger: quiet };

const safely = (what: string, run: () => Promise<void>, log: Log) => () =>
  run().catch((error: unknown) => log.error({ what, error: String(error) }, 'tick failed'));

const pulseTask = (name: string, pulse: () => Promise<void>, log: Log): ScheduledTask =>
  createTask('* * * * * *', safely('pulse', pulse, log), { ...OPTIONS, name: `${name}.pulse` });

function heartOf(open: () => ScheduledTask[]): Heart {
  const tasks: ScheduledTask[] = [];
  return {
    start() {
      tasks.push(...open());
      for (const task of tasks) void task.start();
    },
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      tasks.length = 0;
    },
  };
}

/**
 * Gives each slot to one of all instances: the one whose commit moves the record on. A slot lost to a store that is
 * away is made good by the next.
 */
export function storeCoordinator(store: Store): RunCoordinator {
  const key = { collection: 'beat', id: 'slot' };
  return {
    async shouldRun(slot) {
      const at = Date.parse(slot.slice(slot.indexOf(':') + 1));
      const last = await store.get(key);
      // a slot more than a minute ahead was taken by a clock that has been set back since
      if (last && Number(last.value) >= at && Number(last.value) < at + minutes(1)) return false;
      return (await store.commit([{ kind: 'put', key, version: last?.version ?? NONE, value: at }])).ok;
    },
  };
}
