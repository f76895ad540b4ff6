/** Files on their way to the server: their bytes as they are, or in base 64 where they go with other facts. */
import { answered, reach } from "./client";

/** Sends a file's bytes with its name and what else is asked in the address. */
export async function sendFile<T>(path: string, file: File, query: Record<string, string>): Promise<T> {
  const address = `${path}?${new URLSearchParams({ file: file.name, ...query }).toString()}`;
  const response = await reach(
    new Request(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/octet-stream", "idempotency-key": crypto.randomUUID() },
      body: await file.arrayBuffer(),
    }),
  );
  const given: unknown = await response.json().catch(() => null);
  return answered(Promise.resolve(response.ok ? { data: given as T, response } : { error: given, response }));
}

/** A file's bytes in base 64. */
export async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}
