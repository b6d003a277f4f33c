import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEngine } from '../../src/store/engines/sqlite.ts';
import { durableContract, storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongyou-sqlite-'));
const open = () => sqliteEngine(join(folder, 'made', 'gongyou.db'));

storeContract('sqlite', open);
durableContract('sqlite', open);
