import express from 'express';

// A bare Express server in a process of its own: what no product on it could beat. Prints its port.
const PAGE = {
  items: Array.from({ length: 20 }, (_, at) => ({ id: at, name: '张三', story: '工资'.repeat(60) })),
};
const app = express();
app.use(express.json());
app.post('/submit', (_req, res) => void res.status(201).json({ receiptNumber: '1' }));
app.get('/list', (_req, res) => void res.json(PAGE));
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
});
process.once('disconnect', () => process.exit());
