import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Method = z.object({
  args: z.record(z.string(), z.object({ required: z.boolean().optional(), type: z.string().optional() })),
  errors: z.array(z.string()),
  scopes: z.array(z.string()),
});

/** What Slack's documentation says of each method. Provenance: `test/fixtures/slack/LICENSE-methods`. */
export const METHOD_DOCS = z
  .record(z.string(), Method)
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/slack/methods.json', import.meta.url), 'utf8')));

/** What is wrong with the arguments of a call, by its documentation. */
export function faultsOfCall(method: string, args: Record<string, string>): string[] {
  const docs = METHOD_DOCS[method];
  if (!docs) return [`unknown method ${method}`];
  const faults: string[] = [];
  for (const [name, { required }] of Object.entries(docs.args))
    if (required && !args[name]) faults.push(`${method}: ${name} is missing`);
  for (const [name, value] of Object.entries(args)) {
    const known = docs.args[name];
    if (!known) faults.push(`${method}: no argument ${name}`);
    else if (known.type === 'boolean' && !/^(true|false)$/.test(value))
      faults.push(`${method}: ${name}=${value}`);
    else if (known.type === 'number' && !/^\d+$/.test(value)) faults.push(`${method}: ${name}=${value}`);
  }
  if (method.startsWith('chat.') && !args.text && !args.blocks) faults.push(`${method}: no text`);
  return faults;
}
