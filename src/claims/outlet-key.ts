/** Agencies that reports call by another name than their mastheads. */
export const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['associated press', 'ap'],
  ['agence france presse', 'afp'],
  ['deutsche presse agentur', 'dpa'],
  ['press association', 'pa'],
  ['pa media', 'pa'],
  ['canadian press', 'cp'],
  ['press trust of india', 'pti'],
  ['united press international', 'upi'],
]);

/** "The Halyard News Agency" → "halyard news agency" */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/** One writing for an outlet, however a report calls it: "the Courier’s" → "courier", "The Associated Press" → "ap". */
export function outletKey(name: string): string {
  const plain = plainName(name.replace(/[’']s?$/, ''));
  return SHORT_NAMES.get(plain) ?? plain;
}
