/** "Zelensky", "zelensky" and "Zelenský" are found by each other. */
export const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
