package org.eportfolio.tck;

import org.junit.jupiter.api.Nested;

/**
 * The whole contract of a store. A store's test is one class:
 *
 * <pre>{@code
 * class InMemoryStoreTest extends PortfolioStoreContract {
 *     @Override
 *     protected StoreFixture fixture() {
 *         return StoreFixture.transientOf(InMemoryStore::new);
 *     }
 * }
 * }</pre>
 */
public abstract class PortfolioStoreContract {
    /** A place with an empty store; called once for each test. */
    protected abstract StoreFixture fixture();

    @Nested
    class Rows extends RowsContract {
        Rows() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Keys extends KeysContract {
        Keys() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Paging extends PagingContract {
        Paging() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Commits extends CommitContract {
        Commits() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Chains extends ChainContract {
        Chains() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Snapshots extends SnapshotContract {
        Snapshots() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Feed extends FeedContract {
        Feed() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Loads extends LoadContract {
        Loads() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Contents extends ContentContract {
        Contents() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class ContentStreams extends ContentStreamContract {
        ContentStreams() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class ContentRemoval extends ContentRemovalContract {
        ContentRemoval() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class NeededContents extends NeededContentContract {
        NeededContents() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class LargeContent extends LargeContentContract {
        LargeContent() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Reopening extends ReopenContract {
        Reopening() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Backups extends BackupContract {
        Backups() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class LongWork extends LongWorkContract {
        LongWork() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Closing extends CloseContract {
        Closing() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class SeveralProcesses extends SeveralProcessesContract {
        SeveralProcesses() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class UnknownCommits extends UnknownCommitContract {
        UnknownCommits() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class AccessLogs extends AccessLogContract {
        AccessLogs() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class SearchIndexes extends SearchIndexContract {
        SearchIndexes() {
            super(PortfolioStoreContract.this::fixture);
        }
    }

    @Nested
    class Erasures extends ErasureContract {
        Erasures() {
            super(PortfolioStoreContract.this::fixture);
        }
    }
}
