// The rear camera of the phone: its moving picture, its light, and why there is none. Nothing of it is kept or sent.

export type CameraFault = "denied" | "none" | "busy" | "insecure" | "failed";

/** Turns the phone's light on or off. */
export type Light = (isOn: boolean) => Promise<void>;

const FAULTS: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "none", OverconstrainedError: "none", NotReadableError: "busy", AbortError: "busy",
};

class NoSecureContext extends Error {}

/** Ask for the camera. It is let go as soon as `over` is aborted, even if the answer comes only after that. */
export async function openCamera(over: AbortSignal): Promise<MediaStream> {
  // Missing on plain http, whatever the type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw isSecureContext ? new DOMException("no camera", "NotFoundError") : new NoSecureContext();
  const stream = await devices.getUserMedia({ video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } } });
  const letGo = () => { for (const track of stream.getTracks()) track.stop(); };
  over.addEventListener("abort", letGo);
  if (over.aborted) letGo();
  return stream;
}

/** The light beside the camera, where the browser lets us turn it on. */
export function lightOf(stream: MediaStream): Light | null {
  const track = stream.getVideoTracks()[0];
  const can = (track as Partial<MediaStreamTrack> | undefined)?.getCapabilities; // old browsers have no such function
  if (!track || !can || (can.call(track) as { torch?: boolean }).torch !== true) return null;
  return (isOn) => track.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] });
}

/** What went wrong, as far as the browser says. */
export function cameraFault(reason: unknown): CameraFault {
  if (reason instanceof NoSecureContext) return "insecure";
  return (reason instanceof Error && FAULTS[reason.name]) || "failed";
}
