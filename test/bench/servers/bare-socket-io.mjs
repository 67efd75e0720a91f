// What Socket.IO can do on this machine when it does nothing else: no accounts, no order, nothing stored.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  maxHttpBufferSize: 2 * 1024 * 1024,
});

io.on('connection', (socket) => {
  for (const room of socket.handshake.auth.rooms ?? []) void socket.join(room);
  socket.on('post:open', ({ postId }, answer) => {
    void socket.join(postId);
    answer({ ok: true });
  });
  socket.on('message:send', (message, answer) => {
    io.to(message.postId).emit('messages', message);
    answer({ ok: true });
  });
});

http.listen(0, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${http.address().port}`));
