import { memoryEngine } from '../../src/store/engines/memory.ts';
import { storeContract } from './contract.ts';

storeContract('memory', memoryEngine);
