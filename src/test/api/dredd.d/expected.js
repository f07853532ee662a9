// What dredd shall expect of an answer: what the description says of its status.
const { description } = require('./description');

// the rest are of OpenAPI, and unknown to the JSON Schema of dredd's validator
const FORMATS = ['date', 'date-time', 'uuid'];
// nothing is seen then of what was asked
const NO_ANSWER = ['429', '500', '502', '503', '504'];

/** JSON Schema, draft 7, of a schema of the description: a field that is not described is a fault. */
function strict(schema) {
  if (!(schema instanceof Object)) {
    return schema;
  }
  if (Array.isArray(schema)) {
    return schema.map(strict);
  }
  const entries = Object.entries(schema)
    .filter(([key, value]) => key !== 'format' || typeof value !== 'string' || FORMATS.includes(value))
    .map(([key, value]) => (key === '$ref' ? [key, value.replace('#/components/schemas/', '#/definitions/')] : [key, strict(value)]));
  const closed = [schema.type].flat().includes('object') && schema.properties;
  return { ...(closed && { additionalProperties: false }), ...Object.fromEntries(entries) };
}

const definitions = strict(description.components.schemas);

/** A status that is described, its type as described, and of JSON each field and its type. */
function expected({ answers }, actual) {
  const status = String(actual.statusCode);
  const named = Object.keys(answers).filter((each) => !NO_ANSWER.includes(each));
  if (!named.includes(status)) {
    return { statusCode: named.join(' or ') };
  }
  const types = Object.entries(answers[status].content || {});
  if (!types.length) {
    return { statusCode: status };
  }
  const stated = actual.headers['content-type'] || '';
  const [type, { schema } = {}] = types.find(([each]) => each === '*/*' || each === stated.replace(/;.*/, '').trim()) || [];
  return {
    statusCode: status,
    headers: { 'Content-Type': type ? stated : types.map(([each]) => each).join(' or ') },
    ...(/json$/.test(type) && { bodySchema: { ...strict(schema), $schema: 'http://json-schema.org/draft-07/schema#', definitions } }),
  };
}

module.exports = { expected };
