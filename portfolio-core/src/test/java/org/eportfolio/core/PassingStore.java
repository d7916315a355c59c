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
import org.eportfolio.spi.Watch;

/** A store that passes everything on; a test overrides what it is about. */
public abstract class PassingStore implements PortfolioStore {
    protected final PortfolioStore sound;

    protected PassingStore(PortfolioStore sound) {
        this.sound = sound;
    }

    /** The view that is read through; as it is unless a test says otherwise. */
    protected View seen(View view) {
        return view;
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return sound.<T>read(view -> work.apply(seen(view)));
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
    public Watch watch(Runnable moved) {
        return sound.watch(moved);
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
