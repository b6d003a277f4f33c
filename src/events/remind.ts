import type { Delivery } from '../delivery/index.ts';
import { stamp } from '../delivery/message.ts';
import type { Log } from '../log.ts';
import type { Ended } from '../platforms/port.ts';
import type { Item } from '../store/collection.ts';
import type { Store } from '../store/port.ts';
import { type Instant, seconds, type World } from '../world.ts';
import { agenda, type Event, events, type Reminder, reminders, signups } from './record.ts';

/** Most people promised to in one commit. */
const PAGE = 200;

export type RemindParts = {
  readonly store: Store;
  readonly world: World;
  readonly delivery: Pick<Delivery, 'promise' | 'kick'>;
  readonly log: Log;
  inChannel(channel: string): Promise<Ended<readonly string[]>>;
};

type Line = Item<{ reminder: string }>;

/**
 * Turns the reminders that are due into promises, a page of people and one commit at a time: a crash between two
 * pages goes on where it stopped, and of two instances at the same page one writes it.
 */
export function createReminding(parts: RemindParts) {
  const { store, world, delivery, log } = parts;

  async function take(line: Line): Promise<void> {
    const reminder = await reminders.get(store, line.value.reminder);
    const event = reminder && (await events.get(store, reminder.value.event));
    if (!reminder || !event) {
      await store.commit([agenda.delete(line)]);
      return;
    }
    if (world.now() > reminder.value.latest) return skip(line, reminder, event.value, 'late');
    const everybody = await membersOf(event.value);
    if (everybody.kind === 'done') return promiseAll(line, reminder, event, everybody.is);
    if (everybody.kind === 'never') return skip(line, reminder, event.value, 'audience');
    log.warn({ reminder: reminder.id, why: everybody.why }, 'audience not known yet');
    const again = world.now() + (everybody.kind === 'later' ? everybody.retryAfterMs : seconds(5));
    await store.commit([agenda.delete(line), agenda.put(lineId(again, reminder.id), line.value)]);
  }

  async function membersOf({ audience }: Event): Promise<Ended<readonly string[]>> {
    return 'people' in audience ? { kind: 'done', is: audience.people } : parts.inChannel(audience.channel);
  }

  async function promiseAll(
    line: Line,
    first: Item<Reminder>,
    event: Item<Event>,
    people: readonly string[],
  ) {
    const rest = [...people]
      .sort()
      .filter((it) => first.value.reached === undefined || it > first.value.reached);
    let reminder = first;
    for (let begin = 0; begin === 0 || begin < rest.length; begin += PAGE) {
      const page = rest.slice(begin, begin + PAGE);
      const last = begin + PAGE >= rest.length;
      const wanted = await withoutDecliners(event.id, page);
      const { latest } = reminder.value;
      const moved = { ...reminder.value, reached: page.at(-1) ?? '' };
      const { ok } = await store.commit([
        ...(last
          ? [reminders.delete(reminder), agenda.delete(line)]
          : [reminders.put(reminder.id, moved, reminder.version)]),
        ...wanted.flatMap((person) =>
          delivery.promise({
            key: `remind.${reminder.id}.${person}`,
            to: { person },
            what: { kind: 'reminder', input: { event: event.id, person, leadMin: reminder.value.leadMin } },
            until: latest,
            ifSkipped: {
              key: `late.${reminder.id}`,
              to: { person: event.value.by },
              what: {
                kind: 'reminder-skipped',
                input: { event: event.id, leadMin: reminder.value.leadMin, why: 'late' },
              },
            },
          }),
        ),
      ]);
      if (!ok) return; // another instance is at it
      log.info({ reminder: reminder.id, people: wanted.length }, 'reminder promised');
      delivery.kick();
      if (last) return;
      const next = await reminders.get(store, reminder.id);
      if (!next) return;
      reminder = next;
    }
  }

  async function withoutDecliners(event: string, people: readonly string[]): Promise<string[]> {
    const answers = await Promise.all(people.map((person) => signups.get(store, `${event}.${person}`)));
    return people.filter((_, place) => answers[place]?.value.coming !== false);
  }

  /** Tells the organiser once that a reminder could not go out. */
  async function skip(line: Line, reminder: Item<Reminder>, event: Event, why: string): Promise<void> {
    const { leadMin, reached } = reminder.value;
    log.warn({ reminder: reminder.id, why, reached: reached !== undefined }, 'reminder skipped');
    await store.commit([
      reminders.delete(reminder),
      agenda.delete(line),
      ...delivery.promise({
        key: `skipped.${reminder.id}`,
        to: { person: event.by },
        what: { kind: 'reminder-skipped', input: { event: reminder.value.event, leadMin, why } },
      }),
    ]);
  }

  return {
    /** When the next reminder falls due; absent: none is to come. */
    async nextDue(): Promise<Instant | undefined> {
      const [line] = await agenda.list(store, { limit: 1 });
      return line && Number.parseInt(line.id, 10);
    },

    /** Takes up all that is due. */
    async beat(): Promise<void> {
      const due = await agenda.list(store, { before: stamp(world.now() + 1), limit: 100 });
      for (const line of due) await take(line);
    },
  };
}

const lineId = (at: Instant, reminder: string): string => `${stamp(at)}~${reminder}`;
