import { Refusal } from '../refusal.ts';
import { days, type Instant } from '../world.ts';
import type { Event } from './record.ts';

const MOST_DAYS_AHEAD = 400;
/** Most characters of a title and of a place. */
export const MOST_TITLE = 120;
export const MOST_PLACE = 200;
/** Most people named one by one; a channel has no such limit. */
const MOST_PEOPLE = 200;

export type EventDraft = {
  readonly title: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly channel?: string;
  readonly people?: readonly string[];
  readonly leads: readonly number[];
};

/**
 * The event that a draft describes, without blanks around its words.
 *
 * @throws Refusal event-title-missing, event-title-too-long, event-place-missing, event-place-too-long,
 *   event-starts-in-past, event-too-far, event-nobody, event-too-many-people
 */
export function checked(draft: EventDraft, by: string, now: Instant): Event {
  const title = draft.title.trim();
  const place = draft.place.trim();
  const people = [...new Set(draft.people ?? [])];
  const { startsAt, channel } = draft;
  if (title === '') throw new Refusal('event-title-missing', {}, 'title');
  if (title.length > MOST_TITLE) throw new Refusal('event-title-too-long', { most: MOST_TITLE }, 'title');
  if (startsAt <= now) throw new Refusal('event-starts-in-past', { startsAt }, 'startsAt');
  if (startsAt > now + days(MOST_DAYS_AHEAD))
    throw new Refusal('event-too-far', { most: MOST_DAYS_AHEAD }, 'startsAt');
  if (place === '') throw new Refusal('event-place-missing', {}, 'place');
  if (place.length > MOST_PLACE) throw new Refusal('event-place-too-long', { most: MOST_PLACE }, 'place');
  if (channel === undefined && people.length === 0) throw new Refusal('event-nobody', {}, 'channel');
  if (people.length > MOST_PEOPLE)
    throw new Refusal('event-too-many-people', { most: MOST_PEOPLE }, 'people');
  const audience = channel === undefined ? { people } : { channel };
  return {
    title,
    place,
    startsAt,
    audience,
    leads: [...draft.leads].sort((a, b) => b - a),
    by,
    state: 'draft',
  };
}
