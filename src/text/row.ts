import { Refusal } from '../capture/refusal.ts';
import { withoutBy } from './byline.ts';
import type { Draft, Told } from './draft.ts';
import { isoDate } from './iso-date.ts';
import { plainText } from './plain-text.ts';

type Row = Readonly<Record<string, unknown>>;

/** The names data sets give to these fields, the most telling first. */
const textFields = ['text', 'body', 'content', 'articleBody', 'maintext'];
const toldFields: Readonly<Record<keyof Told, readonly string[]>> = {
  url: ['url', 'link'],
  outlet: ['outlet', 'source', 'publisher'],
  title: ['title', 'headline'],
  byline: ['byline', 'author', 'authors'],
  published: ['published', 'date', 'publishing_date', 'datePublished', 'date_publish'],
  updated: ['updated', 'modified', 'dateModified'],
  language: ['language', 'lang'],
};

/** One row of a JSON Lines file: `{"text": …, "title": …, "outlet": …, "published": …}`. Its text is kept as it is. */
export function row(json: string, address: string): Draft {
  const fields = parse(json, address);
  const text = textFields.map((name) => fields[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof text !== 'string') {
    throw new Refusal(address, 'has no text field', `name the field one of: ${textFields.join(', ')}`);
  }
  const draft = plainText(text.toWellFormed());
  return { ...draft, told: { ...draft.told, ...toldBy(fields) } };
}

function parse(json: string, address: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Refusal(
      address,
      `is no JSON (${(error as Error).message})`,
      'put one whole JSON object on the line',
      error,
    );
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  throw new Refusal(address, 'is no JSON object', 'write the row as {"text": "…"}');
}

function toldBy(fields: Row): Told {
  const told: Told = {};
  for (const [key, names] of Object.entries(toldFields) as [keyof Told, readonly string[]][]) {
    const value = names.map((name) => written(fields[name])).find((text) => text !== null);
    if (value) told[key] = key === 'byline' ? withoutBy(value) : value;
  }
  for (const key of ['published', 'updated'] as const) {
    const date = isoDate(told[key]);
    if (date) told[key] = date;
    else delete told[key];
  }
  return told;
}

/** "Anna Berg", ["Anna Berg", "Tom Li"], { "name": "The Courier" } */
function written(value: unknown): string | null {
  if (typeof value === 'string') return value.trim().toWellFormed() || null;
  if (Array.isArray(value)) return value.map(written).filter(Boolean).join(', ') || null;
  if (typeof value === 'object' && value !== null) return written((value as Row).name);
  return null;
}
