// A code on a thing: read by the camera where the device has one, and always typed.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Notice, TextField } from "../../ui";
import { t } from "../../i18n/further";
import { readsBars } from "../../camera/reading";
import { useCamera } from "../../camera/useCamera";
import { tiesOf, type QuestionProps } from "./props";

export function Barcode(props: QuestionProps) {
  const { on, path } = props;
  const { value, readonly } = on.answers.look(path);
  const [text, setText] = useState(value);
  const [isScanning, setScanning] = useState(false);
  const type = (typed: string) => {
    setText(typed);
    on.type(path, typed);
  };
  const read = (code: string) => {
    setScanning(false);
    setText(code);
    on.choose(path, code);
  };
  return (
    <div class="stack">
      <TextField {...tiesOf(props)} value={text} readonly={readonly} onInput={type} onBlur={() => on.typed(path)} />
      {isScanning && <Scanner onText={read} />}
      {!readonly && <div><Button onPress={() => setScanning(!isScanning)}>{t(isScanning ? "barcode.stop" : "barcode.scan")}</Button></div>}
    </div>
  );
}

function Scanner({ onText }: { onText: (text: string) => void }) {
  const place = useRef<HTMLVideoElement>(null);
  const { state } = useCamera(place, onText, "any");
  const [bars, setBars] = useState(true);
  useEffect(() => void readsBars().then(setBars), []);
  return (
    <>
      <div class="barcode-view" hidden={state.at === "off"}><video ref={place} muted playsInline aria-label={t("barcode.view")} /></div>
      {state.at === "off"
        ? <Notice tone="sun" heard>{t("barcode.off")}</Notice>
        : <p class="small soft" role="status">{t(bars ? "barcode.hold" : "barcode.squareOnly")}</p>}
    </>
  );
}
