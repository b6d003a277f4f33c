import { decentMoment, isQuiet, type QuietHours } from '../calendar/quiet.ts';
import type { Delivery, Promised } from '../delivery/index.ts';
import type { Log } from '../log.ts';
import type { Ended } from '../platforms/port.ts';
import type { Item } from '../store/collection.ts';
import { type Store, StoreAway } from '../store/port.ts';
import type { Line } from '../store/timetable.ts';
import { type Instant, minutes, seconds, type World } from '../world.ts';
import { agenda, type Event, events, type Reminder, reminders, signups } from './record.ts';

/** Most people promised to in one commit. */
const PAGE = 200;

export type RemindParts = {
  readonly store: Store;
  readonly world: World;
  readonly delivery: Pick<Delivery, 'promise' | 'kick'>;
  readonly log: Log;
  inChannel(channel: string): Promise<Ended<readonly string[]>>;
  readonly zone: string;
  readonly quiet: QuietHours;
};

type Due = { readonly line: Line; readonly reminder: Item<Reminder>; readonly event: Item<Event> };

/**
 * Turns the reminders that are due into promises, a page of people and one commit at a time: a crash between two
 * pages goes on where it stopped, and of two instances at the same page one writes it.
 */
export function createReminding(parts: RemindParts) {
  const { store, world, delivery, log, zone, quiet } = parts;

  async function take(line: Line): Promise<void> {
    const reminder = await reminders.get(store, line.of);
    const event = reminder && (await events.get(store, reminder.value.event));
    if (!reminder || !event) {
      await store.commit([agenda.delete(line)]);
      return;
    }
    const due: Due = { line, reminder, event };
    const now = world.now();
    const { latest } = reminder.value;
    if (now > latest) return skip(due, 'late');
    if (isQuiet(now, zone, quiet)) {
      const morning = decentMoment(now, latest, zone, quiet);
      return morning > now ? putOff(line, morning) : skip(due, 'late');
    }
    const everybody = await membersOf(event.value);
    if (everybody.kind === 'done') return promiseAll(due, everybody.is);
    if (everybody.kind === 'never') return skip(due, 'audience');
    log.warn({ reminder: reminder.id, why: everybody.why }, 'audience not known yet');
    await putOff(line, now + (everybody.kind === 'later' ? everybody.retryAfterMs : seconds(5)));
  }

  async function membersOf({ audience }: Event): Promise<Ended<readonly string[]>> {
    return 'people' in audience ? { kind: 'done', is: audience.people } : parts.inChannel(audience.channel);
  }

  async function promiseAll(due: Due, people: readonly string[]): Promise<void> {
    let { reminder } = due;
    const { reached } = reminder.value;
    const rest = [...new Set(people)].sort().filter((it) => reached === undefined || it > reached);
    do {
      const page = rest.splice(0, PAGE);
      const isLast = rest.length === 0;
      const wanted = await withoutDecliners(due.event.id, page);
      const moved = { ...reminder.value, reached: page.at(-1) ?? '' };
      const { ok } = await store.commit([
        ...(isLast
          ? [reminders.delete(reminder), agenda.delete(due.line)]
          : [reminders.put(reminder.id, moved, reminder.version)]),
        ...wanted.flatMap((person) => delivery.promise(promised({ ...due, reminder }, person))),
      ]);
      if (!ok) return; // another instance is at it
      log.info({ reminder: reminder.id, people: wanted.length }, 'reminder promised');
      delivery.kick();
      const next = isLast ? undefined : await reminders.get(store, reminder.id);
      if (!next) return;
      reminder = next;
    } while (rest.length > 0);
  }

  async function withoutDecliners(event: string, people: readonly string[]): Promise<string[]> {
    const answers = await Promise.all(people.map((person) => signups.get(store, `${event}.${person}`)));
    return people.filter((_, place) => answers[place]?.value.coming !== false);
  }

  const putOff = async (line: Line, at: Instant): Promise<void> =>
    void (await store.commit(agenda.move(line, at)));

  /** Tells the organiser once that a reminder could not go out. */
  async function skip(due: Due, why: Why): Promise<void> {
    const { line, reminder } = due;
    const isBegun = reminder.value.reached !== undefined;
    log.warn({ reminder: reminder.id, why, isBegun }, 'reminder skipped');
    await store.commit([
      reminders.delete(reminder),
      agenda.delete(line),
      ...delivery.promise({ key: `skipped.${reminder.id}`, ...toldOrganiser(due, why) }),
    ]);
  }

  return {
    /** When the next reminder falls due; absent: none is to come. */
    nextDue: (): Promise<Instant | undefined> => agenda.first(store),

    /** Takes up all that is due. A fault of ours over one reminder does not hold up the others. */
    async beat(): Promise<void> {
      for (const line of await agenda.due(store, world.now(), 100))
        await take(line).catch(async (error: unknown) => {
          if (error instanceof StoreAway) throw error;
          log.error({ reminder: line.of, error: String(error) }, 'reminder put off');
          await putOff(line, world.now() + minutes(1));
        });
    },
  };
}

type Why = 'late' | 'audience';

/** One person's reminder; where it comes too late the organiser is told, once for all people. */
function promised(due: Due, person: string): Promised {
  const { reminder, event } = due;
  const { leadMin, latest } = reminder.value;
  return {
    key: `remind.${reminder.id}.${person}`,
    to: { person },
    what: { kind: 'reminder', input: { event: event.id, person, leadMin } },
    until: latest,
    ifSkipped: { key: `late.${reminder.id}`, ...toldOrganiser(due, 'late') },
  };
}

const toldOrganiser = ({ reminder, event }: Due, why: Why): Pick<Promised, 'to' | 'what'> => ({
  to: { person: event.value.by },
  what: { kind: 'reminder-skipped', input: { event: event.id, leadMin: reminder.value.leadMin, why } },
});
