import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { MessagesFrame } from '#contracts/socket-events.js';
import type { OpenedAck } from '#contracts/socket.dto.js';
import type { Stretch } from '../../client/src/app/messages/messages-api';
import type { Moment, Recording, Step } from './recorded-post';

/** Something on its way to the client, which comes, comes twice or is lost. */
interface Parcel {
  deliver: () => void;
  /** Only frames are lost without a word and come twice. */
  isFrame: boolean;
  lose: () => void;
}

/** As the client's own error: it passes by itself. */
const UNREACHABLE = Object.assign(new Error('The server did not answer.'), { code: 'unreachable', isPassing: true });

/** The server of a recording behind a network that loses, repeats, delays and reorders, as it is told to. */
export class PlayedNetwork {
  isConnected = true;
  /** Steps of the recording that have happened. */
  private at = 0;
  private hears = false;
  /** Requests on their way to the server. */
  private asked: { answer: () => void; lose: () => void }[] = [];
  private parcels: Parcel[] = [];
  /** Messages that the server has yet to come to. */
  private sends: { clientId: string; resolve: (message: Message) => void; lose: () => void }[] = [];

  constructor(
    private readonly recording: Recording,
    private readonly client: {
      frame: (frame: MessagesFrame) => void;
      changed: (message: Message) => void;
      write: (sent: NonNullable<Step['sent']>) => void;
    },
  ) {}

  get isOver(): boolean {
    return this.at === this.recording.steps.length;
  }

  get isQuiet(): boolean {
    return this.asked.length === 0 && this.parcels.length === 0;
  }

  get moment(): Moment {
    return this.recording.moments[this.at] as Moment;
  }

  // What the client asks of it.

  open(rev: number | undefined, isTooFar: boolean): Promise<OpenedAck> {
    return this.ask(() => {
      this.hears = true;
      const { fresh, since, tooFar } = this.moment;
      if (rev === undefined) return fresh;
      return isTooFar ? tooFar : (since.get(rev) as OpenedAck);
    });
  }

  /** As the server cuts its history; the spec compares this with the server. */
  page(stretch: Stretch): Promise<MessagePage> {
    return this.ask(() => pageOf(this.moment.history, stretch));
  }

  /** Acknowledged once the recording has come to it; one that is stored already is answered with what is stored. */
  send(clientId: string): Promise<Message> {
    const stored = () => this.moment.history.items.find((message) => message.clientId === clientId);
    if (!this.isConnected) return Promise.reject(UNREACHABLE);
    if (stored() !== undefined) return this.ask(() => stored() as Message);
    return new Promise((resolve, reject) => {
      this.sends.push({ clientId, resolve, lose: () => reject(UNREACHABLE) });
    });
  }

  // What happens to it.

  /** The next step happens, unless the reader has to send something first. */
  advance(): void {
    const step = this.recording.steps[this.at];
    if (step === undefined) return;
    const { sent, frames, acknowledged } = step;
    if (sent !== undefined && !this.sends.some(({ clientId }) => clientId === sent.clientId))
      return this.client.write(sent);
    this.at += 1;
    if (this.isConnected && this.hears) for (const frame of frames) this.carry(() => this.client.frame(frame), true);
    for (const message of acknowledged) this.acknowledge(message);
  }

  serve(which: number): void {
    takeOut(this.asked, which)?.answer();
  }

  deliver(which: number): void {
    takeOut(this.parcels, which)?.deliver();
  }

  /** A frame is gone, or an answer comes too late. */
  lose(which: number): void {
    takeOut(this.parcels, which)?.lose();
  }

  repeat(which: number): void {
    const frames = this.parcels.filter(({ isFrame }) => isFrame);
    const parcel = frames[which % Math.max(1, frames.length)];
    if (parcel !== undefined) this.parcels.push({ ...parcel });
  }

  /** Everything on its way is lost. */
  cut(): void {
    this.isConnected = false;
    this.hears = false;
    for (const { lose } of [...this.asked.splice(0), ...this.parcels.splice(0), ...this.sends.splice(0)]) lose();
  }

  private acknowledge(message: Message): void {
    const isAsked = ({ clientId }: { clientId: string }): boolean => clientId === message.clientId;
    const sends = this.sends.filter(isAsked);
    this.sends = this.sends.filter((send) => !isAsked(send));
    for (const { resolve, lose } of sends) this.parcels.push({ deliver: () => resolve(message), lose, isFrame: false });
    if (sends.length === 0 && this.isConnected) this.carry(() => this.client.changed(message), false);
  }

  private ask<Answer>(answer: () => Answer): Promise<Answer> {
    if (!this.isConnected) return Promise.reject(UNREACHABLE);
    return new Promise((resolve, reject) => {
      const lose = () => reject(UNREACHABLE);
      this.asked.push({
        lose,
        answer: () => {
          const given = answer();
          this.parcels.push({ deliver: () => resolve(given), lose, isFrame: false });
        },
      });
    });
  }

  private carry(deliver: () => void, isFrame: boolean): void {
    this.parcels.push({ deliver, isFrame, lose: () => undefined });
  }
}

/** Which messages the server gives for a stretch, 50 at most. */
export function pageOf({ items, head }: MessagePage, stretch: Stretch): MessagePage {
  if ('before' in stretch) return { head, items: items.filter(({ seq }) => seq < stretch.before).slice(-50) };
  if ('after' in stretch) return { head, items: items.filter(({ seq }) => seq > stretch.after).slice(0, 50) };
  const from = Math.max(stretch.around - 24, head.firstSeq);
  return { head, items: items.filter(({ seq }) => seq >= from && seq < from + 50) };
}

function takeOut<Item>(items: Item[], which: number): Item | undefined {
  return items.splice(which % Math.max(1, items.length), 1)[0];
}
