// How far along, from 0 to 1, with words that say the same.
interface ProgressProps {
  label: string;
  value: number;
  /** What is heard instead of a percentage. */
  words: string;
}

export function Progress({ label, value, words }: ProgressProps) {
  return <progress class="progress" aria-label={label} aria-valuetext={words} max={1} value={value} />;
}
