// An author's text on the screen: bold, italic, line breaks, and nothing else that markup could smuggle in.
import { readMarkup, type Span } from "../wording/markup";

export function Words({ text }: { text: string }) {
  return <>{readMarkup(text).map((span, index) => <Run key={index} span={span} />)}</>;
}

function Run({ span }: { span: Span }) {
  if (span === "break") return <br />;
  if (span.strong && span.soft) return <strong><em>{span.text}</em></strong>;
  if (span.strong) return <strong>{span.text}</strong>;
  return span.soft ? <em>{span.text}</em> : <>{span.text}</>;
}
