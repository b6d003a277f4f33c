import type { Delivery } from '../delivery/index.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Item } from '../store/collection.ts';
import type { Store } from '../store/port.ts';
import type { World } from '../world.ts';
import { MOST_OPTIONS } from './questions/choice.ts';
import { kinds } from './questions/index.ts';
import { ballots, running, type Survey, surveys, tallies, turnouts } from './record.ts';

export type { Survey } from './record.ts';

/** Most characters of a title and of an option: what a card and a button hold. */
const MOST_TITLE = 140;
const MOST_OPTION = 75;
/** How often an act is tried again when another act on the same records was quicker. */
const TRIES = 12;

export type Result = {
  readonly id: string;
  readonly survey: Survey;
  readonly rows: readonly { readonly label: string; readonly count: number }[];
  /** How many people have answered. */
  readonly people: number;
};

export type Draft = { readonly title: string; readonly options: readonly string[] };

export type SurveysParts = {
  readonly store: Store;
  readonly world: World;
  readonly delivery: Pick<Delivery, 'promise' | 'refresh'>;
};

/** The key of the message that shows a survey in its channel. */
const messageKey = (id: string): string => `poll.${id}`;

/** Quick polls: opened in a channel, answered by one tap, changed by another, closed by their author. */
export function createSurveys({ store, world, delivery }: SurveysParts) {
  async function found(id: string): Promise<Item<Survey>> {
    const survey = await surveys.get(store, id);
    if (!survey) throw new Refusal('poll-unknown', {});
    return survey;
  }

  return {
    /**
     * Opens a poll and promises its message.
     *
     * @throws Refusal poll-title-missing, poll-title-too-long, poll-too-few-options, poll-too-many-options,
     *   poll-option-too-long, poll-option-twice
     */
    async open(draft: Draft, by: string, channel: string): Promise<string> {
      const { title, options } = checked(draft);
      const id = world.id('poll');
      const survey: Survey = {
        title,
        question: { type: 'choice', options },
        by,
        channel,
        openedAt: world.now(),
      };
      await store.commit([
        surveys.put(id, survey),
        running.put(`${by}.${id}`, { survey: id, title }),
        ...delivery.promise({
          key: messageKey(id),
          to: { channel, direct: false },
          what: { kind: 'poll', input: { survey: id } },
          ifFailed: {
            key: `unposted.${id}`,
            to: { person: by },
            what: { kind: 'poll-unposted', input: { survey: id } },
          },
        }),
      ]);
      return id;
    },

    /**
     * Records what a person answers, in place of what they answered before. Ballot and tally move in one commit,
     * which goes through only while the survey is open.
     *
     * @throws Refusal poll-unknown, poll-closed, input-invalid, busy
     */
    async answer(id: string, person: string, answer: Json): Promise<{ label: string; changed: boolean }> {
      for (let left = TRIES; left > 0; left--) {
        const survey = await found(id);
        const { title, closedAt, question } = survey.value;
        if (closedAt !== undefined) throw new Refusal('poll-closed', { title, closedAt });
        const kind = kinds[question.type];
        const parsed = kind.answer(question).safeParse(answer);
        if (!parsed.success) throw new Refusal('input-invalid', {});
        const label = question.options[parsed.data] ?? '';
        const ballotId = `${id}.${person}`;
        const old = await ballots.get(store, ballotId);
        if (old?.value.answer === parsed.data) return { label, changed: false };
        const moved = new Map<string, number>();
        const move = (given: Json, by: number): void => {
          for (const [name, count] of Object.entries(
            kind.count(question, kind.answer(question).parse(given)),
          ))
            moved.set(name, (moved.get(name) ?? 0) + by * count);
        };
        if (old) move(old.value.answer, -1);
        move(parsed.data, 1);
        const { ok } = await store.commit([
          surveys.expect(survey),
          ballots.put(ballotId, { answer: parsed.data, at: world.now() }, old?.version),
          ...[...moved].map(([name, by]) => tallies.add(`${id}.${name}`, by)),
          ...(old ? [] : [turnouts.add(id, 1)]),
          delivery.refresh(messageKey(id)),
        ]);
        if (ok) return { label, changed: old !== undefined };
      }
      throw new Refusal('busy', {});
    },

    /**
     * Ends a poll; its result stays.
     *
     * @throws Refusal poll-unknown, poll-not-yours, poll-closed, busy
     */
    async close(id: string, by: string, mayAll: boolean): Promise<Survey> {
      for (let left = TRIES; left > 0; left--) {
        const survey = await found(id);
        const { title, closedAt } = survey.value;
        if (survey.value.by !== by && !mayAll) throw new Refusal('poll-not-yours', { title });
        if (closedAt !== undefined) throw new Refusal('poll-closed', { title, closedAt });
        const open = await running.get(store, `${survey.value.by}.${id}`);
        const closed = { ...survey.value, closedAt: world.now() };
        const { ok } = await store.commit([
          surveys.put(id, closed, survey.version),
          ...(open ? [running.delete(open)] : []),
          delivery.refresh(messageKey(id)),
        ]);
        if (ok) return closed;
      }
      throw new Refusal('busy', {});
    },

    async result(id: string): Promise<Result> {
      const { value: survey } = await found(id);
      const counted = new Map(
        (await tallies.list(store, { from: `${id}.`, before: `${id}.~`, limit: 1000 })).map((it) => [
          it.id,
          it.count,
        ]),
      );
      const rows = kinds[survey.question.type]
        .counters(survey.question)
        .map(({ name, label }) => ({ label, count: counted.get(`${id}.${name}`) ?? 0 }));
      return { id, survey, rows, people: await turnouts.read(store, id) };
    },

    /** The open polls of an author, at most 20. */
    async runningOf(by: string): Promise<{ id: string; title: string }[]> {
      const open = await running.list(store, { from: `${by}.`, before: `${by}.~`, limit: 20 });
      return open.map(({ value }) => ({ id: value.survey, title: value.title }));
    },
  };
}

export type Surveys = ReturnType<typeof createSurveys>;

/** The draft without blanks around its words. */
function checked(draft: Draft): { title: string; options: string[] } {
  const title = draft.title.trim();
  const options = draft.options.map((it) => it.trim()).filter((it) => it !== '');
  if (title === '') throw new Refusal('poll-title-missing', {}, 'title');
  if (title.length > MOST_TITLE) throw new Refusal('poll-title-too-long', { most: MOST_TITLE }, 'title');
  if (options.length < 2) throw new Refusal('poll-too-few-options', { least: 2 }, 'options');
  if (options.length > MOST_OPTIONS)
    throw new Refusal('poll-too-many-options', { most: MOST_OPTIONS }, 'options');
  if (options.some((it) => it.length > MOST_OPTION))
    throw new Refusal('poll-option-too-long', { most: MOST_OPTION }, 'options');
  const twice = options.find((it, place) => options.indexOf(it) !== place);
  if (twice !== undefined) throw new Refusal('poll-option-twice', { option: twice }, 'options');
  return { title, options };
}
