// Prints what dredd's reader needs of docs/openapi.yaml as OpenAPI 3.0, the newest that it knows: each operation with what must
// be sent. What may be answered is not in it, since dredd would expect one answer: expected.js knows all of them.
const { description, operations } = require('./description');
const { body, parameter } = require('./samples');

const known = (type) => (type === '*/*' ? 'application/octet-stream' : type);

function answers(operation) {
  const status = Object.keys(operation.answers).find((each) => each < '300');
  const [type] = Object.keys(operation.answers[status].content || {});
  // what is asked for as Accept is the same, whether or not it is there
  const answer = { description: '', ...(type && { content: { [known(type)]: {} } }) };
  const named = operation.parameters.some((each) => each.in === 'path');
  return { [status]: answer, ...(named && { 404: answer }) };
}

function lowered(operation) {
  const [first] = operation.bodies;
  return {
    parameters: operation.parameters
      .filter((each) => each.required)
      .map((each) => ({
        in: each.in, name: each.name, required: true, schema: { type: 'string' }, example: String(parameter(each)),
      })),
    ...(first && { requestBody: { content: { [body(...first).type]: {} } } }),
    responses: answers(operation),
  };
}

const paths = {};
operations.forEach((operation) => {
  paths[operation.path] = { ...paths[operation.path], [operation.method]: lowered(operation) };
});
console.log(JSON.stringify({ openapi: '3.0.3', info: description.info, paths }, null, 1));
