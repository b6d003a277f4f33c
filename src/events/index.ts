import type { QuietHours } from '../calendar/quiet.ts';
import type { Delivery } from '../delivery/index.ts';
import type { Ended } from '../platforms/port.ts';
import { Refusal } from '../refusal.ts';
import type { Item } from '../store/collection.ts';
import type { Store, Write } from '../store/port.ts';
import type { World } from '../world.ts';
import { checked, type EventDraft } from './draft.ts';
import { type PlannedReminder, planReminders } from './plan.ts';
import { type Audience, agenda, type Event, events, reminders, signupCounts, signups } from './record.ts';

export { type EventDraft, MOST_PLACE, MOST_TITLE } from './draft.ts';
export type { PlannedReminder } from './plan.ts';
export type { Audience, Event } from './record.ts';

/** How long before, in minutes, one may choose to be reminded; a day and an hour unless chosen otherwise. */
export const LEADS = [7 * 24 * 60, 3 * 24 * 60, 24 * 60, 3 * 60, 60, 15] as const;
export const USUAL_LEADS = [24 * 60, 60] as const;
const TRIES = 12;

/** What would happen if it were announced now. */
export type DryRun = {
  readonly id: string;
  readonly event: Event;
  /** Who would be reminded. */
  readonly people: readonly string[];
  readonly coming: readonly PlannedReminder[];
  /** Reminders whose time has passed already, minutes before the start. */
  readonly passed: readonly number[];
};

export type EventsParts = {
  readonly store: Store;
  readonly world: World;
  readonly delivery: Pick<Delivery, 'promise' | 'refresh'>;
  inChannel(channel: string): Promise<Ended<readonly string[]>>;
  readonly zone: string;
  readonly quiet: QuietHours;
};

/** The key of the message that announces an event: in its channel, or to one person by name. */
const announcementKey = (id: string, audience: Audience, person: string): string =>
  'channel' in audience ? `event.${id}` : `event.${id}.${person}`;

/** Trainings and events: drafted, looked at, announced, answered, reminded of. */
export function createEvents({ store, world, delivery, inChannel, zone, quiet }: EventsParts) {
  async function found(id: string): Promise<Item<Event>> {
    const event = await events.get(store, id);
    if (!event) throw new Refusal('event-unknown', {});
    return event;
  }

  async function peopleOf(audience: Audience): Promise<readonly string[]> {
    if ('people' in audience) return audience.people;
    const ended = await inChannel(audience.channel);
    if (ended.kind === 'done') return ended.is;
    throw ended.kind === 'never' ? new Refusal('bot-not-in-channel', {}, 'channel') : new Refusal('busy', {});
  }

  const plan = (event: Event) => planReminders(event.startsAt, event.leads, world.now(), zone, quiet);

  function announcements(id: string, { audience, by }: Event): Write[] {
    const what = { kind: 'event', input: { event: id } };
    if ('people' in audience)
      return audience.people.flatMap((person) =>
        delivery.promise({ key: announcementKey(id, audience, person), to: { person }, what }),
      );
    return delivery.promise({
      key: announcementKey(id, audience, by),
      to: { channel: audience.channel, direct: false },
      what,
      ifFailed: {
        key: `unposted.${id}`,
        to: { person: by },
        what: { kind: 'event-unposted', input: { event: id } },
      },
    });
  }

  return {
    /**
     * Keeps a draft and says what announcing it would do. Nobody is told yet.
     *
     * @throws Refusal event-title-missing, event-title-too-long, event-place-missing, event-place-too-long,
     *   event-starts-in-past, event-too-far, event-nobody, event-too-many-people, event-offset-passed,
     *   bot-not-in-channel, busy
     */
    async plan(draft: EventDraft, by: string): Promise<DryRun> {
      const event = checked(draft, by, world.now());
      const people = await peopleOf(event.audience);
      const { coming, passed } = plan(event);
      if (event.leads.length > 0 && coming.length === 0)
        throw new Refusal('event-offset-passed', {}, 'leads');
      const id = world.id('event');
      await store.commit([events.put(id, event)]);
      return { id, event, people, coming, passed };
    },

    /**
     * Announces a draft: the announcement and every reminder are promised in one commit.
     *
     * @throws Refusal event-unknown, event-not-yours, event-already-announced, event-starts-in-past, busy
     */
    async announce(id: string, by: string, mayAll: boolean): Promise<Event> {
      const draft = await found(id);
      const { title, startsAt } = draft.value;
      if (draft.value.by !== by && !mayAll) throw new Refusal('event-not-yours', { title });
      if (draft.value.state === 'announced') throw new Refusal('event-already-announced', { title });
      if (startsAt <= world.now()) throw new Refusal('event-starts-in-past', { startsAt });
      const announced: Event = { ...draft.value, state: 'announced' };
      const { ok } = await store.commit([
        events.put(id, announced, draft.version),
        ...announcements(id, announced),
        ...plan(announced).coming.flatMap(({ leadMin, due, latest }) => [
          reminders.put(`${id}.${leadMin}`, { event: id, leadMin, due, latest }),
          agenda.put(due, `${id}.${leadMin}`),
        ]),
      ]);
      if (!ok) throw new Refusal('event-already-announced', { title });
      return announced;
    },

    /**
     * Deletes a draft; nothing where it is gone already.
     *
     * @throws Refusal event-not-yours, event-already-announced, busy
     */
    async drop(id: string, by: string): Promise<void> {
      for (let left = TRIES; left > 0; left--) {
        const draft = await events.get(store, id);
        if (!draft) return;
        const { title, state } = draft.value;
        if (draft.value.by !== by) throw new Refusal('event-not-yours', { title });
        if (state !== 'draft') throw new Refusal('event-already-announced', { title });
        if ((await store.commit([events.delete(draft)])).ok) return;
      }
      throw new Refusal('busy', {});
    },

    /**
     * Somebody comes or does not; the last word counts until the start.
     *
     * @throws Refusal event-unknown, event-over, busy
     */
    async signUp(id: string, person: string, coming: boolean): Promise<Event> {
      for (let left = TRIES; left > 0; left--) {
        const event = await found(id);
        const { title, startsAt, audience, state } = event.value;
        if (state === 'draft') throw new Refusal('event-unknown', {});
        if (startsAt <= world.now()) throw new Refusal('event-over', { title });
        const signupId = `${id}.${person}`;
        const old = await signups.get(store, signupId);
        if (old?.value.coming === coming) return event.value;
        const count = (yes: boolean, by: number) => signupCounts.add(`${id}.${yes ? 'yes' : 'no'}`, by);
        const { ok } = await store.commit([
          signups.put(signupId, { coming }, old?.version),
          count(coming, 1),
          ...(old ? [count(!coming, -1)] : []),
          delivery.refresh(announcementKey(id, audience, person)),
        ]);
        if (ok) return event.value;
      }
      throw new Refusal('busy', {});
    },

    async shown(id: string): Promise<{ id: string; event: Event; yes: number; no: number }> {
      const [{ value: event }, yes, no] = await Promise.all([
        found(id),
        signupCounts.read(store, `${id}.yes`),
        signupCounts.read(store, `${id}.no`),
      ]);
      return { id, event, yes, no };
    },

    /** What somebody answered; `undefined`: nothing. */
    async answerOf(id: string, person: string): Promise<boolean | undefined> {
      return (await signups.get(store, `${id}.${person}`))?.value.coming;
    },

    peopleOf,
  };
}

export type Events = ReturnType<typeof createEvents>;
