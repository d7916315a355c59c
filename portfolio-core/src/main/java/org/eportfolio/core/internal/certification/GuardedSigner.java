package org.eportfolio.core.internal.certification;

import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.eportfolio.spi.Signer;
import org.jspecify.annotations.Nullable;

/** Asks the host's signer, if there is one, and answers for its failures. */
public record GuardedSigner(@Nullable Signer signer) {
    public Optional<Signature> of(Hash root) {
        if (signer == null) return Optional.empty();
        Signature signature;
        try {
            signature = signer.sign(root);
        } catch (RuntimeException e) {
            throw new PluginException("Signer", Message.of("plugin.failed", "Signer", String.valueOf(e)), e);
        }
        if (signature == null) throw new PluginException("Signer", Message.of("plugin.failed", "Signer", "null"));
        return Optional.of(signature);
    }
}
