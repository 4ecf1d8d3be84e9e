// The page's side of a sidebar frame: its document, and the messages between it and the host.
import { clientScript, type FrameMessage, type Reply } from "./client";

/** The sidebar's page with google.script.run in it, for the srcdoc of a sandboxed frame. */
export function withClient(html: string): string {
  const script = `<script>${clientScript()}</script>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + script) : script + html;
}

/** Lets a frame's sidebar reach the host; answers how to end that. */
export function serveFrame(
  frame: HTMLIFrameElement,
  answer: (message: FrameMessage) => Promise<Reply | undefined>,
): () => void {
  const listener = async (event: MessageEvent) => {
    const message = event.data as FrameMessage | undefined;
    if (event.source !== frame.contentWindow || (message?.ucj !== "run" && message?.ucj !== "close")) return;
    const reply = await answer(message);
    if (reply) frame.contentWindow?.postMessage(reply, "*");
  };
  window.addEventListener("message", listener);
  return () => window.removeEventListener("message", listener);
}
