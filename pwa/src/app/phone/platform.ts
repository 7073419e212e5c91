// What kind of place the app runs in, as far as it matters for keeping answers: another app's window, a browser, or installed.

const IN_APP = /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Line\/|MicroMessenger|Snapchat|Twitter|BytedanceWebview|; wv\)/;

/** Opened from the home screen: its store is its own, and browsers keep it longer. */
export function isInstalled(): boolean {
  return matchMedia("(display-mode: standalone)").matches || (navigator as { standalone?: boolean }).standalone === true;
}

/** A messenger's or a network's own window: it may forget everything, and cannot install. */
export function isInsideAnotherApp(agent = navigator.userAgent): boolean {
  return IN_APP.test(agent);
}

/** iPhones and iPads install by hand, into a store apart from the browser's. iPads call themselves Macs. */
export function isApple(agent = navigator.userAgent, touches = navigator.maxTouchPoints): boolean {
  return /iPhone|iPad|iPod/.test(agent) || (agent.includes("Macintosh") && touches > 1);
}
