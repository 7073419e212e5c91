// A label in the language one reads; else in whatever there is.

export function labelIn(label: Record<string, string>, language: string): string {
  return label[language] ?? Object.values(label)[0] ?? "";
}
