import { Empty } from '../shell/problem-note.tsx';

export default function Claims() {
  return <Empty title="To come" />;
}
