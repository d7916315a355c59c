package org.eportfolio.core.teeth;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Contents that pass everything on; a fault overrides one thing of them. */
class OtherContents implements ContentStore {
    final ContentStore sound;

    OtherContents(ContentStore sound) {
        this.sound = sound;
    }

    @Override
    public Stored write(InputStream in, Instant at) throws IOException {
        return sound.write(in, at);
    }

    @Override
    public Optional<InputStream> open(Stored content) {
        return sound.open(content);
    }

    @Override
    public List<KeptContent> list(@Nullable Hash after, int limit) {
        return sound.list(after, limit);
    }

    @Override
    public boolean remove(Stored content, Instant cutoff) {
        return sound.remove(content, cutoff);
    }
}
