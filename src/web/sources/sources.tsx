import { Empty } from '../shell/problem-note.tsx';

export default function Sources() {
  return <Empty title="To come" />;
}
