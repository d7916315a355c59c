/**
 * Open Badges 3.0 without a network: what a school states of a learner as a Verifiable Credential (W3C, 2.0), signed with
 * {@code eddsa-rdfc-2022} or as a JWT, baked into a picture, verified and revoked. Two formats of {@code portfolio-exchange} read and
 * write a portfolio: {@link org.eportfolio.credentials.CredentialImport} and {@link org.eportfolio.credentials.ClrFormat}. The rest does not.
 */
@NullMarked
package org.eportfolio.credentials;

import org.jspecify.annotations.NullMarked;
