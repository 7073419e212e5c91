// The frame of the shell's own screens: the bar on top, and what the phone has to say about itself.
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/shell";
import { Button, Notice, Page } from "../../ui";
import { Mark } from "../../ui/more";
import { isOnline } from "../phone/network";
import { paths } from "../places/routing";
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
      {back ? <Button kind="plain" icon="back" iconOnly href={paths.home}>{t("receipt.home")}</Button> : <Mark />}
      <span class="page-bar-title">{title ?? t("app.name")}</span>
      {!back && <Button kind="plain" href={paths.settings}>{t("home.settings")}</Button>}
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
