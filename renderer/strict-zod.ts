/**
 * Must be the page's first import: schemas choose when they are made whether to compile themselves with `new Function`,
 * which the content security policy forbids.
 */
import { z } from 'zod';

z.config({ jitless: true });
