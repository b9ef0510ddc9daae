package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;

/** The CloudFormation stacks that services come from. */
final class Stacks {
  private Stacks() {}

  static String name(Service service) {
    return service.family();
  }

  static String arn(Service service) {
    return service
        .cluster()
        .arn(
            "cloudformation",
            "stack/" + name(service) + "/" + Seeds.uuid(17, "stack", service.arn()));
  }

  static void add(Organisation organisation, Envelopes envelopes, List<Service> services) {
    for (Service service : services) {
      if (service.flaws().contains(Flaw.NO_STACK)) {
        continue;
      }
      boolean drifted = service.flaws().contains(Flaw.STACK_DRIFTED);
      envelopes.add(
          Kind.CLOUDFORMATION_STACK,
          arn(service),
          Body.of(
              "StackId",
              arn(service),
              "StackName",
              name(service),
              "CreationTime",
              Body.time(organisation.timeline().firstHour() - 4000),
              "StackStatus",
              "UPDATE_COMPLETE",
              "DriftInformation",
              Body.of(
                  "StackDriftStatus",
                  drifted ? "DRIFTED" : "IN_SYNC",
                  "LastCheckTimestamp",
                  Body.time(organisation.timeline().endHour() - 20))));
    }
  }
}
