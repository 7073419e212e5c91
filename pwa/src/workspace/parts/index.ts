// The pieces that the desk's screens share.
export { Bars, type Bar } from "./Bars";
export { CopyField } from "./CopyField";
export { DeskIcon, type DeskIconName } from "./DeskIcon";
export { Empty } from "./Empty";
export { Facts } from "./Facts";
export { Failure, sentenceOf } from "./Failure";
export { FileDrop } from "./FileDrop";
export { inMyLanguage, languageName, listed } from "./formatting";
export { Loaded } from "./Loaded";
export { Menu } from "./Menu";
export { NamedConfirm } from "./NamedConfirm";
export { fileName, saveFile } from "./saving";
export { Tabs } from "./Tabs";
