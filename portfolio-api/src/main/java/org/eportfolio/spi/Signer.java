package org.eportfolio.spi;

/**
 * Signs the root hash of a sealed file with the host's own key, if the host has one: what is signed, with which
 * certificate and of what legal standing is the host's affair. Called once for each sealing, on the caller's thread,
 * before anything is written and with no connection held; when another change was faster, the sealing is refused and its
 * signature thrown away. Must be thread-safe. An exception refuses the sealing and is reported as
 * {@link org.eportfolio.PluginException}.
 */
@FunctionalInterface
public interface Signer {
    /** Signs the 32 bytes of the root hash; never {@code null}. */
    Signature sign(Hash root);
}
