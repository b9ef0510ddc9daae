package ecsadvisor.models.iam;

import java.util.List;

/**
 * A known way from some rights to more.
 *
 * @param name its name in evidence
 * @param action the action that bears the rights
 * @param resource the resources of which it must be able to use any, with {@code {partition}},
 *     {@code {region}} and {@code {account}} to fill in
 * @param named what a policy means that names some of these resources only
 * @param with other actions that it takes, on whatever resource
 * @param passedTo the service that a role is passed to; empty where none is
 */
record Escalation(
    String name, String action, String resource, Named named, List<String> with, String passedTo) {

  /** What a policy means that names its resources. */
  enum Named {
    /** A way only if it names an administrator's role that trusts the service. */
    ROLES,
    /** A way if it names the role itself or a policy of it; otherwise nobody can tell. */
    OWN,
    /** No way: it was meant for these resources. */
    LIMITED
  }
}
