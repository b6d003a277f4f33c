import { normalise } from '../../language/normalise.ts';
import type { Log } from '../../log.ts';
import { anonymous } from '../anonymous.ts';
import { isFollowUp } from '../follow-up.ts';
import type { Found } from '../found.ts';
import { askModel, type Endpoint } from './endpoint.ts';
import { type Message, rewordingsIn, toRephrase, toWord } from './prompts.ts';
import { faultInRewording, isOfEntry } from './rewording.ts';
import { faultInWording } from './wording.ts';

/** As in the settings; a model is used when address, name and use are all there. */
export type ModelSettings = {
  readonly GONGYOU_MODEL_URL?: string | undefined;
  readonly GONGYOU_MODEL?: string | undefined;
  readonly GONGYOU_MODEL_KEY?: string | undefined;
  readonly GONGYOU_MODEL_USE?: 'rephrase' | 'word' | 'both' | undefined;
};

/** `readAs`: the rewording that it answers. `generated`: its text in the model's words, to be labelled as such. */
export type Improved = Found & { readonly readAs?: string; readonly generated?: string };

export type Model = {
  /**
   * What was found, looked for again in other words or worded anew; as it was when the model fails or is not to be
   * trusted. Never throws.
   *
   * @param lookUp answers another question, in the language of `found` and without a conversation before it
   */
  improve(question: string, found: Found, lookUp: (question: string) => Found): Promise<Improved>;
};

/** All the time that a question may take of a model; Slack gives 3 s for everything. */
const BUDGET_MS = 2500;

/** The model that the settings name; undefined when they name none. */
export function openModel(settings: ModelSettings, log: Log, budgetMs = BUDGET_MS): Model | undefined {
  const { GONGYOU_MODEL_URL: url, GONGYOU_MODEL: model, GONGYOU_MODEL_USE: use } = settings;
  if (url === undefined || model === undefined || use === undefined) return undefined;
  const endpoint: Endpoint = { url, model, key: settings.GONGYOU_MODEL_KEY };
  return {
    async improve(question, found, lookUp) {
      const signal = AbortSignal.timeout(budgetMs);
      const asked = anonymous(question);
      const ask = askWith(endpoint, signal, log);
      const again = use === 'word' ? found : await lookedUpAgain(asked, found, lookUp, ask);
      return use === 'rephrase' ? again : worded(asked, again, ask);
    },
  };
}

/** Asks for one use; what is not usable is logged with its reason, and undefined. */
type Ask = <T>(
  use: 'rephrase' | 'word',
  messages: readonly Message[],
  judge: (reply: string) => { taken: T } | { fault: string },
) => Promise<T | undefined>;

const askWith =
  (endpoint: Endpoint, signal: AbortSignal, log: Log): Ask =>
  async (use, messages, judge) => {
    const reply = await askModel(endpoint, messages, signal);
    if ('failed' in reply) {
      const { failed: reason, ...facts } = reply;
      log.warn({ use, reason, ...facts }, 'done without the model');
      return undefined;
    }
    const judged = judge(reply.text);
    if ('taken' in judged) return judged.taken;
    log.info({ use, reason: judged.fault }, 'done without the model');
    return undefined;
  };

/** Only what the index itself found nothing for, and what stands by itself: a follow-up would lose what it leans on. */
const mayRephrase = (question: string, { outcome, why }: Found): boolean =>
  outcome === 'none' && why.by !== 'personal' && !isFollowUp(normalise(question));

async function lookedUpAgain(
  question: string,
  found: Found,
  lookUp: (question: string) => Found,
  ask: Ask,
): Promise<Improved> {
  if (!mayRephrase(question, found)) return found;
  const better = await ask<Improved>('rephrase', toRephrase(question, found.language), (reply) => {
    let best: Improved | undefined;
    let fault = 'empty';
    for (const readAs of rewordingsIn(reply)) {
      const wrong = faultInRewording(readAs, question);
      const again = wrong === undefined ? lookUp(readAs) : undefined;
      const isTaken =
        again?.outcome === 'grounded' && again.entry && isOfEntry(readAs, question, again.entry);
      if (!isTaken) fault = wrong ?? (again?.outcome === 'grounded' ? 'ground' : 'not-found');
      if (isTaken && (best === undefined || again.why.score > best.why.score)) best = { ...again, readAs };
    }
    return best ? { taken: best } : { fault };
  });
  return better ?? found;
}

async function worded(question: string, found: Improved, ask: Ask): Promise<Improved> {
  if (found.outcome !== 'grounded') return found;
  const messages = toWord(found.readAs ?? question, found.text, found.language);
  const generated = await ask<string>('word', messages, (reply) => {
    const fault = faultInWording(reply, found.text);
    return fault === undefined ? { taken: reply } : { fault };
  });
  return generated === undefined || generated === found.text ? found : { ...found, generated };
}
