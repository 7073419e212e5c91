// An order of choices: tap them in turn, then move them up and down, or drag them. Every step works by keyboard and is spoken.
import { useLayoutEffect, useState } from "preact/hooks";
import { t } from "../../i18n/further";
import { Seen } from "../media/Media";
import { plainWords } from "../wording/markup";
import { namesIn, type QuestionProps } from "./props";
import { Ranked, Unranked } from "./RankLists";

export function Rank({ on, path, id, labelledBy, describedBy }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const [told, setTold] = useState("");
  const [next, setNext] = useState("");
  useLayoutEffect(() => document.getElementById(next)?.focus(), [next, value]);
  const order = namesIn(value);
  const choices = on.answers.choices(path).map(({ name, label, media }) => {
    const words = plainWords(label) || name;
    return { name, words, picture: media && <Seen on={on} media={media} words={words} otherwise={null} /> };
  });
  const known = (name: string) => choices.find((choice) => choice.name === name) ?? { name, words: name };
  const wordsOf = (name: string) => known(name).words;
  const others = choices.filter(({ name }) => !order.includes(name));

  const tellPlace = (names: readonly string[], name: string) => setTold(t("rank.at", { choice: wordsOf(name), place: names.indexOf(name) + 1, count: names.length }));
  /** Keep the new order, say where the choice is now, and put the focus where the next step begins, if anywhere. */
  const give = (names: readonly string[], moved: string, focus?: string) => {
    on.choose(path, names.join(" "));
    if (names.includes(moved)) tellPlace(names, moved);
    else setTold(t("rank.outNow", { choice: wordsOf(moved) }));
    setNext(focus === undefined ? "" : `${id}-${focus}`);
  };
  const add = (name: string) => {
    const following = others.find((other) => other.name !== name);
    give([...order, name], name, following ? `${following.name}-add` : `${name}-up`);
  };
  const put = (name: string, place: number, focus?: string) => {
    const names = order.filter((other) => other !== name);
    names.splice(Math.max(place, 0), 0, name);
    give(names, name, focus);
  };
  const move = (name: string, by: number) => put(name, order.indexOf(name) + by, by < 0 ? `${name}-up` : `${name}-down`);
  const remove = (name: string) => give(order.filter((other) => other !== name), name, `${name}-add`);
  const ranked = order.map(known);
  return (
    <div class="rank stack" role="group" aria-labelledby={labelledBy} aria-describedby={[`${id}-how`, describedBy].filter(Boolean).join(" ")} lang={on.language.value}>
      <p class="small soft" id={`${id}-how`}>{t("rank.how")}</p>
      {ranked.length > 1 && !readonly && <p class="small soft">{t("rank.drag")}</p>}
      {ranked.length > 0 && <Ranked id={id} choices={ranked} fixed={readonly} onMove={move} onPut={put} onKept={(name) => tellPlace(order, name)} onRemove={remove} />}
      {others.length > 0 && <Unranked id={id} choices={others} fixed={readonly} place={order.length + 1} onAdd={add} />}
      <p class="only-heard" role="status">{told}</p>
    </div>
  );
}
