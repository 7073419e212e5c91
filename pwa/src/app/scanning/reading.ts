// Reads the square code in a picture: with the browser's own detector where it has one, else with a small library of our own.

/** The text in the picture, or null where there is none to be read. */
type Reader = (canvas: HTMLCanvasElement, patience: number) => Promise<string | null>;

/** The part of the Shape Detection API that we use; TypeScript does not know it. */
interface Detector {
  detect(canvas: HTMLCanvasElement): Promise<readonly { rawValue: string }[]>;
}
interface DetectorMaker {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const FRAME_PX = 960;
const FRAME_MS = 40;
const PICTURE_MS = 600;
/** A code on a far wall needs the large size; a blurred one is easier to find when it is small. */
const PICTURE_SIZES = [1600, 3200, 700];

let reader: Promise<Reader> | null = null;

/** Read one picture of the camera, quickly: the next one comes at once. */
export async function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): Promise<string | null> {
  if (video.videoWidth === 0) return null;
  draw(video, video.videoWidth, video.videoHeight, FRAME_PX, canvas);
  return (await theReader())(canvas, FRAME_MS);
}

/** Read a picture file, patiently. Rejects where it is no picture. */
export async function readPicture(file: Blob): Promise<string | null> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return await readImage(image);
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function readImage(image: HTMLImageElement): Promise<string | null> {
  const read = await theReader();
  const canvas = document.createElement("canvas");
  for (const size of PICTURE_SIZES) {
    draw(image, image.naturalWidth, image.naturalHeight, size, canvas);
    const text = await read(canvas, PICTURE_MS);
    if (text !== null) return text;
  }
  return null;
}

function draw(source: CanvasImageSource, width: number, height: number, largest: number, canvas: HTMLCanvasElement): void {
  const scale = Math.min(1, largest / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return;
  context.fillStyle = "#fff"; // behind pictures with nothing behind the code
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
}

/** A reader that could not be fetched is asked for again the next time. */
function theReader(): Promise<Reader> {
  reader ??= chooseReader().catch((reason: unknown) => {
    reader = null;
    throw reason;
  });
  return reader;
}

async function chooseReader(): Promise<Reader> {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  const formats = (await Maker?.getSupportedFormats().catch(() => null)) ?? [];
  return Maker && formats.includes("qr_code") ? withDetector(new Maker({ formats: ["qr_code"] })) : withLibrary();
}

/** On some phones the detector is there but its service is not: then the library reads from there on. */
function withDetector(detector: Detector): Reader {
  return async (canvas, patience) => {
    try {
      return (await detector.detect(canvas))[0]?.rawValue ?? null;
    } catch {
      reader = withLibrary();
      return (await reader)(canvas, patience);
    }
  };
}

async function withLibrary(): Promise<Reader> {
  const { decodeQR } = await import("qr/decode.js");
  return (canvas, patience) => {
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
    return Promise.resolve(pixels ? attempt(() => decodeQR(pixels, { effort: Infinity, timeLimit: patience })) : null);
  };
}

/** The library throws where it sees no code. */
function attempt(decode: () => string): string | null {
  try {
    return decode();
  } catch {
    return null;
  }
}
