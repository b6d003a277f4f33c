import type { Texts } from '../texts/index.ts';
import type { Card } from '../view/card.ts';
import type { Form } from '../view/form.ts';
import type { Draft, Result } from './index.ts';

/** The poll as everybody in the channel sees it. */
export function pollCard({ id, survey, rows, people }: Result, texts: Texts): Card {
  const { surveys } = texts;
  const open = survey.closedAt === undefined;
  const vote = (option: number) =>
    open ? { press: { act: 'poll.vote', input: { survey: id, option } } } : {};
  return {
    title: survey.title,
    blocks: [
      {
        kind: 'tally',
        people,
        caption: surveys.caption({ people }),
        rows: rows.map(({ label, count }, option) => ({ label, count, ...vote(option) })),
      },
      {
        kind: 'text',
        quiet: true,
        text: open ? `${surveys.open}\n${surveys.privacy}` : surveys.closed({ people }),
      },
      ...(open ? [{ kind: 'buttons', buttons: [closeButton(id, surveys.close, texts)] } as const] : []),
    ],
  };
}

/** Tells the author that the messenger did not take the poll. */
export const unpostedCard = ({ survey }: Result, { surveys }: Texts): Card => ({
  blocks: [{ kind: 'text', text: surveys.unposted({ title: survey.title }) }],
});

export function closeButton(survey: string, label: string, { surveys }: Texts) {
  return {
    label,
    press: { act: 'poll.close', input: { survey } },
    confirm: { text: surveys.closeSure, yes: surveys.closeYes, no: surveys.closeNo },
  } as const;
}

/** Asks for a poll without any syntax; what is known already is filled in. */
export function pollForm(draft: Partial<Draft>, channel: string | undefined, { surveys, home }: Texts): Form {
  return {
    title: surveys.formTitle,
    send: surveys.formSend,
    cancel: home.cancel,
    press: { act: 'poll.open', input: {} },
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: surveys.formQuestion,
        most: 140,
        ...(draft.title ? { value: draft.title } : {}),
      },
      {
        kind: 'lines',
        name: 'options',
        label: surveys.formOptions,
        hint: surveys.formOptionsHint,
        most: 1600,
        ...(draft.options?.length ? { value: draft.options } : {}),
      },
      {
        kind: 'channel',
        name: 'channel',
        label: surveys.formChannel,
        ...(channel ? { value: channel } : {}),
      },
    ],
  };
}
