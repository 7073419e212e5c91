// Askwell's mark: something asked, and something said in reply. Where the app goes by a plain name, it has a plain sign.
import { isNeutral } from "../../i18n";
import { Icon } from "./Icon";

export function Mark() {
  if (isNeutral.value) return <Icon name="edit" />;
  return (
    <svg class="mark" viewBox="0 0 40 32" aria-hidden="true" focusable="false">
      <path class="mark-asked" d="M3 10a8 8 0 0 1 8-8h9a8 8 0 0 1 8 8v1a8 8 0 0 1-8 8H5a2 2 0 0 1-2-2Z" />
      <path class="mark-said" d="M31 14a7 7 0 0 1 6 7v7a2 2 0 0 1-2 2H22a7 7 0 0 1-6.7-5H20a11 11 0 0 0 11-11Z" />
    </svg>
  );
}
