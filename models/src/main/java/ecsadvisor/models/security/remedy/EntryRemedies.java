package ecsadvisor.models.security.remedy;

import ecsadvisor.models.finding.SecurityStep.AssociateWebAcl;
import ecsadvisor.models.finding.SecurityStep.SecureListener;
import java.util.List;
import java.util.Map;

/** Fixes of how clients reach a service. */
final class EntryRemedies {
  private EntryRemedies() {}

  static Map<String, Remedy> all() {
    return Map.of(
        "listeners-encrypted",
        new Remedy(
            "Have HTTPS listeners use TLS 1.2 or later, and HTTP listeners redirect to them.",
            failed ->
                failed.onEachOrAsked(
                    "ElbListener",
                    arns(failed.named("listener", "listener_arn")),
                    SecureListener::new)),
        "targets-encrypted",
        Remedy.byHand(
            "Have the container serve TLS, make a target group with protocol HTTPS or TLS for it,"
                + " add that group to the service, and point the listener's rules at it when its"
                + " targets are healthy: the protocol of a target group does not change."),
        "transit-stated",
        Remedy.byHand(
            "State in the attestations file who encrypts what the tasks send and receive, with the"
                + " document that says so."),
        "service-connect-tls",
        Remedy.byHand(
            "Give the service's Service Connect configuration a tls block with the ARN of an AWS"
                + " Private CA and a role that may issue certificates."),
        "web-acl-attached",
        new Remedy(
            "Associate a web ACL with the load balancer.",
            failed ->
                failed.onEachOrAsked(
                    "ElbLoadBalancer",
                    arns(failed.named("load_balancer", "load_balancer_arn")),
                    AssociateWebAcl::new)));
  }

  private static List<String> arns(List<String> values) {
    return values.stream().filter(value -> value.startsWith("arn:")).toList();
  }
}
