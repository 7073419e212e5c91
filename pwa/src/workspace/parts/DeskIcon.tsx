// Line drawings that only the desk needs; drawn like those of src/ui, and never the only bearer of a meaning.
const shapes = {
  start: "m4 11 8-7 8 7M6 9.5V20h12V9.5M10 20v-5h4v5",
  questions: "M4 17V7a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H9l-5 4v-3ZM8.5 8.5h7M8.5 12h4",
  rounds: "M20 12a8 8 0 1 1-2.4-5.7M20 4v4.5h-4.5",
  people: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 8c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.6c1.9.8 3 2.5 3 4.9",
  organization: "M5 20V5.5L13 4v16M13 9l6 1.5V20M3 20h18M8 9h2M8 12.5h2M8 16h2M16 14v.01M16 17v.01",
  library: "M5 4.5h5V20H5zM10 4.5h4V20h-4zM14.5 6l3.8-1L21 19l-3.8 1z",
  upload: "M12 16V5m-5 5 5-5 5 5M5 19h14",
  download: "M12 4v11m-5-5 5 5 5-5M5 19h14",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  print: "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z",
  cards: "M4 8h13v11H4zM7.5 8V5H20v10.5h-3M7 12.5h7M7 15.5h4",
  chart: "M4 20h16M7 16v-4M12 16V7M17 16v-6",
  leave: "M10 5H5v14h5M14 8l4 4-4 4M18 12H9",
  lead: "M12 4v3M5.6 6.6l2 2M3 13h3M18 13h3M16.4 8.6l2-2M8 13a4 4 0 1 1 8 0c0 2-1.5 2.7-1.5 5h-5C9.5 15.7 8 15 8 13ZM10 21h4",
} as const;

export type DeskIconName = keyof typeof shapes;

export function DeskIcon({ name }: { name: DeskIconName }) {
  return <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={shapes[name]} /></svg>;
}
