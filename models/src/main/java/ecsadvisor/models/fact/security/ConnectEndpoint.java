package ecsadvisor.models.fact.security;

import java.io.Serializable;

/**
 * A port that a service offers to others through Service Connect.
 *
 * @param portName the port mapping's name
 * @param encrypted whether Service Connect encrypts what comes in with TLS
 */
public record ConnectEndpoint(String portName, boolean encrypted) implements Serializable {}
