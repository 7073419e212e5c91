// Reading aloud, by a voice that lives on the phone: a voice from the network would be told what is asked.
import { signal } from "@preact/signals";

const speech = (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
const voices = signal<readonly SpeechSynthesisVoice[]>([]);

/** Whether something is being read. */
export const isSpeaking = signal(false);

const stem = (code: string) => code.toLowerCase().split(/[-_]/)[0];

if (speech) {
  const look = () => { voices.value = speech.getVoices(); };
  look();
  speech.addEventListener("voiceschanged", look);
}

/** A voice of this phone for the language, if it has one. */
export function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  return voices.value.find(({ lang, localService }) => localService && stem(lang) === stem(language));
}

/** Read these lines, one after the other, with a pause between them. */
export function speak(lines: readonly string[], voice: SpeechSynthesisVoice): void {
  if (!speech) return;
  stopSpeaking();
  isSpeaking.value = true;
  lines.forEach((line, index) => {
    const utterance = new SpeechSynthesisUtterance(line);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    if (index === lines.length - 1) utterance.onend = () => { isSpeaking.value = false; };
    utterance.onerror = () => { isSpeaking.value = false; };
    speech.speak(utterance);
  });
}

export function stopSpeaking(): void {
  speech?.cancel();
  isSpeaking.value = false;
}
