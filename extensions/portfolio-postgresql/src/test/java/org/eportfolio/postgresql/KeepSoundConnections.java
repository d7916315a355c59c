package org.eportfolio.postgresql;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** As docs/scale.md shows it: keeps connections that only passed on that something behind the server failed. */
public final class KeepSoundConnections implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException e) {
        // What the server reported came over a connection that works; the driver's own failures carry no report.
        boolean reported = e instanceof PSQLException p && p.getServerErrorMessage() != null;
        boolean shuttingDown = e.getSQLState() != null && e.getSQLState().startsWith("57P");
        return reported && !shuttingDown ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}
