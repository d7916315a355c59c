/** Accounts of an identity provider, and which person each of them is. */
@NullMarked
package org.eportfolio.web.account;

import org.jspecify.annotations.NullMarked;
