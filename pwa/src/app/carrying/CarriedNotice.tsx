// Before an interview that was put into a file is gone on with here: it may have gone on elsewhere.
import { words } from "../../i18n/carrying";
import { goOnHere } from "../../storage/carrying";
import { Button } from "../../ui";
import { Shell } from "../frame/Shell";
import { paths } from "../places/routing";
import { handing } from "../sharedphone/handing";

export function CarriedNotice({ instanceId }: { instanceId: string }) {
  return (
    <Shell back>
      <div class="stack stack-wide">
        <h1>{words("carried.title")}</h1>
        <p>{words("carried.body")}</p>
        {handing.value === null && <Button kind="primary" wide href={paths.home}>{words("carried.leave")}</Button>}
        <Button wide onPress={() => void goOnHere(instanceId)}>{words("carried.goOn")}</Button>
      </div>
    </Shell>
  );
}
