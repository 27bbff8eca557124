// node src/export/write-schema.ts: writes schema/reading.schema.json anew after a change to schema.ts
import { writeFileSync } from 'node:fs';
import { readingJsonSchema } from './schema.ts';

writeFileSync(new URL('../../schema/reading.schema.json', import.meta.url), readingJsonSchema());
