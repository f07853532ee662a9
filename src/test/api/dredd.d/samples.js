// Values that the description allows, the same in each run.
const { resolved } = require('./description');

/** An id of nothing. */
const NOTHING = '01930000-0000-7000-8000-000000000000';
const DEEPEST = 6;
/** What a type does not tell, for the fields that most records have. */
const WORDS = {
  born: '2014',
  classification: 'TLP:GREEN',
  compartments: [],
  country: 'UA',
  countries: ['UA'],
  dates: ['2014'],
  identifiers: [],
  language: 'en',
  names: [{ language: 'en', text: 'x' }],
  nationalities: ['UA'],
  on: '2014',
  place: null,
};
const FORMATS = { uuid: NOTHING, date: '2022-03-10', 'date-time': '2022-03-10T16:15:50Z' };

/** The word of a field, where it is of the field's type; else any value. */
function field(name, property, depth) {
  const [type] = [(resolved(property) || {}).type].flat();
  const fits = name in WORDS && (WORDS[name] === null || Array.isArray(WORDS[name]) === (type === 'array'));
  return fits ? WORDS[name] : sample(property, depth);
}

/** A value of a schema with everything that it names in it. */
function sample(schema, depth = 0) {
  const { type: types, anyOf, enum: values, examples, format, properties, items, minimum } = resolved(schema) || {};
  // null comes last
  const [type] = [types].flat();
  if (anyOf) {
    return sample(anyOf[0], depth);
  }
  if (examples || values) {
    return (examples || values)[0];
  }
  switch (type) {
    case 'object':
      return depth > DEEPEST ? {} : Object.fromEntries(Object.entries(properties || {})
        .map(([name, property]) => [name, field(name, property, depth + 1)]));
    case 'array':
      return depth > DEEPEST ? [] : [sample(items, depth + 1)];
    case 'integer':
    case 'number':
      return Math.max(minimum || 0, 1);
    case 'boolean':
      return false;
    default:
      return FORMATS[format] || 'x';
  }
}

/** A parameter's value: where it names something, nothing has that name. */
function parameter({ in: place, schema }) {
  const { type } = resolved(schema);
  return place === 'path' && type === 'string' ? NOTHING : sample(schema);
}

const part = (name, rest, body) => `--b\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n${body}\r\n`;

/** A body of a media type, and the type that it is sent as. */
function body(type, { schema }) {
  switch (type) {
    case 'application/json':
      return { type, text: JSON.stringify(sample(schema)) };
    case 'application/x-www-form-urlencoded':
      return { type, text: new URLSearchParams(sample(schema)).toString() };
    case 'multipart/form-data':
      return {
        type: `${type}; boundary=b`,
        text: `${part('metadata', '\r\nContent-Type: application/json', '{}')}${part('file', '; filename="x.txt"', 'x')}--b--\r\n`,
      };
    case 'application/x-ndjson':
      return { type, text: '{"kind":"incident","externalId":"x","record":{}}\n' };
    case 'text/csv':
      return { type, text: 'code,label\nx,x\n' };
    default:
      return { type: 'application/octet-stream', text: 'x' };
  }
}

module.exports = { body, parameter };
