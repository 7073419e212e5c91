// A photo or a screenshot of the code: for phones whose camera cannot be used here.
import { t } from "../../i18n/shell";
import { readPicture } from "../../camera/reading";

export type PictureFault = "nothing" | "noPicture";

interface PictureChooserProps {
  onText: (text: string) => void;
  onFault: (fault: PictureFault) => void;
}

export function PictureChooser({ onText, onFault }: PictureChooserProps) {
  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const text = await readPicture(file);
      if (text === null) onFault("nothing");
      else onText(text);
    } catch {
      onFault("noPicture");
    }
    input.value = ""; // the same picture may be chosen again
  };
  return (
    <div class="picture">
      <input id="picture" class="only-heard" type="file" accept="image/*" onChange={(event) => void choose(event.currentTarget)} />
      <label for="picture" class="button button-outline button-wide">{t("scan.picture")}</label>
    </div>
  );
}
