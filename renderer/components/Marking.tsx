/** A marking as published, in small capitals in a thin frame: no traffic lights. */
export function Marking({ text }: { text: string }) {
  return <span className="marking">{text}</span>;
}
