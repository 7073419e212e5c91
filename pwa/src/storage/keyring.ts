// The keys of drafts whose PIN was typed in this window. They are nowhere else, and gone with the page.

const keys = new Map<string, CryptoKey>();

export function keyFor(instanceId: string): CryptoKey | undefined {
  return keys.get(instanceId);
}

/** Whether a draft behind a PIN can be read and written in this window. */
export function hasKey(instanceId: string): boolean {
  return keys.has(instanceId);
}

export function holdKey(instanceId: string, key: CryptoKey): void {
  keys.set(instanceId, key);
}

export function dropKey(instanceId: string): void {
  keys.delete(instanceId);
}
