package ecsadvisor.models.fact;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one service when it is judged.
 *
 * @param key which service
 * @param window the days looked at
 * @param profile how much risk it may take
 * @param owner the owner from the configured tags; empty where no tag says
 * @param environment the environment tag's value; empty likewise
 * @param config the inventory's view, or null without one
 * @param spend the bill's view, or null without one
 * @param usage the telemetry's view; {@link Usage#NONE} without one
 */
public record ServiceFacts(
    ServiceKey key,
    Window window,
    Profile profile,
    String owner,
    String environment,
    @Nullable ServiceConfig config,
    @Nullable Spend spend,
    Usage usage) {}
