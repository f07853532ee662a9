// docs/openapi.yaml as these scripts read it: operations by the names that dredd gives them.
const fs = require('fs');
const yaml = require('js-yaml');

const METHODS = ['get', 'put', 'post', 'delete', 'head', 'patch'];

// dates stay the text that they are
const description = yaml.safeLoad(fs.readFileSync(`${__dirname}/openapi.yaml`, 'utf8'), { schema: yaml.JSON_SCHEMA });

/** What a $ref names, or the thing itself. */
function resolved(thing) {
  if (!thing || !thing.$ref) {
    return thing;
  }
  return resolved(thing.$ref.slice(2).split('/').reduce((at, name) => at[name], description));
}

const operations = Object.entries(description.paths).flatMap(([path, item]) => METHODS
  .filter((method) => item[method])
  .map((method) => ({
    path,
    method,
    parameters: [...(item.parameters || []), ...(item[method].parameters || [])].map(resolved),
    bodies: Object.entries((resolved(item[method].requestBody) || {}).content || {}),
    answers: Object.fromEntries(Object.entries(item[method].responses).map(([status, answer]) => [status, resolved(answer)])),
  })));

/** The operation of a method and a path as it is described, with its parameters in braces. */
function operation(method, path) {
  return operations.find((each) => each.path === path && each.method === method.toLowerCase());
}

module.exports = { description, operations, operation, resolved };
