// The frame of the shell's own screens: the bar on top, and what the phone has to say about itself.
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/shell";
import { Button, Notice, Page } from "../../ui";
import { Mark } from "../../ui/more";
import { isOnline } from "../phone/network";
import { paths } from "../places/routing";
import { leaveQuickly } from "../sharedphone/exiting";
import { handing, isGivenBack } from "../sharedphone/handing";
import { UpdateNotice } from "./UpdateNotice";

interface ShellProps {
  children: ComponentChildren;
  foot?: ComponentChildren;
  /** Inner screens have a way back instead of the way to the settings. */
  back?: boolean;
  title?: ComponentChildren;
}

export function Shell({ children, foot, back = false, title }: ShellProps) {
  const head = (
    <div class="page-bar">
      <Start back={back} />
      <span class="page-bar-title">{title ?? t("app.name")}</span>
      {!back && <Button kind="plain" href={paths.settings}>{t("home.settings")}</Button>}
      <Button kind="plain" icon="hide" iconOnly onPress={() => void leaveQuickly()}>{t("go.hide")}</Button>
    </div>
  );
  return (
    <Page head={head} foot={foot}>
      <div class="stack stack-wide">
        {!isOnline.value && <Notice icon="wait" heard>{t("phone.offline")}</Notice>}
        <UpdateNotice />
        {children}
      </div>
    </Page>
  );
}

/** From a phone that was handed over no way leads to the start page; it can be given back. */
function Start({ back }: { back: boolean }) {
  if (handing.value) return <Button kind="plain" icon="close" iconOnly onPress={() => { isGivenBack.value = true; }}>{t("go.close")}</Button>;
  return back ? <Button kind="plain" icon="back" iconOnly href={paths.home}>{t("receipt.home")}</Button> : <Mark />;
}
