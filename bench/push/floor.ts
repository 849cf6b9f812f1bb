import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';

// Socket.IO and Express alone, in a process of their own: what no product on them could beat. Says its port.
const app = express();
const http = createServer(app);
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => void socket.join(socket.handshake.auth['room'] === 'in' ? 'in' : 'out'));
app.use(express.json());
let last = 0;
app.post('/submit', (_req, res) => {
  const id = String(++last);
  io.to('in').emit('complaintChanged', { type: 'complaintChanged', id });
  res.status(201).json({ receiptNumber: id });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
});
process.once('disconnect', () => process.exit());
