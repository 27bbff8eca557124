import { Empty } from '../shell/problem-note.tsx';

export default function Versions(_: { readonly id: string }) {
  return <Empty title="To come" />;
}
