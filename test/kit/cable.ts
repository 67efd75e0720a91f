import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A cable between a client and a server that can be pulled out and put back. */
export class Cable {
  private readonly ends = new Set<Socket>();
  private isPulled = false;

  private constructor(
    private readonly server: Server,
    private readonly target: number | string,
  ) {
    server.on('connection', (near) => {
      this.join(near);
    });
  }

  /** @param target port of the server on this computer, or the path of its socket */
  static async to(target: number | string): Promise<Cable> {
    const server = createServer();
    const cable = new Cable(server, target);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return cable;
  }

  /** Where the client connects to. */
  get address(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Breaks every connection, and refuses new ones until `plug`. */
  pull(): void {
    this.isPulled = true;
    for (const end of this.ends) end.destroy();
  }

  /** From now on nothing comes out of what is connected, and neither end hears of it; new connections are as good as ever. */
  stall(): void {
    for (const end of this.ends) end.unpipe().pause();
  }

  plug(): void {
    this.isPulled = false;
  }

  async remove(): Promise<void> {
    this.pull();
    await new Promise((done) => this.server.close(done));
  }

  private join(near: Socket): void {
    if (this.isPulled) {
      near.destroy();
      return;
    }
    const far = typeof this.target === 'string' ? connect(this.target) : connect(this.target, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  }
}
