import fastifyMultipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '../../capture/refusal.ts';
import type { Given } from '../../text/document-of.ts';
import type { App } from '../app.ts';
import { eventStream, lastSeen } from '../event-stream.ts';
import { RequestRefused } from '../problem.ts';
import { type Arrived, page, pasted, type Sent, sentFiles } from '../reads/inputs.ts';
import type { ReadEvent, ReadQueue } from '../reads/read-queue.ts';
import { object, text } from '../schemas/parts.ts';
import { FilesSchema, FormSchema, NewReadSchema, QueuedSchema, ReadEventSchema } from '../schemas/reads.ts';
import type { Of } from '../schemas/same.ts';

/** In bytes. A heavy page has 5 MB; all of one request is held in memory until it is read. */
const largestFile = 20 * 1024 * 1024;
const largestRequest = 200 * 1024 * 1024;
const mostFiles = 2000;

export async function readRoutes(app: App, queue: ReadQueue, arrived: () => Arrived): Promise<void> {
  await app.register(fastifyMultipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: largestFile, files: mostFiles, fields: 10, fieldSize: 1000, parts: mostFiles + 10 },
  });

  app.post(
    '/reads',
    {
      bodyLimit: largestFile,
      config: { form: FilesSchema },
      // a form of files has no body to look at beforehand
      preValidation: async (request) => {
        if (request.isMultipart()) request.body = {};
      },
      schema: {
        summary: 'Read a text, a page, files (multipart/form-data) or the feeds of an OPML list into the ledger.',
        body: NewReadSchema,
        response: { 202: QueuedSchema },
      },
    },
    async (request, reply) => {
      const id = request.isMultipart() ? await addFiles(request) : addTold(request.body);
      return reply.code(202).header('location', `/api/v1/reads/${id}/progress`).send({ id });
    },
  );

  app.get(
    '/reads/:id/progress',
    {
      config: { stream: true },
      exposeHeadRoute: false,
      schema: {
        summary: 'How a read goes, as events: queued, read or refused for each document, done.',
        params: object({ id: text() }),
        response: { 200: ReadEventSchema },
      },
    },
    async ({ params: { id }, headers }, reply) => {
      const events = queue.progress(id, (lastSeen(headers) ?? -1) + 1);
      if (!events) throw noRead(id);
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-store')
        .send(eventStream(numbered(events, (lastSeen(headers) ?? -1) + 1)) as never);
    },
  );

  function addTold(told: Of<typeof NewReadSchema>): string {
    const { text = '', address, title } = told;
    if ((address === undefined) === (text.trim() === '')) throw nothingToRead();
    if (address === undefined) return queue.add(pasted(text, title, arrived()), givenIn(told));
    if (!/^https?:/i.test(address) || !URL.canParse(address)) throw noAddress(address);
    return queue.add(page(address, arrived()), givenIn(told));
  }

  async function addFiles(request: FastifyRequest): Promise<string> {
    const { files, given } = await received(request);
    if (files.length === 0) throw nothingToRead();
    return queue.add(sentFiles(files, arrived()), given);
  }
}

async function* numbered(events: AsyncIterable<ReadEvent>, from: number) {
  let id = from;
  for await (const { event, ...data } of events) yield { id: id++, event, data };
}

const givenIn = ({ outlet, published }: Given): Given => ({
  ...(outlet !== undefined && { outlet }),
  ...(published !== undefined && { published }),
});

const checkForm = Compile(FormSchema);

/** The files of a form and what is told with them. A file that is too large is refused alone. */
async function received(request: FastifyRequest): Promise<{ files: (Sent | Refusal)[]; given: Given }> {
  const files: (Sent | Refusal)[] = [];
  const told: Record<string, unknown> = {};
  let size = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') told[part.fieldname] = part.value;
    else {
      const name = part.filename || 'a file without a name';
      const bytes = await part.toBuffer();
      size += bytes.length;
      if (size > largestRequest) throw tooMuch();
      files.push(part.file.truncated ? tooLarge(name) : { name, bytes });
    }
  }
  if (!checkForm.Check(told)) {
    const [first] = checkForm.Errors(told);
    throw badForm(`${first?.instancePath} ${first?.message}`);
  }
  return { files, given: givenIn(told as Static<typeof FormSchema>) };
}

const tooLarge = (name: string) =>
  new Refusal(name, 'is larger than 20 MB', 'read it with: hearsay read FILE, or split it');

const tooMuch = () =>
  new RequestRefused('too-large', {
    title: 'Too large',
    status: 413,
    detail: 'more than 200 MB in one request',
    way_out: 'Send fewer files at a time, or read the folder with: hearsay read FOLDER',
  });

const badForm = (detail: string) =>
  new RequestRefused('bad-request', { title: 'The request is not as described', status: 400, detail: `form${detail}` });

const nothingToRead = () =>
  new RequestRefused('nothing-to-read', {
    title: 'Nothing to read',
    status: 400,
    detail: 'give either a text, or an address, or files',
    way_out: 'Give { "text" } or { "address" } as JSON, or files as multipart/form-data.',
  });

const noAddress = (address: string) =>
  new RequestRefused('no-address', {
    title: 'No address of a page',
    status: 400,
    detail: `“${address}” is no address of a page`,
    way_out: 'Give one that begins with http:// or https://; files are sent as multipart/form-data.',
  });

const noRead = (id: string) =>
  new RequestRefused('unknown-id', {
    title: 'Not here',
    status: 404,
    detail: `no read has the number “${id}”, or it was long ago`,
    way_out: 'What was read is in the log: /api/v1/entries',
  });
