#!/usr/bin/env bash
# A proof that says that it has expired is verified all the same.
#
# One would guess that a data integrity proof with "expires" in the past is not accepted: Data Integrity 1.0 (2.1) has it as the
# time at which the proof expires.
# What happens: @digitalbazaar/vc looks at the days of the credential (validUntil) and passes over those of its proof. The
# algorithm of the specification that verifies a proof does not name "expires" either.
# Since: @digitalbazaar/vc 7.3.0 with @digitalbazaar/data-integrity 2.5.0 (as tried).
# Why we meet it: a badge whose proof is over does not hold for ours; a table beside other verifiers says where they differ.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund @digitalbazaar/vc@7.3.0 @digitalbazaar/data-integrity@2.5.0 \
  @digitalbazaar/eddsa-rdfc-2022-cryptosuite@1.3.0 @digitalbazaar/ed25519-multikey@1.3.1 @digitalbazaar/credentials-context@3.2.0 >/dev/null

cat >example.mjs <<'JS'
import {contexts} from '@digitalbazaar/credentials-context';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const pair = await Ed25519Multikey.generate();
const did = `did:key:${pair.publicKeyMultibase}`;
pair.id = `${did}#${pair.publicKeyMultibase}`;
pair.controller = did;
const method = {
  '@context': 'https://w3id.org/security/multikey/v1', id: pair.id, type: 'Multikey', controller: did,
  publicKeyMultibase: pair.publicKeyMultibase
};
const documentLoader = async url => {
  const controller = {'@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [method]};
  const document = {[V2]: contexts.get(V2), [did]: controller, [pair.id]: method}[url];
  if(!document) throw new Error(url);
  return {document, documentUrl: url, contextUrl: null};
};
const until = async (credential, expires) => {
  const suite = new DataIntegrityProof({signer: pair.signer(), cryptosuite, date: '2026-01-01T00:00:00Z'});
  suite.proof = expires ? {expires} : {};
  const signed = await vc.issue({
    credential: {'@context': [V2], type: ['VerifiableCredential'], issuer: did, validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {id: 'urn:example:emma'}, ...credential},
    suite, documentLoader, now: new Date('2026-01-01T12:00:00Z')
  });
  const result = await vc.verifyCredential({
    credential: signed, suite: new DataIntegrityProof({cryptosuite}), documentLoader, now: new Date('2026-06-01T00:00:00Z')
  });
  return result.verified;
};
console.log(`neither is over: ${await until({})}`);
console.log(`the credential was over on 2 January: ${await until({validUntil: '2026-01-02T00:00:00Z'})}`);
console.log(`the proof was over on 2 January: ${await until({}, '2026-01-02T00:00:00Z')}`);
JS
node example.mjs >seen
echo "@digitalbazaar/vc 7.3.0"
cat seen
diff seen - <<'EXPECTED'
neither is over: true
the credential was over on 2 January: false
the proof was over on 2 January: true
EXPECTED
