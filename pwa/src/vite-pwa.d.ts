// Names that the build adds.
declare const __ASKWELL_VERSION__: string;
