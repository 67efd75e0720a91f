import type { PostgresServer } from './postgres-server.js';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** Keeps a server running: one that dies while nobody asked it to is started again, at growing intervals. */
export class PostgresSupervisor {
  private isStopping = false;
  private isRestarting: Promise<void> | undefined;

  constructor(
    private server: PostgresServer,
    private readonly start: () => Promise<PostgresServer>,
    private readonly onTrouble: (message: string) => void,
  ) {
    this.watch();
  }

  get pid(): number | undefined {
    return this.server.pid;
  }

  /** Stops the server for good. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.isRestarting;
    await this.server.stop();
  }

  private watch(): void {
    void this.server.exited.then(() => {
      if (!this.isStopping) this.isRestarting = this.restart();
    });
  }

  private async restart(): Promise<void> {
    this.onTrouble('The database has stopped; starting it again');
    for (let pause = FIRST_PAUSE_MS; !this.isStopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        this.server = await this.start();
        this.onTrouble('The database is back');
        this.watch();
        return;
      } catch (error) {
        this.onTrouble(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
