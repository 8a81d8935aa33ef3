import * as z from "zod";

/** A field that a mapping may have, and the names it goes by elsewhere. */
export interface KnownField {
  readonly name: string;
  readonly alsoCalled: readonly string[];
}

/** The fields that `schema` allows at `path` (list positions are numbers), in its order; empty where no mapping may stand there. */
export function knownFields(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly KnownField[] {
  return mappingsAt(schema, path).flatMap((mapping) =>
    Object.entries(mapping.shape).map(([name, field]) => ({ name, alsoCalled: alsoCalled(field) })),
  );
}

function mappingsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly z.ZodObject[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return mappingsAt(schema.def.innerType, path);
  if (schema instanceof z.ZodPipe) return mappingsAt(schema.def.in, path);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => mappingsAt(option, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray) return typeof step === "number" ? mappingsAt(schema.def.element, rest) : [];
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return [schema];
  const inside = Object.entries(schema.shape).find(([name]) => name === step)?.[1];
  return inside === undefined ? [] : mappingsAt(inside, rest);
}

function alsoCalled(field: z.core.$ZodType): readonly string[] {
  const { alsoCalled: names } = z.globalRegistry.get(field) ?? {};
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}
