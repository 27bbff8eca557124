import { agencyList } from './agencies.ts';
import type { Block } from './document.ts';
import { slice } from './span.ts';
import { toldLine } from './told-line.ts';

/** Lines that are nothing but a credit, each with an example. */
const creditLines: readonly RegExp[] = [
  /^(?:additional |further )?(?:reporting|writing|editing|compiled|translated|written|edited) (?:by|from) /i, // Additional reporting by …; Editing by …
  /^with (?:additional |further )?(?:reporting|inputs?|files|material) (?:by|from) /i, // With inputs from PTI
  /\bcontributed (?:to|reporting) .{0,40}(?:report|story|article|dispatch|reporting)?\.?$/i, // Reuters contributed to this report.
  /^(?:illustrations?|photographs?|photos|graphics?|video) by /i, // Illustrations by …
  /^.{2,30}\s[\w.+-]{2,40}@[\w.-]{2,40}$/, // Anna Berg anna@courier.example
  /^(?:source|sources|credit|credits|via|quelle|quellen|fuente|fonte): ?\S/i, // Source: Ministry of Defence
  /^(?:©|\(c\)|copyright\b)/i, // © 2024 AFP
  /^(?:this|the) (?:article|story|report|piece) (?:was|is|has been) (?:first|originally)? ?(?:published|written|produced|provided)/i,
  /^(?:originally|first) published (?:by|in|on|at) /i, // Originally published by The Courier.
  /^(?:distributed|provided|syndicated|supplied|republished) (?:by|with|from) /i,
  /^(?:mit material|mit informationen|con información|avec) (?:von|de|der|afp)/i, // Mit Material von dpa
  new RegExp(`^${agencyList}\\.?$`), // (dpa)
];

/** Longer than this and it is a sentence of the story that happens to begin so. */
const longest = 320;

/** "(Originally published by The Courier.)" → without its brackets */
const bare = (text: string) => text.replace(/^[\s([–—*-]+|[\s)\]*]+$/g, '');

export const isCredit = (text: string): boolean =>
  text.length <= longest && creditLines.some((line) => line.test(bare(text)));

/** How many blocks from the end a closing credit may stand: agencies close with two or three. */
const closing = 4;

/** Closing lines that are nothing but a credit get their kind. */
export function withCreditBlocks(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, i) => {
    const closes = i > 0 && i >= blocks.length - closing;
    const told = closes && (block.kind === 'paragraph' || block.kind === 'list-item');
    return told && isCredit(slice(text, block.span)) ? { kind: 'credit', span: block.span } : block;
  });
}

/** "… said the ministry. (Reuters)" */
const inBrackets = new RegExp(`\\((${agencyList})\\)\\s*$`);

const isSigned = (line: string) => toldLine(line)?.some(({ kind }) => kind === 'byline') ?? false;

/** Whom the text gives credit to, in its own words, once each. */
export function creditsOf(text: string, blocks: readonly Block[], agency: string | null): readonly string[] {
  const lines = blocks
    .filter((block) => block.kind === 'credit')
    .map((block) => bare(slice(text, block.span)))
    .filter((line) => !isSigned(line.split(/[\r\n]/, 1)[0]!));
  const last = blocks.findLast((block) => block.kind === 'paragraph');
  const closingAgency = last ? inBrackets.exec(slice(text, last.span).slice(-120))?.[1] : undefined;
  return [...new Set([agency, closingAgency, ...lines].filter((credit) => credit != null))];
}
