import { z } from 'zod';
import { handler } from '../src/handler.ts';

/** From the home page, where nothing can be typed: a form to ask in. */
export const askForm = handler({
  name: 'ask.form',
  may: 'member',
  input: z.object({}),
  async run(_, { texts }) {
    return {
      to: 'form',
      open: {
        title: texts.ask.formTitle,
        send: texts.ask.formSend,
        cancel: texts.home.cancel,
        press: { act: 'ask', input: {} },
        fields: [
          {
            kind: 'text',
            name: 'question',
            label: texts.ask.formQuestion,
            hint: texts.ask.formHint,
            long: true,
            most: 500,
          },
        ],
      },
    };
  },
});
