import { z } from 'zod';
import { collection } from './collection.ts';
import type { Engine, Store } from './port.ts';

/** The workplace that every bot has, whether it is used or not. */
const FIRST = 'web';
const names = collection('workplace', z.null());

/** Notes that an engine holds this workplace, so that a tool of the operator finds it. */
export async function noteWorkplace(engine: Engine, name: string): Promise<void> {
  if (name !== FIRST) await engine.store(FIRST).commit([names.put(name, null)]);
}

/** The stores of all workplaces that were ever open. */
export async function allWorkplaces(engine: Engine): Promise<Store[]> {
  const first = engine.store(FIRST);
  const noted: Store[] = [];
  for await (const { id } of names.all(first)) noted.push(engine.store(id));
  return [first, ...noted];
}
