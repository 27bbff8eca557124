import { isUtf8 } from 'node:buffer';
import type { Capture } from '../../capture/capture.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { App } from '../app.ts';
import { fullId } from '../by-id.ts';
import { idParams } from '../schemas/parts.ts';

/** A page of others is shown, and nothing of it runs or is fetched; only the workbench may frame it. */
const sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

export function captureRoutes(app: App, ledger: Ledger): void {
  app.get(
    '/documents/:id/capture',
    { config: { bytes: true }, schema: { summary: 'The bytes as they arrived.', params: idParams } },
    async ({ params }, reply) => {
      const found = (await ledger.captured(await fullId(ledger, params.id, 'document')))!;
      return reply
        .header('content-security-policy', sandbox)
        .header('content-type', contentType(found))
        .send(Buffer.from(found.bytes) as never);
    },
  );
}

/** With its charset where that is told or plain; else a page tells its own. */
function contentType({ media, headers, bytes }: Capture): string {
  const told = /charset=["']?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  const charset = told ?? (media !== 'text/html' && isUtf8(bytes) ? 'utf-8' : null);
  return charset ? `${media}; charset=${charset}` : media;
}
