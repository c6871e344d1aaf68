/**
 * In the place of zod where no schema is to be asked: schemas can be written down, and whoever asks one is told that it is not
 * there, so that the whole program takes over.
 *
 * @type {any}
 */
const any = new Proxy(() => any, {
  get(target, name) {
    if (name === 'parse' || name === 'safeParse') {
      return () => {
        throw new Error('there are no schemas here');
      };
    }
    return name in target && name !== 'name' ? Reflect.get(target, name) : any;
  },
});

export const {
  array,
  boolean,
  int,
  iso,
  literal,
  number,
  registry,
  strictObject,
  string,
  tuple,
  union,
  ZodArray,
  ZodDefault,
  ZodNullable,
  ZodObject,
  ZodOptional,
  ZodTuple,
  ZodUnion,
} = any;
export const { enum: oneOf } = any;
export { oneOf as enum };
