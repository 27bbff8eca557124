import { Empty } from '../shell/problem-note.tsx';

export default function Timeline() {
  return <Empty title="To come" />;
}
