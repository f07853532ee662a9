// Sends what dredd calls with a member's token, to records that are there and to such that are not, and gives dredd what to expect.
// Run by dredd.
const { randomUUID } = require('crypto');
const hooks = require('hooks');
const { operation } = require('./description');
const { expected } = require('./expected');
const real = require('./real');
const { body } = require('./samples');

const INSIDE = /Exception|org\.aletheia|io\.quarkus|io\.vertx|jakarta\.|java\.(lang|util|io)|org\.(hibernate|postgresql|jboss)|com\.fasterxml|\bat [a-z]+\.[a-zA-Z.]+\(/;

// what is there is read before it is changed, and before a mark closes it to everybody
const ORDER = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];
const last = ({ origin }) => origin.resourceName.endsWith('/abuse-mark');

const server = process.env.ALETHEIA_SERVER;
const authorization = `Bearer ${process.env.ALETHEIA_TOKEN}`;
const answered = {};
const unsent = {};

const operationOf = ({ request, origin }) => operation(request.method, origin.resourceName);

const count = (counts, of) => {
  counts[of] = (counts[of] || 0) + 1;
};

async function get(path) {
  const answer = await fetch(server + path, { headers: { authorization }, signal: AbortSignal.timeout(30_000) });
  return answer.ok && /^application.json/.test(answer.headers.get('content-type')) ? answer.json() : undefined;
}

/** Fills the request; why it cannot be sent, or nothing. */
async function fill(transaction) {
  const { request, origin } = transaction;
  const { bodies, parameters } = operationOf(transaction);
  const takes = (header) => parameters.some(({ name }) => name === header);
  if (request.method === 'HEAD') {
    return 'dredd gives HEAD an empty body, and its client refuses that';
  }
  if (origin.resourceName === '/api/v1/bootstrap') {
    return 'attempts are counted, of everybody together';
  }
  Object.assign(request.headers, {
    Authorization: authorization,
    ...(takes('Idempotency-Key') && { 'Idempotency-Key': randomUUID() }),
    ...(takes('If-Match') && { 'If-Match': '"r1"' }),
  });
  if (bodies.length) {
    request.body = body(...bodies[0]).text;
  }
  // as lower.js has it, what expects 404 asks for nothing that is there
  if (origin.resourceName.includes('{') && transaction.expected.statusCode !== '404') {
    const path = await real.path(origin.resourceName, get);
    if (!path) {
      return 'the caller sees nothing of the kind';
    }
    request.uri = path + (transaction.fullPath.match(/\?.*/) || [''])[0];
    transaction.fullPath = request.uri;
  }
  return undefined;
}

hooks.beforeAll((transactions) => {
  transactions.sort((one, other) => last(one) - last(other) || ORDER.indexOf(one.request.method) - ORDER.indexOf(other.request.method));
});

hooks.beforeEach(async (transaction, done) => {
  const why = await fill(transaction);
  if (why) {
    count(unsent, why);
    transaction.skip = true;
  }
  done();
});

hooks.beforeEachValidation((transaction) => {
  count(answered, transaction.real.statusCode);
  transaction.expected = expected(operationOf(transaction), transaction.real);
});

hooks.afterEach((transaction) => {
  const answer = transaction.real;
  if (answer && answer.statusCode >= 400 && INSIDE.test(answer.body)) {
    transaction.fail = 'it tells how the server is built';
  }
});

hooks.afterAll((transactions) => {
  console.log(`${transactions.length} transactions; answers by status: ${JSON.stringify(answered)}; not sent: ${JSON.stringify(unsent)}`);
});
