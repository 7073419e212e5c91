// The browser's offer to install the app. It comes once, soon after the page, so somebody has to be listening.
import { signal } from "@preact/signals";

/** Chromium's offer to install, kept until someone takes it. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

export const installOffer = signal<InstallOffer | null>(null);

export function listenForOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installOffer.value = event as InstallOffer;
  });
  addEventListener("appinstalled", () => { installOffer.value = null; });
}
