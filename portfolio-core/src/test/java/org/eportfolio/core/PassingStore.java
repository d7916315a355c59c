package org.eportfolio.core;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.Message;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;

/** A store that passes everything on; a test overrides what it is about. */
class PassingStore implements PortfolioStore {
    private final PortfolioStore sound;

    PassingStore(PortfolioStore sound) {
        this.sound = sound;
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return sound.read(work);
    }

    @Override
    public void commit(Change change) {
        sound.commit(change);
    }

    @Override
    public void load(Iterator<Change> changes) {
        sound.load(changes);
    }

    @Override
    public void compact() {
        sound.compact();
    }

    @Override
    public ContentStore contents() {
        return sound.contents();
    }

    @Override
    public void backup(Path to) {
        sound.backup(to);
    }

    @Override
    public List<Message> check() {
        return sound.check();
    }

    @Override
    public void close() {
        sound.close();
    }
}
