package org.eportfolio;

/** Code that the host contributed failed, or two contributions collide; the message names it. */
public final class PluginException extends PortfolioException {
    private static final long serialVersionUID = 1;

    private final String plugin;

    public PluginException(String plugin, Message message, Throwable cause) {
        super(message, cause);
        this.plugin = plugin;
    }

    public PluginException(String plugin, Message message) {
        super(message, null);
        this.plugin = plugin;
    }

    /** Which contribution, such as the policy's name or the class. */
    public String plugin() {
        return plugin;
    }
}
