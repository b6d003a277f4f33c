import { momentIn } from '../calendar/moment.ts';
import type { Person } from '../people/index.ts';
import type { Texts } from '../texts/index.ts';
import type { Block, Card, Fact } from '../view/card.ts';
import type { Form } from '../view/form.ts';
import { minutes } from '../world.ts';
import { type DryRun, type Event, LEADS, MOST_PLACE, MOST_TITLE, USUAL_LEADS } from './index.ts';

const whenAndWhere = ({ startsAt, place }: Event, { events }: Texts): Fact[] => [
  { label: events.when, at: startsAt },
  { label: events.where, text: place },
];

const answers = (event: string, { events }: Texts, answered?: boolean): Block => ({
  kind: 'buttons',
  buttons: [
    ...(answered === true
      ? []
      : [{ label: events.going, press: press(event, true), tone: 'primary' as const }]),
    { label: events.notGoing, press: press(event, false) },
  ],
});

const press = (event: string, coming: boolean) => ({ act: 'event.answer', input: { event, coming } });

/** The event as it is announced. `answers`: as long as it has not begun. */
export function eventCard(
  shown: { id: string; event: Event; yes: number; no: number },
  isOver: boolean,
  texts: Texts,
): Card {
  const { id, event, yes, no } = shown;
  return {
    title: event.title,
    blocks: [
      { kind: 'facts', rows: whenAndWhere(event, texts) },
      { kind: 'text', quiet: true, text: texts.events.counts({ yes, no }) },
      isOver ? { kind: 'text', quiet: true, text: texts.events.over } : answers(id, texts),
    ],
  };
}

/** The reminder to one person. */
export function reminderCard(id: string, event: Event, answered: boolean | undefined, texts: Texts): Card {
  const { events } = texts;
  return {
    title: events.remind({ title: event.title }),
    blocks: [
      { kind: 'facts', rows: whenAndWhere(event, texts) },
      { kind: 'text', quiet: true, text: answered ? events.remindYes : events.remindOpen },
      answers(id, texts, answered),
    ],
  };
}

/** Tells the organiser that a reminder did not go out. */
export function skippedCard(event: Event, leadMin: number, why: string, { events }: Texts): Card {
  return {
    title: events.skipped({ title: event.title, minutes: leadMin }),
    blocks: [{ kind: 'text', text: why === 'audience' ? events.skippedAudience : events.skippedLate }],
  };
}

/** Tells the organiser that the messenger did not take the announcement. */
export const eventUnpostedCard = ({ title }: Event, { events }: Texts): Card => ({
  blocks: [{ kind: 'text', text: events.unposted({ title }) }],
});

/** What would go out, to whom and when; and the button that sends it. */
export function dryRunCard({ id, event, people, coming, passed }: DryRun, by: Person, texts: Texts): Card {
  const { events } = texts;
  const count = people.length;
  const notes = [
    ...coming
      .filter(({ moved }) => moved)
      .map(({ leadMin, due }) => events.moved({ minutes: leadMin, at: momentIn(by.language, due, by.zone) })),
    ...passed.map((leadMin) => events.passed({ minutes: leadMin })),
    coming.length > 0 ? events.cost({ count: coming.length }) : events.noReminder,
  ];
  return {
    title: event.title,
    blocks: [
      { kind: 'text', text: events.dryRun },
      {
        kind: 'facts',
        rows: [
          ...whenAndWhere(event, texts),
          {
            label: events.who,
            text: 'channel' in event.audience ? events.inChannel({ count }) : events.named({ count }),
          },
          ...coming.map(({ leadMin, due }) => ({ label: events.reminder({ minutes: leadMin }), at: due })),
        ],
      },
      { kind: 'text', quiet: true, text: notes.join('\n') },
      {
        kind: 'buttons',
        buttons: [
          { label: events.confirm, tone: 'primary', press: { act: 'event.announce', input: { event: id } } },
          { label: events.drop, press: { act: 'event.drop', input: { event: id } } },
        ],
      },
    ],
  };
}

/** Asks for everything an announcement needs. `start`: what the time begins at, rounded up to half an hour. */
export function eventForm(
  title: string,
  channel: string | undefined,
  start: number,
  { events, home }: Texts,
): Form {
  return {
    title: events.formTitle,
    send: events.formSend,
    cancel: home.cancel,
    press: { act: 'event.plan', input: {} },
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: events.formName,
        most: MOST_TITLE,
        ...(title ? { value: title } : {}),
      },
      {
        kind: 'moment',
        name: 'startsAt',
        label: events.formStart,
        value: Math.ceil(start / minutes(30)) * minutes(30),
      },
      { kind: 'text', name: 'place', label: events.formPlace, most: MOST_PLACE },
      {
        kind: 'channel',
        name: 'channel',
        label: events.formChannel,
        hint: events.formWho,
        optional: true,
        ...(channel ? { value: channel } : {}),
      },
      { kind: 'people', name: 'people', label: events.formPeople, optional: true },
      {
        kind: 'picks',
        name: 'leads',
        label: events.formLeads,
        optional: true,
        options: LEADS.map((lead) => ({ value: String(lead), label: events.lead({ minutes: lead }) })),
        value: USUAL_LEADS.map(String),
      },
    ],
  };
}
