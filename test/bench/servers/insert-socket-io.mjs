// Socket.IO that stores each message before it tells it: no accounts, no order, no numbers. Argument: folder of the socket of a PostgreSQL.
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { Server } from 'socket.io';

const pool = new Pool({ host: process.argv[2], user: 'roomers', database: 'roomers', max: 10 });
await pool.query('create table stored (id uuid primary key, post_id text, text text, at timestamptz default now())');
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  maxHttpBufferSize: 2 * 1024 * 1024,
});
const INSERT = { name: 'insert', text: 'insert into stored (id, post_id, text) values ($1, $2, $3)' };

io.on('connection', (socket) => {
  socket.on('post:open', ({ postId }, answer) => {
    void socket.join(postId);
    answer({ ok: true });
  });
  socket.on('message:send', async (message, answer) => {
    await pool.query({ ...INSERT, values: [message.clientId, message.postId, message.text] });
    io.to(message.postId).emit('messages', message);
    answer({ ok: true });
  });
});

http.listen(0, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${http.address().port}`));
