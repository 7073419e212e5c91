// A component's camera: on while the screen is seen, let go when it is left or put aside.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { cameraFault, lightOf, openCamera, type CameraFault, type Light } from "./camera";
import { readFrame, type Sort } from "./reading";

export type CameraState = { at: "starting" } | { at: "on"; light: Light | null } | { at: "off"; fault: CameraFault };

const PAUSE_MS = 120;
/** A code that is not read in so many pictures is no longer before the camera; until then it is told once. */
const MISSES = 12;

/** Show the camera in `place` and tell every text that is read in it. `again` starts anew after a fault. */
export function useCamera(place: RefObject<HTMLVideoElement>, onText: (text: string) => void, sort: Sort = "square"): { state: CameraState; again: () => void } {
  const [state, setState] = useState<CameraState>({ at: "starting" });
  const [attempt, setAttempt] = useState(0);
  const isSeen = useSeen();
  const tell = useRef(onText);
  tell.current = onText;
  useEffect(() => {
    const video = place.current;
    if (!isSeen || !video) return undefined;
    const over = new AbortController();
    setState({ at: "starting" });
    run(video, over.signal, sort, setState, (text) => tell.current(text)).catch((reason: unknown) => {
      if (!over.signal.aborted) setState({ at: "off", fault: cameraFault(reason) });
      over.abort();
    });
    return () => over.abort();
  }, [isSeen, attempt]);
  return { state, again: () => setAttempt(attempt + 1) };
}

async function run(video: HTMLVideoElement, over: AbortSignal, sort: Sort, show: (state: CameraState) => void, tell: (text: string) => void): Promise<void> {
  const stream = await openCamera(over);
  over.addEventListener("abort", () => { video.srcObject = null; });
  if (over.aborted) return;
  video.srcObject = stream;
  await video.play();
  show({ at: "on", light: lightOf(stream) });
  await watch(video, stream, over, sort, tell);
}

async function watch(video: HTMLVideoElement, stream: MediaStream, over: AbortSignal, sort: Sort, tell: (text: string) => void): Promise<void> {
  const canvas = document.createElement("canvas");
  const isOver = () => over.aborted;
  let told: string | null = null;
  let missed = 0;
  while (!isOver()) {
    if (!stream.active) throw new DOMException("taken away", "NotReadableError");
    const text = await readFrame(video, canvas, sort);
    missed = text === null ? missed + 1 : 0;
    if (missed > MISSES) told = null;
    if (text !== null && text !== told && !isOver()) {
      told = text;
      tell(text);
    }
    await new Promise((next) => { setTimeout(next, PAUSE_MS); });
  }
}

function useSeen(): boolean {
  const now = () => document.visibilityState === "visible";
  const [isSeen, setSeen] = useState(now);
  useEffect(() => {
    const look = () => setSeen(now());
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return isSeen;
}
