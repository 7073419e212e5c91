// An interview behind a PIN, on the screen: shut until the PIN is typed, and shut again when it is left or long out of sight.
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { settleAll } from "../../interview";
import { dropKey, hasKey, type Draft } from "../../storage";
import { keptDrafts } from "../phone/kept";

/** Shuts an interview when it is not used; returns the way to stop. The screen that asks for the PIN brings it along. */
export type Shutting = (instanceId: string, onShut: () => void) => () => void;

interface Lock {
  isShut: boolean;
  /** Something of it is only in this window's memory, because another window has locked it meanwhile: keep it, out of sight. */
  holds: boolean;
  open: (shutting: Shutting) => void;
}

export function useLock(found: Draft | null | undefined, instanceId: string): Lock {
  const [shutting, setShutting] = useState<{ begin: Shutting } | null>(null);
  const [holds, setHolds] = useState(false);
  const row = keptDrafts.value.find((one) => one.instanceId === instanceId) ?? found;
  const isShut = row?.isCarried || (row?.lock !== undefined && !hasKey(instanceId));
  const isOpen = Boolean(row) && !isShut;
  useEffect(() => {
    if (isOpen) setHolds(true);
    if (isShut) void settleAll().then((isKept) => setHolds(!isKept));
  }, [isOpen, isShut]);
  // At once, not after the next paint: whoever leaves sooner than that must find it locked, too.
  useLayoutEffect(() => shutting?.begin(instanceId, () => setShutting(null)), [shutting]);
  // After the screens below have handed on what was being typed.
  useLayoutEffect(() => () => queueMicrotask(() => dropKey(instanceId)), [instanceId]);
  const open = (begin: Shutting) => {
    setShutting({ begin });
    void settleAll();
  };
  return { isShut, holds, open };
}
