import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  COMMAND,
  COMMAND_SCOPE,
  EVENTS,
  METHODS,
  SCOPES,
  SHORTCUT,
} from '../../../src/platforms/slack/needs.ts';
import { METHOD_DOCS } from '../../support/slack/methods.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const source = read('../../../manifest.yml');
const written: unknown = parse(source);
const manifest = z
  .object({
    features: z.object({
      app_home: z.object({ home_tab_enabled: z.literal(true), messages_tab_enabled: z.literal(true) }),
      slash_commands: z.array(z.object({ command: z.string(), url: z.string() })),
      shortcuts: z.array(z.object({ callback_id: z.string(), type: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ request_url: z.string(), bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true), request_url: z.string() }),
    }),
  })
  .parse(written);

describe('the manifest', () => {
  it('is one by Slack’s schema', () => {
    const validate = new Ajv({ strict: false, allErrors: true, formats: { uri: true } }).compile(
      JSON.parse(read('../../fixtures/slack/manifest.schema.2.0.0.json')),
    );

    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...(written as object), features: { slash_commands: [{ command: 'gongyou' }] } })).toBe(
      false,
    );
  });

  it('has the command and the shortcut that the code listens to, and no other', () => {
    expect(manifest.features.slash_commands.map((it) => it.command)).toEqual([COMMAND]);
    expect(manifest.features.shortcuts).toEqual([{ callback_id: SHORTCUT, type: 'message' }]);
  });

  it('subscribes to the events that the code listens to, and no other', () => {
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(
      Object.keys(EVENTS).toSorted(),
    );
  });

  it('asks for the scopes that the code needs, and no other', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(SCOPES);
  });

  it('gives a reason for each scope', () => {
    for (const scope of SCOPES) expect(source).toMatch(new RegExp(`# \\S.*\\n\\s*- ${scope}\\n`));
  });

  it('sends everything to one address', () => {
    const { features, settings } = manifest;
    const addresses = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      ...features.slash_commands.map((it) => it.url),
    ];

    expect(new Set(addresses).size).toBe(1);
  });
});

describe('what the code uses of Slack', () => {
  it.each(Object.entries(METHODS))(
    '%s needs, by its documentation, one of the scopes asked for',
    (method, scopes) => {
      const documented = METHOD_DOCS[method]?.scopes ?? [];

      expect(METHOD_DOCS[method], 'a method that is documented').toBeDefined();
      for (const scope of scopes) expect(documented).toContain(scope);
      expect(scopes.length > 0, `documented: ${documented}`).toBe(documented.length > 0);
    },
  );

  it('is all in one list: no other method is called, and none on the list is left uncalled', () => {
    const folder = new URL('../../../src/platforms/slack/', import.meta.url);
    const code = readdirSync(folder)
      .filter((name) => name !== 'needs.ts')
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const called = new Set(
      [...code.matchAll(/'((?:auth|chat|conversations|users|views|apps)\.[a-zA-Z.]+)'/g)].map(
        ([, name]) => name,
      ),
    );

    expect([...called].sort()).toEqual(Object.keys(METHODS).sort());
    expect(code).not.toMatch(/client\.(chat|views|users|conversations)\b/);
  });

  it('asks for no scope that nothing needs', () => {
    const needed = new Set<string>([
      COMMAND_SCOPE,
      ...Object.values(EVENTS).flat(),
      ...Object.values(METHODS).flat(),
    ]);

    expect([...needed].sort()).toEqual(SCOPES);
  });
});
