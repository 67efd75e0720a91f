import { Agent, request } from 'node:http';

/** Asks a server over connections that stay open, with as little of its own as may be. */
export class HttpClient {
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(address) {
    this.address = address;
  }

  close() {
    this.#agent.destroy();
  }

  get(path, token) {
    return this.#json('GET', path, token);
  }

  post(path, body, token) {
    return this.#json('POST', path, token, { 'content-type': 'application/json' }, JSON.stringify(body));
  }

  /** Sends a file as a browser's form does. @param {Buffer} content */
  upload(path, name, content, token) {
    const boundary = '----roomers-bench';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.#json('POST', path, token, { 'content-type': `multipart/form-data; boundary=${boundary}` }, body);
  }

  /** The bytes of an answer. @throws Error when it is no 2xx */
  bytes(path, token) {
    return this.#send('GET', path, token);
  }

  async #json(...question) {
    return JSON.parse((await this.#send(...question)).toString());
  }

  #send(method, path, token, headers = {}, body = undefined) {
    const own = {
      ...headers,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    };
    return new Promise((done, fail) => {
      const asked = request(this.address + path, { method, headers: own, agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part)).once('error', fail);
        answer.once('end', () => {
          const whole = Buffer.concat(parts);
          if (answer.statusCode < 300) done(whole);
          else fail(new Error(`${method} ${path} answered ${answer.statusCode}: ${whole}`));
        });
      });
      asked.once('error', fail);
      asked.end(body);
    });
  }
}
