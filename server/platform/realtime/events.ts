import Joi from 'joi';
import { id } from '../http/shapes.ts';

/** Whom a room holds: one person, the officials of an area and of those above it, the people of a company. */
export type RoomKind = 'user' | 'area' | 'company';
export type Room<Kind extends RoomKind = RoomKind> = `${Kind}:${string}`;

interface SocketEvent {
  rooms: readonly RoomKind[];
  /** All it carries, and each of them an id: whoever hears it fetches the rest through his own limits. */
  ids: readonly string[];
  /** Ids that are there now and then. */
  maybe?: readonly string[];
  says: readonly [zh: string, en: string];
}

/** Every word a socket may say. What is not here, or carries more, is refused before it is said to anybody. */
export const SOCKET_EVENTS = {
  alertChanged: {
    rooms: ['area', 'company'],
    ids: ['id', 'projectId'],
    says: ['预警有变化', 'A warning changed'],
  },
  caseChanged: { rooms: ['area'], ids: ['id'], says: ['案件有变化', 'A case changed'] },
  caseFileChanged: {
    rooms: ['user'],
    ids: ['id', 'caseId'],
    says: ['自己归档的案卷有进展', 'The file of a case he archived'],
  },
  complaintChanged: { rooms: ['area'], ids: ['id'], says: ['投诉有变化', 'A complaint changed'] },
  coordinationChanged: {
    rooms: ['area'],
    ids: ['id'],
    says: ['任务、督办、约谈或会议有变化', 'A task, order, talk or meeting changed'],
  },
  documentChanged: {
    rooms: ['area'],
    ids: ['id'],
    maybe: ['caseId'],
    says: ['文书有变化', 'A paper changed'],
  },
  evidencePackChanged: {
    rooms: ['user'],
    ids: ['id', 'caseId'],
    says: ['自己要的证据包有进展', 'An evidence pack he asked for'],
  },
  notification: { rooms: ['user'], ids: ['id'], says: ['自己有新消息', 'A message for him'] },
  outflowRefused: {
    rooms: ['area'],
    ids: ['id', 'projectId'],
    says: ['专户拒付了一笔支出', 'A wage account refused an outflow'],
  },
  payrollChanged: {
    rooms: ['area', 'company'],
    ids: ['id', 'projectId'],
    says: ['工资表有变化', 'A payroll changed'],
  },
  sheetCheckChanged: {
    rooms: ['user'],
    ids: ['id'],
    says: ['自己上传的表格有进展', 'A workbook he sent'],
  },
} as const satisfies Record<string, SocketEvent>;

type Events = typeof SOCKET_EVENTS;
export type SocketEventName = keyof Events;
type Ids<Keys> = Keys extends readonly string[] ? Keys[number] : never;
export type RoomOf<Name extends SocketEventName> = Room<Events[Name]['rooms'][number]>;
/** `type` repeats the name, for whoever keeps the payload alone. */
export type PayloadOf<Name extends SocketEventName> = Record<Ids<Events[Name]['ids']>, string> &
  (Events[Name] extends { maybe: infer Maybe } ? Partial<Record<Ids<Maybe>, string>> : unknown) & {
    type?: Name;
  };

const ROOM: Readonly<Record<RoomKind, RegExp>> = {
  user: /^user:[0-9a-f]{24}$/,
  area: /^area:\d{2,12}$/,
  company: /^company:[0-9a-f]{24}$/,
};

const SHAPES = new Map(
  Object.entries<SocketEvent>(SOCKET_EVENTS).map(([name, event]) => [name, shapeOf(name, event)]),
);

function shapeOf(name: string, { ids, maybe = [] }: SocketEvent): Joi.ObjectSchema {
  return Joi.object({
    type: Joi.valid(name),
    ...Object.fromEntries(ids.map((key) => [key, id().required()])),
    ...Object.fromEntries(maybe.map((key) => [key, id()])),
  });
}

/** Throws on a word that is not registered, a room it is not for, and anything in it but its ids; repeats no value. */
export function checkEvent(room: string, name: string, payload: object): void {
  const event: SocketEvent | undefined = Object.hasOwn(SOCKET_EVENTS, name)
    ? SOCKET_EVENTS[name as SocketEventName] // it is one of its keys
    : undefined;
  const shape = SHAPES.get(name);
  if (event === undefined || shape === undefined) throw new TypeError(`no such socket event: ${name}`);
  if (!event.rooms.some((kind) => ROOM[kind].test(room)))
    throw new TypeError(`${name} is for rooms of ${event.rooms.join(' or ')}`);
  const { error } = shape.validate(payload, { convert: false });
  if (error === undefined) return;
  const [wrong] = error.details;
  throw new TypeError(`${name} may not carry this: ${wrong?.type ?? ''} at ${String(wrong?.path.join('.'))}`);
}
