// A QR code from the server, black on white whatever the colours of the desk.
import { useEffect, useState } from "preact/hooks";

export function QrPicture({ svg, label }: { svg: Blob; label: string }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(svg);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address ? <img class="qr-image" src={address} alt={label} width={200} height={200} /> : null;
}
