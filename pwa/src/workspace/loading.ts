// Two hooks between the screens and the server: one fetches what is shown, the other does what was asked.
import { useEffect, useRef, useState } from "preact/hooks";
import { isSignedOut, signIns, watched } from "./session";

export type Load<T> = { state: "loading" } | { state: "failed"; failure: unknown } | { state: "ready"; value: T };

export interface Loader<T> {
  load: Load<T>;
  /** Fetch again; what is shown stays until the new answer is here. */
  again: () => void;
  /** Show a value that an act has brought. */
  put: (value: T) => void;
}

/** Fetch what belongs to a key, anew whenever the key changes or somebody has signed in again. */
export function useLoad<T>(key: string, fetch: () => Promise<T>): Loader<T> {
  const [shown, show] = useState<{ key: string; load: Load<T> }>({ key, load: { state: "loading" } });
  const [attempt, setAttempt] = useState(0);
  const generation = signIns.value;
  useEffect(() => {
    let isWanted = true;
    const settle = (load: Load<T>) => {
      if (isWanted) show({ key, load });
    };
    watched(fetch()).then(
      (value) => settle({ state: "ready", value }),
      (failure: unknown) => {
        if (!isSignedOut(failure)) settle({ state: "failed", failure });
      },
    );
    return () => { isWanted = false; };
  }, [key, attempt, generation]);
  return {
    load: shown.key === key ? shown.load : { state: "loading" },
    again: () => {
      if (shown.load.state === "failed") show({ key, load: { state: "loading" } });
      setAttempt(attempt + 1);
    },
    put: (value) => show({ key, load: { state: "ready", value } }),
  };
}

export interface Act<Given extends unknown[]> {
  isBusy: boolean;
  failure: unknown;
  run: (...given: Given) => void;
  /** Let go of a failure that has been read. */
  forget: () => void;
}

/** Do something once at a time, and keep what went wrong until it is tried again. */
export function useAct<Given extends unknown[]>(act: (...given: Given) => Promise<void>): Act<Given> {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef(false);
  const run = (...given: Given) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    watched(act(...given)).catch(setFailure).finally(() => {
      running.current = false;
      setBusy(false);
    });
  };
  return { isBusy, failure, run, forget: () => setFailure(null) };
}
