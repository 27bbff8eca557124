import { type FormEvent, useRef, useState } from 'react';
import {
  Button,
  type DirectoryDropItem,
  type DropItem,
  DropZone,
  type FileDropItem,
  FileTrigger,
} from 'react-aria-components';
import { api } from '../api.ts';
import { count } from '../wording.ts';
import { BatchList } from './batch-list.tsx';
import { follow } from './reads.ts';

/** Drop files, paste a text or give an address: what was read is in the ledger at once. */
export default function Add() {
  const [outlet, setOutlet] = useState('');
  const [published, setPublished] = useState('');
  const given = { ...(outlet.trim() && { outlet: outlet.trim() }), ...(published && { published }) };
  const sendFiles = (files: readonly File[]) => {
    if (files.length === 0) return;
    void follow(nameOf(files), () => api.readFiles(files, given));
    forget();
  };
  // what is told of one lot is not told of the next
  const forget = () => {
    setOutlet('');
    setPublished('');
  };
  return (
    <>
      <header className="screen-head">
        <h1>Add</h1>
        <p className="lede">
          Pages, text, Markdown, JSON Lines. Of a list of feeds (OPML) the last reports are fetched, once. What cannot
          be read is named, with the reason.
        </p>
      </header>
      <div className="add">
        <DropZone
          className="drop"
          aria-label="Files to read"
          onDrop={({ items }) => void filesIn(items).then(sendFiles)}
          getDropOperation={() => 'copy'}
        >
          <p className="drop-title">Drop files or folders here</p>
          <div className="actions">
            <FileTrigger allowsMultiple onSelect={(list) => sendFiles([...(list ?? [])])}>
              <Button>Choose files</Button>
            </FileTrigger>
            <FileTrigger acceptDirectory onSelect={(list) => sendFiles([...(list ?? [])])}>
              <Button>Choose a folder</Button>
            </FileTrigger>
          </div>
        </DropZone>
        <Paste given={given} sent={forget} />
        <fieldset className="given">
          <legend>Where the page does not tell</legend>
          <label>
            Outlet <input value={outlet} onChange={({ target }) => setOutlet(target.value)} />
          </label>
          <label>
            Published <input type="date" value={published} onChange={({ target }) => setPublished(target.value)} />
          </label>
        </fieldset>
      </div>
      <BatchList />
    </>
  );
}

const nameOf = (files: readonly File[]): string => (files.length === 1 ? files[0]!.name : count(files.length, 'file'));

interface Given {
  readonly outlet?: string;
  readonly published?: string;
}

/** A text, or the address of a page: whichever it looks like. */
function Paste({ given, sent }: { readonly given: Given; readonly sent: () => void }) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const told = typed.trim();
  const isAddress = ADDRESS.test(told);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (told === '') return field.current?.focus();
    void follow(isAddress ? told : firstWords(told), () =>
      api.read({ ...(isAddress ? { address: told } : { text: typed }), ...given }),
    );
    setTyped('');
    sent();
  };
  return (
    <form className="paste" onSubmit={submit}>
      <label htmlFor="paste">Paste a text, or an address</label>
      <textarea
        id="paste"
        ref={field}
        rows={7}
        value={typed}
        placeholder="https://… or the text of a report"
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      <div className="actions">
        <button type="submit" className="primary">
          {isAddress ? 'Fetch and read' : 'Read'} <kbd>Ctrl ↵</kbd>
        </button>
        <span className="note">{leaves(told)}</span>
      </div>
    </form>
  );
}

const ADDRESS = /^https?:\/\/\S+$/i;

/** What is asked of others for it. */
function leaves(told: string): string {
  if (ADDRESS.test(told)) return 'The page is fetched once, from this machine: its site sees that.';
  if (/<opml[\s>]/i.test(told.slice(0, 2000)))
    return 'The feeds in it and their last reports are fetched, from this machine.';
  return 'A text is read on this machine and does not leave it. An address is fetched.';
}

const firstWords = (text: string): string => (text.length > 48 ? `${text.slice(0, 48).trimEnd()}…` : text);

/** All files of what was dropped, those in folders too. */
async function filesIn(items: readonly DropItem[]): Promise<File[]> {
  const files: File[] = [];
  for (const item of items) {
    if (item.kind === 'file') files.push(await (item as FileDropItem).getFile());
    if (item.kind === 'directory') {
      const inside: DropItem[] = [];
      for await (const entry of (item as DirectoryDropItem).getEntries()) inside.push(entry);
      files.push(...(await filesIn(inside)));
    }
  }
  return files;
}
