package ecsadvisor.models.fact.security;

import java.io.Serializable;

/**
 * A network ACL.
 *
 * @param id its id
 * @param letsEverythingIn whether it lets every packet of every address in before it denies any
 */
public record NetworkAcl(String id, boolean letsEverythingIn) implements Serializable {}
