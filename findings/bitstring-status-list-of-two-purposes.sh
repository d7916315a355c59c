#!/usr/bin/env bash
# A status list of two purposes cannot be checked.
#
# One would guess that a list of what is revoked may say "revocation" and "suspension" at once: Bitstring Status List 1.0 has one or more
# purposes for a list (2.2).
# What happens: checkStatus of @digitalbazaar/vc-bitstring-status-list compares the two purposes as they are, so that a list of them
# equals none, and the check of a good credential fails with a message about purposes.
# Since: @digitalbazaar/vc-bitstring-status-list 2.0.1 (as tried).
# Why we meet it: ours publishes lists of one purpose, and reads those of several.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund @digitalbazaar/vc-bitstring-status-list@2.0.1 >/dev/null

cat >example.mjs <<'JS'
import {BitstringStatusList, checkStatus, createCredential} from '@digitalbazaar/vc-bitstring-status-list';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const id = 'https://school.example/revoked-1';
const issuer = 'did:web:school.example';
const status = async purpose => {
  const list = new BitstringStatusList({length: 131072});
  const published = {...await createCredential({id, list, statusPurpose: 'revocation', context: [V2]}), issuer};
  published.credentialSubject.statusPurpose = purpose;
  const entry = {
    type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: id
  };
  const result = await checkStatus({
    credential: {'@context': [V2], type: ['VerifiableCredential'], issuer, credentialStatus: entry},
    documentLoader: async () => ({document: published}), verifyBitstringStatusListCredential: false
  });
  return result.error ? result.error.message : `revoked: ${result.results[0].status}`;
};
console.log(`one purpose: ${await status('revocation')}`);
console.log(`two purposes: ${await status(['revocation', 'suspension'])}`);
JS
node example.mjs >seen
echo "@digitalbazaar/vc-bitstring-status-list 2.0.1"
cat seen
diff seen - <<'EXPECTED'
one purpose: revoked: false
two purposes: The status purpose "revocation,suspension" of the status list credential does not match the status purpose "revocation" in the credential.
EXPECTED
