import { z } from 'zod';

/** A person's direct message, or a place; the twin of `Address` in `platforms/port.ts`, as it is stored. */
export const address = z.union([
  z.object({ person: z.string() }),
  z.object({ channel: z.string(), direct: z.boolean(), thread: z.string().exactOptional() }),
]);

export const posted = z.object({ channel: z.string(), message: z.string() });
