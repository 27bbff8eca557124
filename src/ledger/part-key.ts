/** "Q423#17": what the split of entry 17 took out of Q423. */
export const partKey = (source: string, seq: number): string => `${source}#${seq}`;

/** "Q423" of "Q423#17#20". */
export const wholeKey = (key: string): string => key.replace(/(?:#\d+)+$/, '');
