import { z } from 'zod';

/** A fresh uuid per act, the same when the page tries again. */
const Act = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const Id = z
  .string()
  .min(1)
  .max(150)
  .regex(/^[\x21-\x7e]+$/);
const Name = z.string().min(1).max(100);
const Input = z.json();
const LocalTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/);

/** Most characters of a message. */
const TEXT = 4000;

const Where = { channel: Id, thread: Id.optional() };

export const Say = z.object({ id: Act, by: Id, ...Where, text: z.string().trim().min(1).max(TEXT) });
export const Press = z.object({
  id: Act,
  by: Id,
  /** Absent on the home page. */
  channel: Id.optional(),
  thread: Id.optional(),
  /** The message whose card was pressed; absent for a card that is kept nowhere. */
  message: Id.optional(),
  act: Name,
  input: Input,
});
export const Send = z.object({
  id: Act,
  by: Id,
  channel: Id.optional(),
  thread: Id.optional(),
  message: Id.optional(),
  act: Name,
  input: Input,
  typed: z.record(
    z.string().regex(/^[a-zA-Z0-9-]{1,60}$/),
    z.union([z.string().max(20_000), z.array(z.string().max(5000)).max(500), z.object({ local: LocalTime })]),
  ),
});
export const Home = z.object({ id: Act, by: Id });
export const LanguageChoice = z.object({ id: Act, by: Id, language: z.enum(['zh-CN', 'en']) });
export const ClockMove = z.discriminatedUnion('to', [
  z.object({ to: z.literal('ahead'), minutes: z.number().int().min(1).max(527_040) }),
  z.object({ to: z.literal('tomorrow'), hour: z.number().int().min(0).max(23) }),
  z.object({ to: z.literal('local'), local: LocalTime }),
  z.object({ to: z.literal('now') }),
]);
export const StateQuery = z.object({ by: Id });
export const MessagesQuery = z.object({ by: Id, channel: Id, before: Id.optional() });
export const ThreadQuery = z.object({ by: Id, thread: Id });
export const LiveQuery = z.object({ by: Id, after: z.coerce.number().int().min(0).optional() });

export type Say = z.infer<typeof Say>;
export type Press = z.infer<typeof Press>;
export type Send = z.infer<typeof Send>;
export type ClockMove = z.infer<typeof ClockMove>;
