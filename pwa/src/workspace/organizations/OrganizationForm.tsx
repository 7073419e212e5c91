// The facts about an organization. Age is told as a band, worked out from the founding year.
import { useState } from "preact/hooks";
import type { Organization, OrganizationFacts, SizeBand } from "../../client/desk";
import { languages } from "../../i18n";
import { t } from "../../i18n/desk";
import { Button, ChoiceCard, TextField } from "../../ui";
import { Card, SelectField } from "../../ui/more";
import type { Act } from "../loading";
import { Failure, languageName } from "../parts";
import { sizeBands, sizeWords } from "./bands";

interface OrganizationFormProps {
  known?: Organization;
  deed: string;
  act: Act<[OrganizationFacts]>;
  /** Offer to mark the organization as made up. */
  mayInvent?: boolean;
}

const blank: OrganizationFacts = { name: "", founded_year: null, size_band: null, sector: null, languages: ["en"], invented: false };

export function OrganizationForm({ known, deed, act, mayInvent = false }: OrganizationFormProps) {
  const [facts, setFacts] = useState(known ? factsOf(known) : blank);
  const change = (part: Partial<OrganizationFacts>) => setFacts({ ...facts, ...part });
  const isWhole = facts.name.trim() !== "" && facts.languages.length > 0;
  return (
    <Card>
      <form class="stack form" onSubmit={(event) => { event.preventDefault(); act.run(facts); }}>
        <TextField id="name" label={t("organization.name")} value={facts.name} onInput={(name) => change({ name })} required />
        <TextField id="sector" label={t("organization.sector")} note={t("optional")} value={facts.sector ?? ""} onInput={(sector) => change({ sector: sector.trim() ? sector : null })} />
        <AgeAndSize facts={facts} onChange={change} />
        <Languages spoken={facts.languages} offered={known?.languages ?? []} onChange={(spoken) => change({ languages: spoken })} />
        {mayInvent && <ChoiceCard many name="invented" value="yes" chosen={facts.invented} onChoose={(invented) => change({ invented })}>{t("organization.inventedChoice")}</ChoiceCard>}
        <Failure failure={act.failure} />
        <div><Button kind="primary" type="submit" disabled={act.isBusy || !isWhole}>{deed}</Button></div>
      </form>
    </Card>
  );
}

function AgeAndSize({ facts, onChange }: { facts: OrganizationFacts; onChange: (part: Partial<OrganizationFacts>) => void }) {
  const year = (typed: string) => onChange({ founded_year: /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null });
  return (
    <div class="form-pair">
      <TextField id="founded" label={t("organization.founded")} note={t("organization.foundedNote")} inputMode="numeric" value={facts.founded_year?.toString() ?? ""} onInput={year} />
      <SelectField
        id="size" label={t("organization.size")} note={t("organization.sizeNote")} value={facts.size_band ?? ""} empty={t("organization.unknown")}
        choices={sizeBands.map((size) => ({ value: size, label: sizeWords(size) }))} onChoose={(size) => onChange({ size_band: (size || null) as SizeBand | null })}
      />
    </div>
  );
}

function Languages({ spoken, offered, onChange }: { spoken: string[]; offered: string[]; onChange: (spoken: string[]) => void }) {
  const codes = [...new Set([...languages.map(({ code }) => code), ...offered])];
  return (
    <fieldset class="stack stack-tight">
      <legend class="field-label">{t("organization.languages")}</legend>
      <div class="choices-row">
        {codes.map((code) => (
          <ChoiceCard
            key={code} many name="languages" value={code} chosen={spoken.includes(code)}
            onChoose={(chosen) => onChange(chosen ? [...spoken, code] : spoken.filter((other) => other !== code))}
          >
            {languageName(code)}
          </ChoiceCard>
        ))}
      </div>
    </fieldset>
  );
}

function factsOf({ name, founded_year, size_band, sector, languages: spoken, invented }: Organization): OrganizationFacts {
  return { name, founded_year, size_band, sector, languages: spoken, invented };
}
