export type StreamState = 'online' | 'connecting' | 'offline';

type Handlers = {
  onstate: (state: StreamState) => void;
  /** The server's clock, ms since epoch, every two seconds. */
  onbeat: (at: number) => void;
  ontopics: (topics: string[]) => void;
  /** The stream has begun, or is back after a silence. */
  onreturn: () => void;
};

// The server beats every 2 s; a line that stays silent longer is cut, even when the socket has not noticed.
const silence = 3_000;
const slowest = 10_000;

/** Listens to one event stream, says within three seconds when it is lost, and comes back by itself. Returns its end. */
export function openStream(path: string, { onstate, onbeat, ontopics, onreturn }: Handlers): () => void {
  let source: EventSource | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let version = '';
  let wait = 500;
  let lost = false;
  let known = false;

  function heard() {
    clearTimeout(watchdog);
    watchdog = setTimeout(lose, silence);
    wait = 500;
    known = true;
    onstate('online');
    if (lost) onreturn();
    lost = false;
  }

  function lose() {
    clearTimeout(watchdog);
    clearTimeout(again);
    // Closed by the browser itself = the server did answer, with a refusal: that is no lost connection.
    const refused = !known && source?.readyState === EventSource.CLOSED;
    source?.close();
    lost = true;
    onstate(refused ? 'connecting' : 'offline');
    if (refused) wait = slowest;
    again = setTimeout(connect, wait);
    wait = Math.min(slowest, wait * 2);
  }

  function connect() {
    // A new EventSource cannot send Last-Event-ID, so the version travels in the address.
    source = new EventSource(
      version ? `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(version)}` : path,
    );
    clearTimeout(watchdog);
    watchdog = setTimeout(lose, silence);
    source.onopen = heard;
    source.onerror = lose;
    source.addEventListener('hello', (event: MessageEvent<string>) => {
      heard();
      // The page was drawn before it began to listen: what happened in between is not told again.
      if (!version) onreturn();
      if (event.lastEventId) version = event.lastEventId;
    });
    source.addEventListener('change', (event: MessageEvent<string>) => {
      heard();
      if (event.lastEventId) version = event.lastEventId;
      ontopics((JSON.parse(event.data) as { topics: string[] }).topics);
    });
    source.addEventListener('beat', (event: MessageEvent<string>) => {
      heard();
      onbeat((JSON.parse(event.data) as { at: number }).at);
    });
  }

  onstate('connecting');
  connect();
  return () => {
    clearTimeout(watchdog);
    clearTimeout(again);
    source?.close();
  };
}
