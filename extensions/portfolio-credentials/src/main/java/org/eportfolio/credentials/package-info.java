/**
 * Open Badges 3.0 without a network: what a school states of a learner as a Verifiable Credential (W3C, 2.0), signed with
 * {@code eddsa-rdfc-2022} or as a JWT, baked into a picture, verified and revoked. Nothing here reads or writes a portfolio.
 */
@NullMarked
package org.eportfolio.credentials;

import org.jspecify.annotations.NullMarked;
