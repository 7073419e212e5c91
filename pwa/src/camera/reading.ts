// Reads the code in a picture, square or bars: with the browser's own detector where it has one, else with a small library of our own.

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

/** What to look for; bars only the browser's own detector reads. */
export type Sort = "square" | "any";

const readers: Record<Sort, Promise<Reader> | null> = { square: null, any: null };

/** Read one picture of the camera, quickly: the next one comes at once. */
export async function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement, sort: Sort): Promise<string | null> {
  if (video.videoWidth === 0) return null;
  draw(video, video.videoWidth, video.videoHeight, FRAME_PX, canvas);
  return (await theReader(sort))(canvas, FRAME_MS);
}

/** Whether this browser reads bars, too. */
export async function readsBars(): Promise<boolean> {
  return (await formatsOf(theMaker())).some((format) => !SQUARE.includes(format));
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
  const read = await theReader("square");
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
function theReader(sort: Sort): Promise<Reader> {
  const reader = readers[sort] ?? chooseReader(sort).catch((reason: unknown) => {
    readers[sort] = null;
    throw reason;
  });
  readers[sort] = reader;
  return reader;
}

async function chooseReader(sort: Sort): Promise<Reader> {
  const Maker = theMaker();
  const formats = await formatsOf(Maker);
  return Maker && formats.includes("qr_code") ? withDetector(new Maker({ formats: sort === "any" ? formats : ["qr_code"] }), sort) : withLibrary();
}

const SQUARE = ["qr_code", "unknown"];

const theMaker = (): DetectorMaker | undefined => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;

const formatsOf = async (Maker: DetectorMaker | undefined): Promise<string[]> => (await Maker?.getSupportedFormats().catch(() => null)) ?? [];

/** On some phones the detector is there but its service is not: then the library reads from there on. */
function withDetector(detector: Detector, sort: Sort): Reader {
  return async (canvas, patience) => {
    try {
      return (await detector.detect(canvas))[0]?.rawValue ?? null;
    } catch {
      const reader = withLibrary();
      readers[sort] = reader;
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
