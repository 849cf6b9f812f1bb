import { basename } from 'node:path';
import ts from 'typescript';

export type Shape = Record<string, unknown>;

/** Named values of core that JSON carries as text or a number of a certain form. */
const KNOWN: Record<string, Shape> = {
  Date: { type: 'string', format: 'date-time' },
  PlainDate: { type: 'string', format: 'date' },
  PayMonth: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  Fen: { type: 'integer' },
};

/** What JSON leaves out of an object. */
const isLeftOut = (checker: ts.TypeChecker, type: ts.Type): boolean =>
  (type.flags &
    (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never | ts.TypeFlags.ESSymbolLike)) !==
    0 ||
  ((type.flags & ts.TypeFlags.Object) !== 0 &&
    checker.getSignaturesOfType(type, ts.SignatureKind.Call).length > 0);

/**
 * The JSON Schema of what `JSON.stringify` makes of a value of a type. Types with a name become components under that
 * name, so that one that holds itself comes to an end.
 */
export class AnswerShapes {
  readonly components: Record<string, Shape> = {};
  readonly #checker: ts.TypeChecker;
  readonly #names = new Map<ts.Type, string>();
  readonly #open = new Set<ts.Type>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Null when nothing at all is answered. */
  of(type: ts.Type): Shape | null {
    const told = this.#told(type);
    return told.length === 0 ? null : this.#either(told);
  }

  #told(type: ts.Type): ts.Type[] {
    return (type.isUnion() ? type.types : [type]).filter((one) => !isLeftOut(this.#checker, one));
  }

  #either(types: readonly ts.Type[]): Shape {
    const literals: unknown[] = [];
    const others: Shape[] = [];
    for (const one of types) {
      const value = literalOf(one);
      if (value === undefined) others.push(this.#one(one));
      else literals.push(value);
    }
    if (literals.includes(true) && literals.includes(false)) {
      others.unshift({ type: 'boolean' });
      literals.splice(0, literals.length, ...literals.filter((value) => typeof value !== 'boolean'));
    }
    if (literals.length > 0) {
      const onlyNull = literals.length === 1 && literals[0] === null;
      const type = literals.every((value) => typeof value === 'string') ? { type: 'string' } : {};
      others.push(onlyNull ? { type: 'null' } : { ...type, enum: literals.sort(byText) });
    }
    // Each once, and by text: the order of the checker depends on what it met before.
    const each = [...new Map(others.map((shape) => [JSON.stringify(shape), shape])).entries()]
      .sort(([a], [b]) => byText(a, b))
      .map(([, shape]) => shape);
    return each.length === 1 ? (each[0] ?? {}) : { anyOf: each };
  }

  #one(type: ts.Type): Shape {
    const known = KNOWN[type.aliasSymbol?.name ?? type.symbol?.name ?? ''];
    if (known !== undefined) return known;
    const { flags } = type;
    if ((flags & ts.TypeFlags.StringLike) !== 0) return { type: 'string' };
    if ((flags & ts.TypeFlags.NumberLike) !== 0) return { type: 'number' };
    if ((flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0) return {};
    if (type.isUnion()) return this.#either(this.#told(type));
    if (type.isIntersection()) {
      const plain = type.types.find(
        (part) => (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0,
      );
      if (plain !== undefined) return this.#either([plain]); // the rest is a brand
    }
    if ((flags & ts.TypeFlags.Instantiable) !== 0) {
      return this.of(this.#checker.getBaseConstraintOfType(type) ?? this.#checker.getAnyType()) ?? {};
    }
    return this.#named(type);
  }

  #named(type: ts.Type): Shape {
    const given = this.#names.get(type) ?? this.#nameFor(type);
    if (given === undefined) {
      if (this.#open.has(type))
        throw new Error(`${this.#checker.typeToString(type)} holds itself and has no name`);
      this.#open.add(type);
      const shape = this.#object(type);
      this.#open.delete(type);
      return shape;
    }
    if (!this.#names.has(type)) {
      this.#names.set(type, given);
      this.components[given] = {}; // taken, before it is asked for again from inside
      this.components[given] = this.#object(type);
    }
    return { $ref: `#/components/schemas/${given}` };
  }

  /** As the code calls it; a second type of that name with its file's name behind. Library types stay inside. */
  #nameFor(type: ts.Type): string | undefined {
    const symbol = type.aliasSymbol ?? type.symbol;
    const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
    if (symbol === undefined || file.includes('/node_modules/') || symbol.name.startsWith('__'))
      return undefined;
    const args = type.aliasTypeArguments ?? this.#argumentsOf(type);
    const parts = args.map((one) => one.aliasSymbol?.name ?? one.symbol?.name ?? '__');
    if (parts.some((part) => part.startsWith('__'))) return undefined;
    const name = [symbol.name, ...parts].join('Of');
    return name in this.components ? `${name}.${basename(file, '.ts')}` : name;
  }

  #argumentsOf(type: ts.Type): readonly ts.Type[] {
    const isReference = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0; // read as what it may be
    return isReference
      ? this.#checker.getTypeArguments(type as ts.TypeReference).filter((one) => one !== type)
      : [];
  }

  #object(type: ts.Type): Shape {
    const checker = this.#checker;
    if (checker.isTupleType(type))
      return { type: 'array', prefixItems: this.#argumentsOf(type).map((one) => this.of(one) ?? {}) };
    const item = checker.isArrayLikeType(type)
      ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      : undefined;
    if (item !== undefined) return { type: 'array', items: this.of(item) ?? {} };
    const asJson = type.getProperty('toJSON');
    if (asJson !== undefined) {
      const [call] = checker.getSignaturesOfType(checker.getTypeOfSymbol(asJson), ts.SignatureKind.Call);
      return call === undefined ? {} : (this.of(call.getReturnType()) ?? {});
    }
    return this.#fields(type);
  }

  #fields(type: ts.Type): Shape {
    const checker = this.#checker;
    const properties: Record<string, Shape> = {};
    const required: string[] = [];
    const fields = [...checker.getPropertiesOfType(type)].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const field of fields) {
      const held = checker.getTypeOfSymbol(field);
      const shape = field.name.startsWith('__@') ? null : this.of(held); // by symbol: brands and iterators
      if (shape === null) continue;
      properties[field.name] = shape;
      const parts = held.isUnion() ? held.types : [held];
      const mayMiss =
        (field.flags & ts.SymbolFlags.Optional) !== 0 || parts.some((one) => isLeftOut(checker, one));
      if (!mayMiss) required.push(field.name);
    }
    const rest = checker
      .getIndexInfosOfType(type)
      .find((info) => (info.keyType.flags & ts.TypeFlags.StringLike) !== 0);
    return {
      type: 'object',
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required }),
      ...(rest === undefined ? {} : { additionalProperties: this.of(rest.type) ?? {} }),
    };
  }
}

function literalOf(type: ts.Type): string | number | boolean | null | undefined {
  if ((type.flags & ts.TypeFlags.Null) !== 0) return null;
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  // The checker keeps true and false as types of their own whose name is all they have.
  if ((type.flags & ts.TypeFlags.BooleanLiteral) !== 0) {
    return (type as ts.Type & { intrinsicName: string }).intrinsicName === 'true';
  }
  return undefined;
}

/** By text, null last. */
function byText(a: unknown, b: unknown): number {
  const [left, right] = [a === null ? '\uffff' : String(a), b === null ? '\uffff' : String(b)];
  return left < right ? -1 : Number(left > right);
}
