// What is shown while something is fetched, when that failed, and when it is here.
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/desk";
import type { Loader } from "../loading";
import { Failure } from "./Failure";

interface LoadedProps<T> {
  from: Loader<T>;
  children: (value: T) => ComponentChildren;
}

export function Loaded<T>({ from: { load, again }, children }: LoadedProps<T>) {
  switch (load.state) {
    case "loading": return <Waiting />;
    case "failed": return <Failure failure={load.failure} onAgain={again} />;
    case "ready": return <>{children(load.value)}</>;
  }
}

/** Quiet shapes where the content will stand; they appear only when it takes a while. */
function Waiting() {
  return (
    <div class="waiting" role="status">
      <span class="only-heard">{t("loading")}</span>
      <span class="waiting-line" /><span class="waiting-line" /><span class="waiting-line" />
    </div>
  );
}
