import { api } from '../api.ts';

/** The bytes as they arrived, in a frame that runs nothing and asks nobody for anything. */
export function CapturedPage({ id, close }: { readonly id: string; readonly close: () => void }) {
  return (
    <section className="captured" aria-label="The page as it was captured">
      <p>
        As it arrived: no script runs, and nothing is fetched from elsewhere.{' '}
        <button type="button" onClick={close}>
          Back to the reading <kbd>o</kbd>
        </button>
      </p>
      <iframe title="The page as it was captured" sandbox="" src={api.captureAddress(id)} />
    </section>
  );
}
