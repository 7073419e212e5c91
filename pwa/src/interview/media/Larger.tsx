// A picture as large as the screen, over everything, for whoever wants to look closely.
import { useState } from "preact/hooks";
import { Button } from "../../ui";
import { Dialog } from "../../ui/more";
import { t } from "../../i18n/further";
import type { Medium } from "../../logic";
import type { Conducting } from "../conduct/conducting";
import { useAddress } from "./files";

export function Larger({ on, file, words }: { on: Conducting; file: Medium; words: string }) {
  const [isOpen, setOpen] = useState(false);
  const address = useAddress(on, file);
  if (!address) return null;
  return (
    <div>
      <Button kind="plain" icon="plus" onPress={() => setOpen(true)}>{t("media.larger")}<span class="only-heard"> {words}</span></Button>
      {isOpen && (
        <Dialog id={`large-${file.sha256}`} title={words || t("media.picture")} onClose={() => setOpen(false)} acts={<Button onPress={() => setOpen(false)}>{t("media.close")}</Button>}>
          <img class="picture picture-large" src={address} alt="" />
        </Dialog>
      )}
    </div>
  );
}
