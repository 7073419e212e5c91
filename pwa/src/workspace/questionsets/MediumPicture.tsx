// A small picture of a file that is kept with a question set.
import { useEffect, useState } from "preact/hooks";
import { questionSets } from "../../client/desk";

export function MediumPicture({ org, set, sha256 }: { org: string; set: string; sha256: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isWanted = true;
    questionSets.mediumContent(org, set, sha256).then((content) => {
      if (isWanted) setAddress(made = URL.createObjectURL(content));
    }, () => undefined);
    return () => {
      isWanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [org, set, sha256]);
  return address ? <img src={address} alt="" /> : null;
}
