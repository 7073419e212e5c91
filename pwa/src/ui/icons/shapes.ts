// The icons' lines, drawn on a grid of 24. `turns` marks those that point along the line of reading.
export const shapes = {
  back: { d: "M19 12H5m6-6-6 6 6 6", turns: true },
  next: { d: "M5 12h14m-6-6 6 6-6 6", turns: true },
  up: { d: "M12 19V5m-6 6 6-6 6 6", turns: false },
  down: { d: "M12 5v14m-6-6 6 6 6-6", turns: false },
  open: { d: "m6 9 6 6 6-6", turns: false },
  close: { d: "M6 6l12 12M18 6 6 18", turns: false },
  check: { d: "m5 12.5 4.5 4.5L19 7.5", turns: false },
  plus: { d: "M12 5v14M5 12h14", turns: false },
  minus: { d: "M5 12h14", turns: false },
  list: { d: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01", turns: true },
  language: { d: "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0Zm0 0h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9s1.3-6.4 3.8-9Z", turns: false },
  care: { d: "M12 8v5m0 3.5v.01M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0Z", turns: false },
  info: { d: "M12 11v5.5m0-9v.01M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0Z", turns: false },
  phone: { d: "M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3Zm1.5 9.5 2 2 3.5-4", turns: false },
  hide: { d: "M4 4l16 16M9.6 5.3A9.5 9.5 0 0 1 12 5c4.8 0 8.2 4.3 9.5 7a15 15 0 0 1-2.7 3.7M6.3 7.2A14.5 14.5 0 0 0 2.5 12c1.3 2.7 4.7 7 9.5 7a9 9 0 0 0 4.3-1.1M9.9 9.9a3 3 0 0 0 4.2 4.2", turns: false },
  edit: { d: "m5 19 .8-3.6L16 5.2a1.9 1.9 0 0 1 2.7 2.7L8.5 18.1 5 19Zm9.5-12.3 2.7 2.7", turns: false },
  lock: { d: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z", turns: false },
  speech: { d: "M4 17V7a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H9l-5 4v-3Z", turns: true },
  sound: { d: "M4 10v4h3l5 4V6l-5 4H4Zm12-1.5a5 5 0 0 1 0 7m2.5-9.5a8.5 8.5 0 0 1 0 12", turns: true },
  scan: { d: "M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8m8 0h2.5A1.5 1.5 0 0 1 20 5.5V8m0 8v2.5a1.5 1.5 0 0 1-1.5 1.5H16m-8 0H5.5A1.5 1.5 0 0 1 4 18.5V16m5-7h6v6H9Z", turns: false },
  wait: { d: "M12 7v5l3 2M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0Z", turns: false },
} as const;

export type IconName = keyof typeof shapes;
