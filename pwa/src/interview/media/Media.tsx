// What is shown or played with a question or a choice. Pictures may stand inside a choice that is tapped; what has buttons of its
// own stands beside it.
import type { ComponentChildren } from "preact";
import { Icon } from "../../ui";
import { t } from "../../i18n/further";
import type { Media as Named, MediaKind, Medium } from "../../logic";
import type { Conducting } from "../conduct/conducting";
import { fileOf, useAddress } from "./files";
import { Larger } from "./Larger";
import { Player } from "./Player";
import "../styles/media.css";

export interface MediaProps {
  on: Conducting;
  media: Named;
  /** The words beside it, which say what it is about; `""` where there are none. */
  words: string;
}

const file = ({ on, media }: MediaProps, kind: MediaKind) => fileOf(on.form.version, media, kind, on.language.value);

/** The picture alone, or what stands there until it comes. Beside words it adds nothing that could be read out; without, it is named. */
export function Seen({ otherwise, ...props }: MediaProps & { otherwise: ComponentChildren }) {
  const image = file(props, "image") ?? file(props, "big-image");
  const address = useAddress(props.on, image);
  if (!image) return null;
  if (address === null) return <>{otherwise}</>;
  return <img class="picture" src={address} alt={props.words === "" ? t("media.picture") : ""} />;
}

/** Everything with buttons: the picture's larger version, the film, the sound. */
export function Played(props: MediaProps) {
  const large = file(props, "big-image");
  const video = file(props, "video");
  const audio = file(props, "audio");
  return (
    <>
      {large && <Larger {...props} file={large} />}
      {video && <Film {...props} file={video} />}
      {audio && <Sound {...props} file={audio} />}
    </>
  );
}

export function Media(props: MediaProps) {
  return <div class="media stack stack-tight"><Seen {...props} otherwise={<Missing>{t("media.noPicture")}</Missing>} /><Played {...props} /></div>;
}

function Film({ on, file: film, words }: MediaProps & { file: Medium }) {
  const address = useAddress(on, film);
  if (address === null) return <Missing>{t("media.noFilm")}</Missing>;
  return <video class="film" src={address} controls playsInline preload="metadata" aria-label={t("media.film", { about: words })} />;
}

function Sound({ on, file: sound, words }: MediaProps & { file: Medium }) {
  const address = useAddress(on, sound);
  return address === null ? <Missing>{t("media.noSound")}</Missing> : <Player address={address} words={words} />;
}

function Missing({ children }: { children: string }) {
  return <p class="medium-missing soft small"><Icon name="wait" /> {children}</p>;
}
