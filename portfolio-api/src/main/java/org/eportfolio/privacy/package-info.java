/**
 * Privacy as an API: the record of processing activities, access and portability, erasure with a dry run, retention. The
 * host states the law that applies to it; the library states what it keeps.
 */
@NullMarked
package org.eportfolio.privacy;

import org.jspecify.annotations.NullMarked;
