// Plays a sound with one large button. Only one sound is heard at a time.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../ui";
import { t } from "../../i18n/further";
import { stopSpeaking } from "../wording/speaking";

let playing: HTMLAudioElement | null = null;

export function Player({ address, words }: { address: string | undefined; words: string }) {
  const element = useRef<HTMLAudioElement>(null);
  const [isOn, setOn] = useState(false);
  const stop = () => element.current?.pause();
  useEffect(() => stop, [address]);
  const toggle = () => {
    const own = element.current;
    if (!own) return;
    if (isOn) return stop();
    playing?.pause();
    stopSpeaking();
    playing = own;
    own.currentTime = 0;
    own.play().catch(() => setOn(false));
  };
  return (
    <div>
      <audio ref={element} src={address} preload="metadata" onPlay={() => setOn(true)} onPause={() => setOn(false)} />
      <Button kind="quiet" icon={isOn ? "close" : "sound"} onPress={toggle}>
        {isOn ? t("media.stop") : t("media.listen")}<span class="only-heard"> {words}</span>
      </Button>
    </div>
  );
}
