import { Empty } from '../shell/problem-note.tsx';

export default function Add() {
  return <Empty title="To come" />;
}
