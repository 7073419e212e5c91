// One more, one less: buttons around the field of a whole number, where its author asks for `counter`. Never below nothing.
import type { ComponentChildren } from "preact";
import { Button } from "../../ui";
import { t } from "../../i18n/further";

/** As far as other tools count. */
const MOST = 999_999_999;

interface CounterProps {
  /** Digits, or "" for no answer yet. */
  value: string;
  fixed: boolean;
  /** The number as it is read; heard after every step. */
  words: string;
  onCount: (value: string) => void;
  children: ComponentChildren;
}

export function Counter({ value, fixed, words, onCount, children }: CounterProps) {
  const count = Number(value);
  return (
    <div class="counter">
      <Button icon="minus" iconOnly disabled={fixed} idle={value !== "" && count <= 0} onPress={() => onCount(String(Math.max(count - 1, 0)))}>{t("counter.less")}</Button>
      {children}
      <Button icon="plus" iconOnly disabled={fixed} idle={count >= MOST} onPress={() => onCount(String(count + 1))}>{t("counter.more")}</Button>
      <p class="only-heard" role="status">{words}</p>
    </div>
  );
}
