/** The program's name and version, as receipts, bag-info.txt and `--version` give them. */
import { version } from '../package.json';

export const VERSION = version;
export const PROGRAM = `Valise ${version}`;
